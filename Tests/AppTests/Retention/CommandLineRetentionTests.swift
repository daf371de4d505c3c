import Agreements
import Foundation
import Postgres
import TestSupport
import Testing

@Suite("The command line keeps what must be kept, and no longer", .besideThePool)
struct CommandLineRetentionTests {
    private static let anne = "anne@inserm.example"
    private static let archivist = "denis@inserm.example"

    /// A rejected file with a title and a letter, two years and a day later.
    private static func rejected() async throws -> (site: CommandLineSite, file: String) {
        let site = try await CommandLineSite.laboratory()
        try await site.done(["grant", "add", archivist, "ARCH"])
        try await site.done(["reference", "load"])
        let file = try await site.proposal(["--field", "acronym=Secret title"])
        let letter = try site.file("letter.txt", "A letter.")
        try await site.done(["document", "add", file, letter, "--kind", "letter", "--as", anne])
        try await site.done(["act", file, "discard", "--as", anne, "--reason", "Secret reason"])
        #expect(try await site.done(["retention", "list"]).elements == [])
        try await site.done(["clock", "advance", "--to", "2018-03-02", "--jump"])
        return (site, file)
    }

    private static func approve(_ file: String) -> [String] {
        ["retention", "approve", file, "--rule", "dossier", "--reason", "seen", "--as", archivist, "--json"]
    }

