import Agreements
import Foundation
import Postgres
import TestSupport
import Testing

@Suite("The command line, on bad input", .besideThePool)
struct CommandLineInputTests {
    private static let anne = ["--as", "anne@inserm.example"]
    private static let propose = ["agreement", "propose", "--party", "inserm", "--party", "snu"] + anne

    /// Arguments (`FILE` stands for a draft), exit code and code of the answer.
    private static let table: [([String], Int32, String)] = [
        (propose + ["--workflow", "nothing"], 1, "unknown_workflow"),
        (propose + ["--workflow", "lia", "--call", "1999"], 1, "no_such_call"),
        (propose + ["--workflow", "lia", "--itmo", "XXX"], 1, "unknown_itmo"),
        (propose + ["--workflow", "lia", "--itmo", "nnp"], 1, "unknown_itmo"),
        (propose + ["--workflow", "lia", "--itmo", "IHP"], 1, "former_itmo"),
        (propose + ["--workflow", "lia", "--start", "2017-02-29"], 2, "wrong_usage"),
        (propose + ["--workflow", "lia", "--role", "BOSS=anne@inserm.example"], 1, "unknown_role"),
        (propose + ["--workflow", "lia", "--role", "DU=nobody@inserm.example"], 1, "unknown_person"),
        (propose + ["--workflow", "lia", "--field", "acronim=X"], 1, "bad_input"),
        (propose + ["--workflow", "lia", "--lab", "L1=snu:kim@inserm.example"], 2, "wrong_usage"),
        (propose + ["--workflow", "lia", "--lab", "L1=cnrs:kim@inserm.example:Lab"], 1, "bad_input"),
        (propose + ["--workflow", "lia", "--lab", "L1=snu:nobody@inserm.example:Lab"], 1, "unknown_person"),
        (propose + ["--workflow", "lia", "--cites", "ACC-1999-001"], 1, "no_such_agreement"),
        (propose + ["--workflow", "lia", "--cites", "FILE"], 1, "framework_not_citable"),
        (
            ["document", "add", "FILE", "/etc/hostname", "--kind", "text", "--process", "nowhere"] + anne, 1,
            "bad_input"
        ),
        (["document", "add", "FILE", "/etc/hostname", "--kind", "texte"] + anne, 1, "unknown_document_kind"),
        (
            ["document", "add", "FILE", "/etc/hostname", "--kind", "letter", "--language", "xx"] + anne, 1,
            "unknown_language"
        ),
        (
            ["document", "add", "FILE", "/etc/hostname", "--kind", "letter", "--language", "FR"] + anne, 1,
            "unknown_language"
        ),
        (["measure", "set", "snx", "no_new", "--reference", "R"], 1, "no_such_organisation"),
        (["measure", "set", "YU", "no_new", "--reference", "R"], 1, "former_country"),
        (["measure", "set", "KR", "no_new", "--reference", ""], 2, "wrong_usage"),
        (["measure", "set", "KR", "no_new", "--reference", "R", "--until", "2016-01-01"], 1, "bad_input"),
        (["measure", "set", "KR", "no_new", "--reference", "R", "--exempt", "all"], 2, "wrong_usage"),
        (["measure", "set", "KR", "no_new", "--reference", "R"] + anne, 1, "not_authorized"),
        (["measure", "end", "nothing"], 1, "no_such_measure"),
        (["agreement", "show", "LIA-1999-001"], 1, "no_such_agreement"),
        (["agreement", "edit", "FILE", "--field", "acronym"] + anne, 2, "wrong_usage"),
        (
            ["agreement", "edit", "FILE", "--field", "acronym=AA", "--expect", "99"] + anne, 1,
            "stale_revision"
        ),
        (["agreement", "edit", "FILE", "--field", "acronym=A"] + anne, 1, "bad_input"),
        (["agreement", "edit", "FILE", "--field", "earlierAgreement=LIA-1999-001"] + anne, 1, "bad_input"),
        (["act", "FILE", "admit", "--as", "denis@inserm.example"], 1, "not_possible_here"),
        (["act", "FILE", "submit", "--as", "denis@inserm.example"], 1, "not_authorized"),
        (["act", "FILE", "submit"] + anne, 1, "dossier_incomplete"),
        (["act", "FILE", "discard"] + anne, 1, "reason_required"),
        (["act", "FILE", "discard", "--reason", "x", "--request-id", ""] + anne, 1, "bad_request_id"),
        (["act", "FILE", "discard", "--reason", "x", "--input", "zz=1"] + anne, 1, "bad_input"),
        (["person", "add", "--name", "A\u{202E}B", "--email", "ab@inserm.example"], 2, "wrong_usage"),
        (["job", "list", "--limit", "0"], 2, "wrong_usage"),
        (
            ["act", "FILE", "discard", "--reason", String(repeating: "x", count: 4_001)] + anne, 1,
            "bad_input"
        ),
        (["act", "FILE", "discard", "--reason", "a\u{1}b"] + anne, 2, "wrong_usage"),
        (["agreement", "edit", "FILE", "--field", "acronym=a\u{1B}[2Jb"] + anne, 2, "wrong_usage"),
        (["agreement", "edit", "FILE"] + anne, 2, "wrong_usage"),
        (["job", "retry", "abc"], 2, "wrong_usage"), (["agreement", "frobnicate"], 2, "wrong_usage"),
        (["act", "FILE", "grant_visa", "--for", "bernard@inserm.example"] + anne, 1, "no_delegation"),
        (["act", "FILE", "submit", "--record", "denis@inserm.example"] + anne, 1, "record_incomplete"),
        (["document", "add", "FILE", "/nowhere/x.txt", "--kind", "letter"] + anne, 3, "unreadable_file"),
        (["person", "add", "--name", "X", "--email", "x@real.org"], 1, "example_addresses_only"),
        (["person", "add", "--name", "X", "--email", "x@a.example\r\nBcc: y@b.example"], 2, "wrong_usage"),
        (["person", "add", "--name", "X", "--email", "ANNE@inserm.example"], 1, "already_exists"),
        (["person", "add", "--name", "X\nY", "--email", "x@inserm.example"], 2, "wrong_usage"),
        (
            ["organisation", "add", "snu", "--name", "S", "--country", "KR", "--kind", "foreign"], 1,
            "already_exists"
        ),
        (
            ["organisation", "add", "new", "--name", "S", "--country", "Korea", "--kind", "foreign"], 1,
            "unknown_country"
        ),
        (
            ["organisation", "add", "new", "--name", "S", "--country", "YU", "--kind", "foreign"], 1,
            "former_country"
        ),
        (["organisation", "locate", "snu", " "], 1, "bad_input"),
        (["organisation", "locate", "nowhere", "Séoul"], 1, "no_such_organisation"),
        (["grant", "add", "anne@inserm.example", "INT", "--scope", "all"], 2, "wrong_usage"),
        (["grant", "end", "nothing"], 1, "no_such_grant"),
        (
            ["delegation", "grant", "anne@inserm.example", "kim@inserm.example", "SIG"], 1,
            "no_right_to_delegate"
        ),
        (["delegation", "revoke", "nothing"], 1, "no_such_delegation"),
        (
            [
                "call", "open", "--instruments", "LIA,XXX", "--year", "2017", "--opens", "2017-03-27",
                "--closes", "2017-07-01",
            ], 1, "unknown_instrument"
        ),
        (["job", "list", "--limit=-3"], 2, "wrong_usage"), (["serve", "--port", "99999"], 2, "wrong_usage"),
        (["agreement", "edit", "FILE", "--field", "yearlyBudget=-5"] + anne, 1, "bad_input"),
        (
            [
                "call", "open", "--instruments", "LIA", "--year", "2016", "--opens", "2016-03-27T02:30",
                "--closes", "2016-07-01",
            ], 2, "wrong_usage"
        ),
        (["call", "extend", "2016", "--closes", "2016-05-01"], 1, "bad_input"),
        (["notice", "show", "nothing"], 1, "no_such_notice"), (["job", "retry", "1"], 1, "not_dead"),
        (["notice", "acknowledge", "nothing", "--reason", "x"], 1, "no_such_notice"),
        (
            ["agreement", "skip", "FILE", "nothing", "--reason", "x", "--as", "denis@inserm.example"], 1,
            "no_such_timer"
        ),
        (
            ["agreement", "skip", "FILE", "closing", "--reason", "x", "--as", "denis@inserm.example"], 1,
            "timer_not_stuck"
        ),
        (["agreement", "skip", "FILE", "closing", "--reason", "x"] + anne, 1, "not_authorized"),
        (["workflow", "draw", "lia", "--process", "nothing", "--format", "dot"], 1, "no_such_process"),
    ]

