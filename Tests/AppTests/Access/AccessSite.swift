import Agreements
import Definitions
import Engine
import Foundation
import Postgres
import Storage
import TestSupport

@testable import App

/// The files of ``AccessStory`` in a database of their own, with a session for everybody.
struct AccessSite: Sendable {
    let site: Site
    let installation: Installation
    /// By the keys of the story.
    let people: [String: Person.ID]
    let files: [String: Agreement.ID]

    static func make() async throws -> AccessSite {
        let story = try ScenarioFile.read(Array(AccessStory.text.utf8), file: "access.yaml")
        let site = try await TestSite.make(start: story.start)
        let installation = try await site.installation()
        for workflow in ["acc", "lia"] {
            let path = "\(installation.settings.workflowsFolder)/\(workflow).yaml"
            _ = try await WorkflowPublisher(installation).publish(path, by: nil, operator: nil)
        }
        var player = ScenarioPlayer(
            story, in: ScenarioWorld(installation, delivering: false), randomness: .system)
        let failures = try await player.play()
        guard failures.isEmpty else { throw NotPlayed(failures: failures.map(\.description)) }
        let people = try await people(installation)
        if let gone = people["gone"] {
            try await installation.desk.submit(
                RegisterCommand(
                    requestID: "access/gone", actor: nil, channel: .scenario,
                    change: .personDisabled(person: gone), contact: nil))
        }
        return AccessSite(
            site: site, installation: installation, people: people,
            files: try await files(installation, player))
    }

    struct NotPlayed: Error { let failures: [String] }

    /// The story's keys are what stands before the `@` of the addresses.
    private static func people(_ installation: Installation) async throws -> [String: Person.ID] {
        let rows = try await installation.catalogue.people()
        return Dictionary(
            rows.compactMap { row in
                row.email.map { (String($0.prefix { $0 != "@" }), row.person.id) }
            }, uniquingKeysWith: { $1 })
    }

    private static func files(
        _ installation: Installation, _ player: ScenarioPlayer
    ) async throws -> [String: Agreement.ID] {
        let rows = try await installation.catalogue.agreements()
        return Dictionary(
            rows.compactMap { row in player.key(of: row.id).map { ($0, row.id) } }, uniquingKeysWith: { $1 })
    }

    /// A session of somebody who just came in, by account or by the link of a notice, without the door's slow hash.
    func guest(_ person: String, notice: UUID? = nil) async throws -> AccessGuest {
        guard let id = people[person] else { throw Unknown(key: person) }
        let token = (UUID().uuidString + UUID().uuidString).lowercased().filter { $0 != "-" }
        try await PostgresAccountStore(installation.databases.app).open(
            UUID(), tokenHash: ErasableValue.hash(of: Array(token.utf8)), person: id, notice: notice,
            origin: Origin(address: "127.0.0.1", agent: "test"), limits: SessionLimits())
        let visitor = try await installation.doorkeeper.visitor(token)
        return AccessGuest(
            key: person, person: id, token: token, formKey: installation.doorkeeper.formKey(of: visitor))
    }

    struct Unknown: Error { let key: String }

    func agreement(_ file: String) async throws -> Agreement {
        guard let id = files[file], let agreement = try await installation.catalogue.agreement(id) else {
            throw Unknown(key: file)
        }
        return agreement
    }

    /// How many events there are in all.
    func events() async throws -> Int {
        try await installation.databases.engine.value(Int.self, "SELECT count(*) FROM entente.event")
    }

    func close() async { await installation.close() }
}
