import Agreements
import Definitions
import Engine
import Foundation
import Postgres
import Storage
import TestSupport

/// A migrated simulated database with an institution, two people, a published workflow; and its stores.
struct World: Sendable {
    static let start: Instant = "2016-01-04T08:00:00.000Z"
    static let institution = "inserm"

    let database: ConnectionConfiguration
    let pool: Pool
    let agreements: PostgresAgreementStore
    let register: RegisterStore
    let clock: LegalClock
    let anna = Person.ID(UUID())
    let bruno = Person.ID(UUID())

    /// Runs `body` in a new world and then checks the invariants of its database.
    static func with(checked: Bool = true, _ body: (World) async throws -> Void) async throws {
        try await StorageFixture.withDatabase { database in
            let pool = Pool(database, Self.patient)
            let world = try await World(pool, database)
            do {
                try await body(world)
                if checked { try await StorageInvariants.check(pool) }
                await pool.shutdown()
            } catch {
                await pool.shutdown()
                throw error
            }
        }
    }

    private init(_ pool: Pool, _ database: ConnectionConfiguration) async throws {
        self.database = database
        self.pool = pool
        try await InstitutionStore(pool).create(
            Institution(
                id: Self.institution, name: "Institut", contact: "contact@entente.example", simulated: true),
            startingAt: Self.start)
        agreements = try await PostgresAgreementStore(pool)
        register = try await RegisterStore(pool, salt: { Array(repeating: 7, count: 16) })
        clock = LegalClock(pool)
        try await add(anna, "Anna Berg", "anna@lab.example", user: "anna")
        try await add(bruno, "Bruno Caro", "bruno@lab.example", user: nil)
        try await change(.organisationAdded(organisation: Self.home))
        try await change(.organisationAdded(organisation: Self.partner))
        let files = ["lia.yaml": "workflow: lia"]
        let sha256 = WorkflowSources(published: "lia", files: files).sha256
        try await change(
            .workflowPublished(workflow: "lia", version: "2016.1", sha256: sha256), sources: files)
    }

    /// Few connections, since many tests share one server, and long waits, since they share two cores.
    private static var patient: PoolConfiguration {
        var configuration = PoolConfiguration()
        configuration.connectionsMax = 4
        configuration.acquireTimeLimit = .seconds(60)
        return configuration
    }

    static let home = Party(id: "inserm", name: "Inserm", country: "FR", kind: .epst, home: true)
    static let partner = Party(
        id: "snu", name: "Seoul National University", country: "KR", kind: .foreign, home: false)

    private func add(_ person: Person.ID, _ name: String, _ email: String, user: String?) async throws {
        try await change(
            .personAdded(person: Person(id: person, organisation: "inserm", language: .french)),
            contact: Contact(name: name, email: email, operatingSystemUser: user))
    }

    /// Records a change of the register without asking the rules.
    @discardableResult
    func change(
        _ change: RegisterChange, contact: Contact? = nil, sources: [String: String]? = nil,
        request: String = UUID().uuidString
    ) async throws -> RegisterAnswer {
        try await register.apply(
            RegisterCommand(
                requestID: request, actor: nil, channel: .scenario, change: change, contact: contact),
            sources: sources, decide: { command, _ in command.change })
    }

    func grant(_ role: String, to person: Person.ID, scope: Scope = .everything) async throws -> Grant {
        let grant = Grant(id: Grant.ID(UUID()), person: person, role: role, scope: scope, from: World.start)
        try await change(.granted(grant: grant))
        return grant
    }

    /// Edits what cannot be edited, as somebody with every right on the server could.
    func tamper(_ statement: String) async throws {
        try await pool.withConnection { connection in
            try await connection.execute(
                script: """
                    ALTER TABLE entente.event DISABLE TRIGGER ALL; ALTER TABLE entente.workflow DISABLE TRIGGER ALL;
                    \(statement);
                    """, name: "tamper")
        }
    }
}