    @Test("An answer that cannot be written is a fault, in one line; a reader that has left is none")
    func unwritten() async throws {
        let site = try await CommandLineSite.bare()
        let full = try await site.shell("entente cel eval '1 + 1' >/dev/full")
        #expect(full.status == 3)
        #expect(full.errors == "entente: the answer could not be written: No space left on device\n")
        let left = try await site.shell("entente cel eval '1 + 1' | true; exit ${PIPESTATUS[0]}")
        #expect(left.status == 0 && left.errors.isEmpty, "\(left.errors)")
    }

    @Test("Each bad input gets its code and exit code, and leaves nothing behind")
    func badInput() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let before = try await site.events()
        for (arguments, status, code) in Self.table {
            let run = try await site.run(arguments.map { $0 == "FILE" ? file : $0 } + ["--json"])
            #expect(run.status == status, "\(arguments) \(run.output)\(run.errors)")
            #expect(run.json["code"] == .string(code), "\(arguments) \(run.output)")
            #expect(run.json["applied"] == "no", "\(arguments)")
        }
        #expect(try await site.events() == before)
    }

    @Test("A reason may have lines and tabs")
    func lines() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        try await site.done(["act", file, "discard", "--reason", "one\n\ttwo"] + Self.anne)
        let events = try await site.done(["agreement", "history", file]).elements ?? []
        #expect(events.contains { $0["reason"] == "one\n\ttwo" })
    }

    @Test("An unknown kind of document is answered with what was meant; a text may be in any language")
    func documentKinds() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let add = ["document", "add", file, "/etc/hostname"] + Self.anne
        let run = try await site.run(add + ["--kind", "partner_leter", "--json"])
        #expect(run.json["message"]?.text?.contains("did you mean partner_letter?") == true, "\(run.output)")
        let added = try await site.done(add + ["--kind", "partner_letter", "--language", "ko"])
        #expect(added["document"]?["language"] == "ko")
    }

    @Test("A sheet is stored as a whole or not at all, and once")
    func sheet() async throws {
        let site = try await CommandLineSite.laboratory()
        let head = "parties,unit,field.acronym\ninserm snu,U1151,ALPHA\n"
        let before = try await site.events()
        let bad = try site.file(
            "bad.csv", head + "inserm snx,U1151,BETA\ninserm snu,U1151,\(String(repeating: "x", count: 90))\n"
        )
        let arguments = ["agreement", "propose", "--workflow", "lia", "--json"] + Self.anne + ["--csv"]
        let refused = try await site.run(arguments + [bad])
        #expect(refused.status == 1)
        #expect(refused.json["problems"]?.elements?.map { $0["line"] } == [3, 4])
        #expect(refused.json["problems"]?.elements?.last?["value"]?.text?.count == 81)
        #expect(try await site.events() == before)

        let good = try site.file("good.csv", head + "inserm snu,U1151,BETA\n")
        let first = try await site.run(arguments + [good])
        #expect(first.status == 0)
        #expect(first.json.elements?.count == 2)
        let after = try await site.events()
        let again = try await site.run(arguments + [good])
        #expect(again.json == first.json)
        #expect(try await site.events() == after)
    }

    @Test("Wrong usage and bytes that are not UTF-8 end with 2; help with 0")
    func usage() async throws {
        let site = try await CommandLineSite.bare()
        #expect(try await site.run(["agreement", "frobnicate"]).status == 2)
        #expect(try await site.run(["agreement", "propose"]).status == 2)
        for list in [["job", "list", "--state"], ["notice", "list", "--status"]] {
            let run = try await site.run(list + ["nope"])
            #expect(run.status == 2 && run.errors.contains("nope"), "\(run.output)\(run.errors)")
        }
        let bytes = try await site.shell("entente agreement show $'a\\xff'")
        #expect(bytes.status == 2)
        #expect(bytes.errors.contains("argument 3 is not UTF-8"))
        let json = try await site.shell("entente agreement show --json $'a\\xff'")
        #expect(json.status == 2 && json.json["code"] == "wrong_usage" && json.errors.isEmpty)
        let missing = try await site.run(["agreement", "edit", "A", "--json"])
        #expect(missing.json["message"] == "Nothing to change: give --field or --fields.")
        #expect(missing.json["applied"] == "no" && missing.json["kind"] == "refusal")
        let control = try await site.run(["act", "A", "b", "--reason", "a\u{1}b"])
        #expect(control.status == 2 && control.errors.contains("argument 5 holds a control character"))
        #expect(try await site.run(["help"]).status == 0)
        #expect(try await site.run(["job", "list", "--json", "--help"]).output.contains("USAGE"))
    }

    @Test("A reader that leaves early ends a command quietly")
    func closedPipe() async throws {
        let site = try await CommandLineSite.founded()
        let run = try await site.shell("entente person list | true; exit ${PIPESTATUS[0]}")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty, "\(run.errors)")
    }

    @Test("No server, no database, an unknown login, no schema and a newer schema end with 3 and one line")
    func faults() async throws {
        let site = try await CommandLineSite.bare()
        let nowhere = ["DATABASE_URL": "host=127.0.0.1 port=1 dbname=x connect_timeout=2"]
        let stranger = ["DATABASE_URL": "\(site.database.string) user=stranger"]
        let list = ["person", "list"]
        try await expectFault(site, list, nowhere, "unavailable")
        try await expectFault(site, list, stranger, "authentication")
        let absent = ["DATABASE_URL": "\(site.database.string) dbname=nowhere"]
        for arguments in [list, ["migrate"], ["found"]] {
            let told = try await expectFault(site, arguments, absent, "no_database")
            #expect(told.contains("createdb"))
        }
        try await expectFault(site, list, [:], "schema")
        try await site.done(["migrate"])
        let empty = try await expectFault(site, list, [:], "no_institution")
        #expect(empty.contains("`entente found`") && !empty.contains("migrate"))
        try await site.done(["found"])
        try await site.withOwner { connection in
            _ = try await connection.execute(
                "INSERT INTO entente.migration (number, name, sha256) VALUES (9999, '9999_later', repeat('0', 64))"
            )
        }
        let newer = try await expectFault(site, list, [:], "schema")
        #expect(newer.contains("9999_later"))
    }

    @Test("What reads a database makes none: an empty folder stays empty")
    func nothingMade() async throws {
        let site = try await CommandLineSite.bare()
        let home = site.folder.appending(path: "empty home")
        let changes = ["DATABASE_URL": "", "ENTENTE_HOME": home.path]
        for arguments in [["agreement", "list"], ["work"]] {
            try await expectFault(site, arguments, changes, "no_database")
        }
        #expect(!FileManager.default.fileExists(atPath: home.path))
    }

    /// The line that tells people what happened.
    @discardableResult
    private func expectFault(
        _ site: CommandLineSite, _ arguments: [String], _ changes: [String: String], _ code: JSON
    ) async throws -> String {
        let run = try await site.run(arguments, changes)
        #expect(run.status == 3, "\(run.output)\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
        let json = try await site.run(arguments + ["--json"], changes)
        #expect(json.json["code"] == code, "\(json.output)")
        #expect(json.json["applied"] == "no")
        return run.errors
    }

    @Test("A workflow file is checked without a database, each finding at its place")
    func check() async throws {
        let site = try await CommandLineSite.bare()
        let nowhere = ["DATABASE_URL": "host=127.0.0.1 port=1 dbname=x"]
        let files = ["lia", "lea", "acc"].map { "\(CommandLineSite.workflows)/\($0).yaml" }
        #expect(try await site.run(["workflow", "check"] + files, nowhere).status == 0)
        let bad = try site.file("bad.yaml", "workflow: x\nversion: [\n")
        let run = try await site.run(["workflow", "check", bad, "missing.yaml"], nowhere)
        #expect(run.status == 1)
        let lines = run.output.split(separator: "\n")
        let findings = lines.filter { !$0.hasPrefix("    ") }
        #expect(findings.allSatisfy { $0.contains(/^.+:\d+:\d+: ./) }, "\(run.output)")
        #expect(lines.contains { $0.hasPrefix("\(bad):") })
        #expect(lines.contains { $0.hasPrefix("missing.yaml:1:1: ") })
    }

    /// A state that waits for nothing, and one that nothing leads to.
    private static let defects = """
        workflow: two
        version: "1"
        title: { fr: Petit, en: Small }
        instrument: SML
        entry: open
        processes:
          life:
            title: { fr: A, en: A }
            initial: a
            states:
              a:
                title: { fr: A, en: A }
                on:
                  go: { title: { fr: A, en: A }, by: [INT], to: b }
                  end: { title: { fr: A, en: A }, by: [INT], to: z }
              b: { title: { fr: A, en: A } }
              lost:
                title: { fr: A, en: A }
                on: { end: { title: { fr: A, en: A }, by: [INT], to: z } }
              z: { title: { fr: A, en: A }, final: true }
        """

    @Test("Every defect of a file is told to programs with its place, the shortest way there and what to do")
    func findings() async throws {
        let site = try await CommandLineSite.bare()
        let file = try site.file("two.yaml", Self.defects)
        let deaf: JSON = [
            "file": .string(file), "line": 16, "column": 7, "code": "waits_for_nothing",
            "message": "the state b waits for nothing: it has no way out here and is not final",
            "path": ["start", "go by INT"],
            "suggestion": "Add a transition that leads on, or make the state final.",
        ]
        let lost: JSON = [
            "file": .string(file), "line": 17, "column": 7, "code": "unreachable",
            "message": "the state lost is never reached", "path": [],
            "suggestion": "Add a transition that leads there, or remove the state.",
        ]
        let told = try await site.run(["workflow", "check", file, "--json"])
        #expect(told.status == 1 && told.errors.isEmpty, "\(told.errors)")
        #expect(told.json["findings"] == [deaf, lost], "\(told.output)")
        let fixed = ["code": "invalid_definition", "applied": "no", "kind": "refusal"]
        #expect(fixed.allSatisfy { told.json[$0.key]?.text == $0.value }, "\(told.output)")
        let words = try await site.run(["workflow", "check", file])
        #expect(words.output.contains("\n    path: start > go by INT\n\(file):17:7: "), "\(words.output)")

        let misspelt = try site.file("one.yaml", Self.defects.replacing("to: b }", with: "to: bb }"))
        let near = try await site.run(["workflow", "check", misspelt, "--json"]).json
        let finding = near["findings"]?.elements?.first
        #expect(finding?["code"] == "unknown_state" && finding?["suggestion"] == "b", "\(near.canonical)")
    }
}