    @Test("A rejected dossier is purged after two years with the visa; the audit stays green and counts it")
    func purged() async throws {
        let (site, file) = try await Self.rejected()
        let list = try await site.done(["retention", "list"])
        let dossier = list.elements?.first { $0["rule"] == "dossier" }
        #expect(dossier?["since"] == "2018-03-01")
        #expect(dossier?["count"] == 3)
        #expect(dossier?["approved"] == false)
        let first = try await site.done(["retention", "run"])
        #expect(first.elements?.allSatisfy { $0["rule"] == "mail" } == true)

        let approved = try await site.run(Self.approve(file))
        #expect(approved.status == 0, "\(approved.output) \(approved.errors)")
        let run = try await site.done(["retention", "run"])
        #expect(run.elements?.map { $0["count"] } == [3])
        #expect(try await site.done(["retention", "run"]).elements == [])
        #expect(try await site.done(["retention", "list", "--rule", "dossier"]).elements == [])
        let history = try await site.run(["agreement", "history", file, "--json"])
        #expect(!history.output.contains("Secret"))
        #expect(
            history.json.elements?.suffix(2).map { $0["type"] } == [
                "elimination_approved", "values_eliminated",
            ])
        let audit = try await site.done(["audit", "verify"])
        #expect(audit["green"] == true)
        #expect(audit["eliminated"] == 3)
        let recorded = try await site.run(["agreement", "record", file])
        let replay = try await site.run(["workflow", "replay", try site.file("gone.jsonl", recorded.output)])
        #expect(replay.status == 0, "\(replay.output) \(replay.errors)")
    }

    @Test(
        "A person who left is erased once no file that is kept names them; the audit stays green and counts them"
    )
    func person() async throws {
        let (site, file) = try await Self.rejected()
        func refusal(_ name: String) async throws -> String? {
            let run = try await site.run(["person", "erase", name, "--json"])
            return run.status == 0 ? nil : run.json["code"]?.text
        }
        try await site.done(["person", "add", "--name", "Zoé Kim", "--email", "zoe@snu.example"])
        #expect(try await refusal("zoe@snu.example") == "still_active")
        try await site.withOwner {
            try await $0.execute(
                """
                INSERT INTO entente.draft (person, form, fields)
                SELECT id, 'proposal', '{"labs.1.head": ["Zoé Kim"], "lead": ["zoe@snu.example", "kim  ZOE"], "title": ["Kim’s test"], "none": []}'
                FROM entente.person WHERE email = 'anne@inserm.example'
                """)
        }
        try await site.done(["person", "disable", "zoe@snu.example"])
        let people = try await site.done(["person", "list"]).elements ?? []
        let zoe = try #require(people.first { $0["email"] == "zoe@snu.example" }?["id"]?.text)
        #expect(try await refusal("zoe@snu.example") == nil)
        #expect(try await refusal(zoe) == "already_erased")
        #expect(try await site.run(["account", "invite", zoe, "--json"]).json["code"]?.text == "no_account")
        try await site.withOwner {
            let draft = try await $0.one("SELECT fields::text AS fields FROM entente.draft")
            #expect(
                try draft["fields"] as String
                    == #"{"lead": ["", ""], "none": [], "title": ["Kim’s test"], "labs.1.head": [""]}"#)
        }

        try await site.done(["person", "disable", Self.anne])
        let anne = try #require(people.first { $0["email"]?.text == Self.anne }?["id"]?.text)
        #expect(try await refusal(anne) == "named_in_file")
        #expect(try await site.run(Self.approve(file)).status == 0)
        try await site.done(["retention", "run"])
        #expect(try await refusal(anne) == nil)
        for list in [
            ["person", "list"], ["notice", "list"], ["digest", "list"], ["agreement", "history", file],
        ] {
            let output = try await site.run(list + ["--json"]).output
            #expect(!output.contains("anne@") && !output.contains("Zoé"), "\(list)")
        }
        let audit = try await site.done(["audit", "verify"])
        #expect(audit["green"] == true && audit["eliminated"] == 5, "\(audit)")
        try await site.withOwner {
            try await $0.execute(
                "UPDATE entente.person SET name = NULL, email = NULL, os_user = NULL, eliminated_at = now() WHERE email LIKE 'denis@%'"
            )
        }
        #expect(try await site.run(["audit", "verify", "--json"]).json["green"] == false)
    }

    @Test("A reviewer who left is forgotten five years after, though the file that they reviewed is kept")
    func reviewers() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.done(["grant", "add", Self.archivist, "ARCH"])
        try await site.done(["reference", "load"])
        for name in ["erin", "ewan"] {
            try await site.done(["person", "add", "--name", name, "--email", "\(name)@expert.example"])
            try await site.done(["grant", "add", "\(name)@expert.example", "EXP"])
        }
        let file = try await site.proposal()
        _ = try await CommandLineLifeTests.submit(file, site)
        try await site.done(["act", file, "admit", "--as", Self.archivist])
        for name in ["erin", "ewan"] {
            let person = "\(name)@expert.example"
            try await site.done(
                ["act", file, "assign_expert", "--input", "expert=\(person)", "--as", Self.archivist])
            try await site.done(["act", file, "declare_no_interest", "--as", person])
        }
        try await site.done([
            "act", file, "submit_review", "--input", "grade=A", "--input", "comment=Good.", "--as",
            "erin@expert.example",
        ])
        try await site.done(["act", file, "withdraw", "--reason", "over", "--as", Self.anne])
        try await site.done(["clock", "advance", "--to", "2021-02-01", "--jump"])
        for name in ["erin", "ewan"] { try await site.done(["person", "disable", "\(name)@expert.example"]) }
        let erase = ["person", "erase", "erin@expert.example", "--json"]
        #expect(try await site.run(erase).json["code"] == "named_in_file")
        try await site.done(["clock", "advance", "--to", "2021-03-03", "--jump"])
        func due() async throws -> [JSON?] {
            try await site.done(["retention", "list"]).elements?.filter {
                ["review", "reviewers"].contains($0["rule"]?.text)
            }.map { $0["count"] } ?? []
        }
        #expect(try await due() == [1])
        #expect(try await site.run(erase).json["code"] == "named_in_file")
        try await site.done([
            "retention", "approve", file, "--rule", "review", "--reason", "seen", "--as", Self.archivist,
        ])
        let run = try await site.done(["retention", "run"])
        #expect(run.elements?.first { $0["rule"] == "reviewers" }?["count"] == 2, "\(run)")
        #expect(try await due() == [])
        let history = try await site.run(["agreement", "history", file, "--json"])
        #expect(!history.output.contains("erin") && history.output.contains("anne"))
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("Sessions that are over and attempts to log in go after a year of the machine's clock, by an event")
    func access() async throws {
        let (site, _) = try await Self.rejected()
        try await site.withOwner {
            try await $0.execute(
                """
                INSERT INTO entente.session (id, token_hash, person, address, agent, created_at, seen_at, ends_at)
                SELECT gen_random_uuid(), encode(sha256(a::text::bytea), 'hex'), p.id, '192.0.2.1', 'browser',
                    clock_timestamp() - a, clock_timestamp() - a, clock_timestamp() - a + interval '1 day'
                FROM (SELECT id FROM entente.person WHERE email = 'anne@inserm.example') p,
                    (VALUES (interval '400 days'), (interval '300 days')) v (a)
                """)
            try await $0.execute(
                """
                INSERT INTO entente.login_attempt (at, account, address, succeeded)
                SELECT clock_timestamp() - a, encode(sha256('x'), 'hex'), '192.0.2.1', false
                FROM (VALUES (interval '400 days'), (interval '300 days')) v (a)
                """)
            try await $0.execute(
                """
                WITH codes AS (
                    INSERT INTO entente.passcode (id, notice, created_at, expires_at)
                    SELECT gen_random_uuid(), n.id, clock_timestamp() - a, clock_timestamp() - a + interval '15 minutes'
                    FROM (SELECT id FROM entente.notice LIMIT 1) n,
                        (VALUES (interval '400 days'), (interval '300 days')) v (a)
                    RETURNING id)
                INSERT INTO entente.job (kind, key, payload, recipient)
                SELECT 'passcode', id::text, '{}', 'anne@inserm.example' FROM codes
                """)
        }
        let due = try await site.done(["retention", "list", "--rule", "access"])
        #expect(due.elements?.map { $0["count"] } == [3])
        let run = try await site.done(["retention", "run"])
        #expect(run.elements?.first { $0["rule"] == "access" }?["count"] == 3)
        #expect(try await site.done(["retention", "list", "--rule", "access"]).elements == [])
        let left = try await site.withOwner {
            try await $0.query(
                """
                SELECT (SELECT count(*) FROM entente.session) + (SELECT count(*) FROM entente.login_attempt)
                    + (SELECT count(*) FROM entente.passcode)
                    + (SELECT count(*) FROM entente.job WHERE kind = 'passcode' AND recipient IS NOT NULL) AS n
                """
            ).values(Int.self, "n")
        }
        #expect(left == [4])
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("So do digests: those that were read, and those that a later one followed")
    func digests() async throws {
        let (site, _) = try await Self.rejected()
        try await site.withOwner {
            try await $0.execute(
                """
                INSERT INTO entente.digest (id, person, day, kind, message_id, to_name, to_address, subject, text,
                    html, language, created_at, status)
                SELECT gen_random_uuid(), p.id, d.day::date, 'steps', '<' || gen_random_uuid() || '@entente.example>',
                    'Anne', 'anne@inserm.example', 'Secret', 'Secret', 'Secret', 'fr', d.day::timestamptz, d.status
                FROM (SELECT id FROM entente.person WHERE email = 'anne@inserm.example') p, (VALUES
                    ('2016-03-02', 'accepted'), ('2016-03-03', 'failed'), ('2018-02-01', 'owed')) d (day, status)
                """)
            try await $0.execute("DELETE FROM entente.digest WHERE day = '2016-03-01'")
        }
        let rows = try await site.done(["digest", "list"]).elements ?? []
        let past = rows.count { ($0["day"]?.text ?? "") < "2017" }
        #expect(past >= 2)
        let run = try await site.done(["retention", "run"])
        #expect(run.elements?.map { $0["rule"] } == ["mail"])
        let after = try await site.done(["digest", "list"]).elements ?? []
        #expect(after.count == rows.count)
        #expect(after.count { $0["address"] == "" && $0["subject"] == "" } == past)
        #expect(after.contains { $0["day"] == "2018-02-01" && $0["address"] == "anne@inserm.example" })
        #expect(try await site.done(["retention", "run"]).elements == [])
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("Mails older than a year lose their texts and addresses; the rows stay, and the audit is green")
    func mails() async throws {
        let (site, _) = try await Self.rejected()
        try await site.withOwner {
            try await $0.execute("UPDATE entente.notice SET status = 'accepted', settled_at = now()")
        }
        let before = try await site.done(["notice", "list"]).elements ?? []
        #expect(!before.isEmpty)
        let run = try await site.done(["retention", "run"])
        #expect(run.elements?.map { $0["rule"] } == ["mail"])
        #expect(run.elements?.first?["count"] == .integer(Int64(before.count)))
        let after = try await site.run(["notice", "list", "--json"])
        #expect(after.json.elements?.count == before.count)
        #expect(!after.output.contains("anne@"))
        let gone = try #require(before.first?["id"]?.text)
        let shown = try await site.run(["notice", "show", gone]).output
        #expect(shown.contains("To: eliminated, with the text\n") && !shown.contains("<>"), "\(shown)")
        #expect(try await site.done(["retention", "run"]).elements == [])
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }
}
