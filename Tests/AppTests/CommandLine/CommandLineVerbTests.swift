import Agreements
import Foundation
import TestSupport
import Testing

@Suite("The command line, on what it lists, draws and tries", .besideThePool)
struct CommandLineVerbTests {
    private static let (anne, kim) = ("anne@inserm.example", "kim@inserm.example")

    @Test("Each list has a row for what was made, in words and as JSON, and none for what was not")
    func lists() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let delegation = try await site.done(["delegation", "grant", Self.anne, Self.kim, "PI_FR"])
        let id = try #require(delegation["id"])
        let table: [([String], [String: JSON], String)] = [
            (["workflow", "list"], ["id": "lia", "published_at": "2016-02-29T23:00:00.000Z"], "lia "),
            (["call", "list"], ["year": 2016, "instruments": ["LIA"]], "2016-06-15 17:00"),
            (["agreement", "list"], ["id": .string(file), "state": ["draft.open"]], "inserm,snu"),
            (["agreement", "list", "--state", "draft.open"], ["id": .string(file)], file),
            (["delegation", "list"], ["id": id, "role": "PI_FR", "revoked_at": .null], "anne"),
            (["delegation", "list", Self.kim], ["id": id, "scope": "*"], "kim"),
        ]
        for (arguments, row, words) in table {
            let rows = try await site.done(arguments).elements ?? []
            #expect(rows.count == 1, "\(arguments)")
            for (name, value) in row { #expect(rows.first?[name] == value, "\(arguments) \(name)") }
            let run = try await site.run(arguments)
            #expect(run.status == 0 && run.errors == "", "\(arguments) \(run.errors)")
            #expect(run.output.contains(words), "\(arguments) \(run.output)")
        }
        for arguments in [
            ["agreement", "list", "--state", "signed"], ["delegation", "list", "denis@inserm.example"],
        ] {
            #expect(try await site.done(arguments) == [], "\(arguments)")
            #expect(try await site.run(arguments).output.hasPrefix("No "), "\(arguments)")
        }
    }

    @Test("A process is drawn with its title and where the file stands, in either language and each format")
    func pictures() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let draw = ["workflow", "draw", "lia"]
        let words = [
            (
                "fr", "Laboratoire international associé — Vie du laboratoire associé",
                "En ce moment : Ouvert."
            ),
            (
                "en", "International associated laboratory — Life of the associated laboratory",
                "At present: Open."
            ),
        ]
        for (language, title, here) in words {
            let drawing = draw + ["--lang", language]
            let answer = try await site.done(drawing + ["--agreement", file])
            #expect(answer["format"] == "svg" && answer["process"] == "life")
            let picture = answer["picture"]?.text ?? ""
            #expect(picture.contains("<svg role=\"img\" lang=\"\(language)\""))
            #expect(picture.contains("<title id=\"title\">\(title)</title>"))
            #expect(picture.contains("\(here)</desc>"))
            let whole = try await site.run(drawing)
            #expect(whole.status == 0 && whole.output.contains("<title id=\"title\">\(title)</title>"))
            #expect(!whole.output.contains(here))
        }
        for (format, active) in [("mermaid", "classDef active"), ("dot", "● here")] {
            let drawing = draw + ["--lang", "en", "--format", format]
            let marked = try await site.run(drawing + ["--agreement", file])
            #expect(marked.status == 0 && marked.output.contains(active), "\(format)")
            let plain = try await site.run(drawing)
            #expect(plain.status == 0 && !plain.output.contains(active), "\(format)")
        }
        let folder = site.folder.appending(path: "pictures").path
        let files = try await site.done(
            draw + ["--agreement", file, "--format", "mermaid", "--output", folder])["files"]
        #expect(files == [.string("\(folder)/lia-life.mmd")])
        #expect(FileManager.default.fileExists(atPath: "\(folder)/lia-life.mmd"))
    }

    @Test("A definition in a file is drawn, and its scenarios are played, without a database")
    func withoutDatabase() async throws {
        let workflows = CommandLineSite.workflows
        let site = try await CommandLineSite.bare()
        let away = ["DATABASE_URL": "host=/nowhere user=nobody"]
        let drawing = ["workflow", "draw", "\(workflows)/lia.yaml", "--process", "amendment"]
        let drawn = try await site.run(drawing + ["--lang", "fr", "--format", "mermaid"], away)
        #expect(drawn.status == 0 && drawn.output.hasPrefix("---\ntitle: \"Avenant\"\n"), "\(drawn.errors)")

        let scenario = "\(workflows)/scenarios/call-extended-while-open.yaml"
        let text = try String(contentsOfFile: scenario, encoding: .utf8)
        let wrong = try site.file(
            "wrong.yaml", text.replacing("state: [draft.open]", with: "state: [ranking]"))
        for (path, status, sum) in [
            (scenario, Int32(0), "1 passed, 0 failed"), (wrong, Int32(1), "0 passed, 1 failed"),
        ] {
            let arguments = ["workflow", "test", "\(workflows)/lia.yaml", path]
            let run = try await site.run(arguments, away)
            #expect(run.status == status && run.output.contains("\n\(sum)\n"), "\(run.output)\(run.errors)")
            let json = try await site.run(arguments + ["--json"], away)
            #expect(json.status == status)
            let played = json.json["scenarios"]?.elements ?? []
            #expect(played.map { $0["passed"] } == [.bool(status == 0)])
            let places = played.first?["failures"]?.elements?.compactMap { $0["place"]?.text } ?? []
            #expect(places.isEmpty == (status == 0))
            for place in places { #expect(place.hasPrefix("\(path):"), "\(place)") }
            let covered = json.json["coverage"]?.elements ?? []
            #expect(covered.map { $0["workflow"] } == ["lia"])
        }
    }
}
