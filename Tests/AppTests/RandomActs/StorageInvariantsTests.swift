import Agreements
import App
import Definitions
import Postgres
import Storage
import TestSupport
import Testing

@testable import App

@Suite("The invariants of storage", .besideThePool)
struct StorageInvariantsTests {
    /// A way to break rows of a database, and the invariant that must then be named.
    private struct Breakage {
        var invariant: String
        var statement: SQL

        init(_ invariant: String, _ statement: SQL) {
            self.invariant = invariant
            self.statement = statement
        }
    }

    private static let breakages = [
        Breakage(
            "I1 gap-free",
            """
            UPDATE entente.event e SET seq = seq + 1000
            WHERE seq = (SELECT max(seq) FROM entente.event l WHERE l.stream = e.stream)
            """),
        Breakage("I2 head", "UPDATE entente.agreement SET head_hash = repeat('0', 64)"),
        Breakage("I2 every event belongs to an agreement or a stream", "DELETE FROM entente.agreement"),
        Breakage(
            "I3 an event begins where the one before it ended",
            "UPDATE entente.event SET from_state = '{nowhere}' WHERE seq = 3"),
        Breakage(
            "I3 the last event ends where the process is", "UPDATE entente.process SET state = '{nowhere}'"),
        Breakage(
            "I3 every move is one of the definition",
            "UPDATE entente.event SET type = 'nonsense' WHERE from_state <> '{}' AND from_state <> to_state"),
        Breakage(
            "I4 the open tasks are those of the events",
            "UPDATE entente.task SET closed_seq = NULL, closed_at = NULL"),
        Breakage(
            "I4 the armed timers are those of the events",
            "UPDATE entente.timer SET status = 'armed', closed_seq = NULL"),
        Breakage(
            "I4 the parties are those of the events, in their order",
            "UPDATE entente.agreement SET parties = parties[1:1]"),
        Breakage(
            "I4 the states are those of the events", "UPDATE entente.process SET state = '{nowhere}'"),
        Breakage(
            "I4 the processes run that the events left running",
            "UPDATE entente.process SET status = 'cancelled'"),
        Breakage(
            "I4 the legal status is that of the events", "UPDATE entente.agreement SET legal = 'suspended'"),
        Breakage(
            "I7 a request has one effect",
            "UPDATE entente.event SET actor = 'one', request_id = 'one' WHERE request_id IS NOT NULL"),
        Breakage("I7 a request with an effect has its answer", "DELETE FROM entente.request"),
        Breakage("I9 time", "UPDATE entente.event SET at = at + interval '100 years' WHERE seq = 2"),
        Breakage("I10 links", "UPDATE entente.event SET prev_hash = repeat('0', 64) WHERE seq = 2"),
        Breakage("I13 whoever acted held the role", "UPDATE entente.role_grant SET role = 'ADM'"),
        Breakage(
            "I13 the role was one that the definition asks for",
            "UPDATE entente.event SET role = 'ADM' WHERE role IS NOT NULL"),
        Breakage(
            "I14 nobody did both sides of an exclusive duty",
            """
            UPDATE entente.event e SET actor = (SELECT actor FROM entente.event s
                WHERE s.stream = e.stream AND s.type = 'submit') WHERE type = 'select'
            """),
        Breakage(
            "I15 whoever acted for another was delegated to",
            """
            UPDATE entente.event SET on_behalf_of = gen_random_uuid()::text, delegation = gen_random_uuid()::text
            WHERE actor NOT LIKE 'system:%'
            """),
        Breakage("I16 outbox", "UPDATE entente.event SET xid = '3'"),
        Breakage(
            "I16 only notices of the definition",
            """
            UPDATE entente.event SET payload = jsonb_set(payload, '{notices,0,notice}', '"N99"')
            WHERE jsonb_array_length(payload -> 'notices') > 0
            """),
        Breakage("I22 nothing dropped", "DELETE FROM entente.job"),
        Breakage(
            "I23 a timer ends once",
            """
            UPDATE entente.event SET payload = jsonb_set(payload, '{changes}',
                (payload -> 'changes') || (payload -> 'changes'))
            """),
        Breakage(
            "I23 a timer does not fire before it is due",
            "UPDATE entente.timer SET due_at = due_at + interval '10 years' WHERE status = 'fired'"),
        Breakage(
            "I23 a timer does not fire after its state was left",
            """
            UPDATE entente.event SET payload = jsonb_set(payload, '{changes}',
                (payload -> 'changes') || '[{"processClosed": {"path": "life", "status": "ended"}}]')
            """),
        Breakage(
            "I23 armed timers belong to a state that is active",
            "UPDATE entente.timer SET status = 'armed', closed_seq = NULL"),
        Breakage(
            "I23 no timer is late, unless the office was told why",
            "UPDATE entente.timer SET status = 'armed', closed_seq = NULL"),
        Breakage(
            "timers and tasks are closed by an event that exists",
            "UPDATE entente.timer SET closed_seq = closed_seq + 100000"),
    ]

    private struct Undone: Error {}

    @Test("Each of them holds after a whole life, and is named when rows are broken")
    func broken() async throws {
        let file = try ScenarioFolder().scenario("01-lia-plain-road")
        let workflow = try Laboratory.workflow("lia")
        let installation = try await TestSite.make(start: file.start).installation()
        let path = "\(installation.settings.workflowsFolder)/lia.yaml"
        _ = try await WorkflowPublisher(installation).publish(path, by: nil, operator: nil)
        var player = ScenarioPlayer(
            file, in: ScenarioWorld(installation, delivering: false), randomness: .system)
        _ = try await player.play()
        let database = TestSite.pool(of: installation.settings)
        let whole = try await StorageInvariants.breaches(database, under: [workflow])
        #expect(whole.isEmpty, "\(whole)")
        for breakage in Self.breakages {
            let broken = try await Self.breaches(database, after: breakage.statement, under: workflow)
            #expect(broken.contains(breakage.invariant), "\(breakage.invariant): \(broken)")
        }
        let untried = Set(StorageInvariants.names(under: [workflow])).subtracting(
            Self.breakages.map(\.invariant))
        #expect(untried.isEmpty)
        await database.shutdown()
        await installation.close()
    }

    /// The invariants that a statement breaks, as somebody with every right on the server could; it is undone.
    private static func breaches(
        _ database: Pool, after statement: SQL, under workflow: Workflow
    ) async throws -> [String] {
        var names: [String] = []
        do {
            try await database.withTransaction { transaction in
                try await transaction.pipeline([
                    "SELECT set_config('session_replication_role', 'replica', true)",
                    "ALTER TABLE entente.event DISABLE TRIGGER event_append_only", statement,
                ])
                names = try await StorageInvariants.breaches(transaction, under: [workflow])
                    .map(\.invariant)
                throw Undone()
            }
        } catch is Undone {}
        return names
    }
}
