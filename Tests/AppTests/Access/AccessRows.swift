import Agreements
import Postgres
import Storage

@testable import App

/// Somebody reads the tables as the role of the pages does, past every page.
struct AccessRows: Sendable {
    let site: AccessSite
    let tally: AccessTally

    /// Everything that the tables hold of each file; events of calls and of the register are under their own names.
    private static let everything: SQL = """
        SELECT x.file, string_agg(x.said, ' ') AS said FROM (
            SELECT a.id::text AS file, to_jsonb(a)::text AS said FROM entente.agreement a
            UNION ALL SELECT e.stream, to_jsonb(e)::text FROM entente.event e
            UNION ALL SELECT v.stream, v.value::text FROM entente.erasable_value v
            UNION ALL SELECT d.agreement::text, convert_from(d.bytes, 'UTF8') FROM entente.document d
            UNION ALL SELECT n.agreement::text, to_jsonb(n)::text FROM entente.notice n
            UNION ALL SELECT j.agreement::text, to_jsonb(j)::text FROM entente.job j
            UNION ALL SELECT t.agreement::text, to_jsonb(t)::text FROM entente.task t
            UNION ALL SELECT t.agreement::text, to_jsonb(t)::text FROM entente.timer t
            UNION ALL SELECT p.agreement::text, to_jsonb(p)::text FROM entente.process p
            UNION ALL SELECT s.agreement::text, to_jsonb(s)::text FROM entente.assignment s
            UNION ALL SELECT f.person::text, f.fields::text FROM entente.draft f) x
        WHERE x.file IS NOT NULL GROUP BY x.file
        """

    func read(_ key: String) async throws {
        guard let person = site.people[key] else { throw AccessSite.Unknown(key: key) }
        let said = try await rows(as: person)
        for canary in AccessCanary.all where canary.word.hasPrefix("QX") && !canary.isName {
            let isOpen = AccessStandings.roles(of: key, on: canary.file) != nil
            let own = site.files[canary.file].flatMap { said[$0.description] } ?? ""
            let elsewhere = said.filter { $0.key != site.files[canary.file]?.description }.values
            tally.check(
                key, canary, .rows, isOpen: isOpen, isDue: isOpen, isFound: own.holds(canary.word))
            tally.check(
                key, "others", canary.word, "rows", expected: "hidden",
                found: elsewhere.contains { $0.holds(canary.word) } ? "shown" : "hidden")
        }
        let begun = said.values.contains { $0.holds(Self.begun) }
        tally.check(
            key, "begun", Self.begun, "rows", expected: key == "pi" ? "shown" : "hidden",
            found: begun ? "shown" : "hidden")
    }

    private func rows(as person: Person.ID) async throws -> [String: String] {
        let name: SQL = "SELECT set_config('entente.actor', \(person.description), true)"
        let rows = try await site.installation.databases.app.pipeline([name, Self.everything])[1]
        return Dictionary(
            try rows.map { (try $0.decode(String.self, "file"), try $0.decode(String.self, "said")) },
            uniquingKeysWith: { $1 })
    }

    /// What somebody wrote who has not sent it yet.
    static let begun = "QXbegunTitleQX"

    /// Begins a proposal of `pi`.
    func begin() async throws {
        guard let person = site.people["pi"] else { throw AccessSite.Unknown(key: "pi") }
        _ = try await PostgresDraftStore(site.installation.databases.app).save(
            ["dossier.titleFr": [Self.begun]], as: "propose/lia.begun", of: person)
    }

    /// The views of the auditors are not for the role of the pages.
    func auditViews() async throws {
        let views: SQL = """
            SELECT c.relname::text AS name, has_schema_privilege('entente_app', n.oid, 'USAGE')
                OR has_table_privilege('entente_app', c.oid, 'SELECT') AS open
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'audit_v1' AND c.relkind = 'v' ORDER BY 1
            """
        for row in try await site.installation.databases.engine.query(views) {
            let isOpen = try row.decode(Bool.self, "open")
            tally.check(
                "the pages' role", try row.decode(String.self, "name"), "rows", "view", expected: "closed",
                found: isOpen ? "open" : "closed")
        }
    }
}
