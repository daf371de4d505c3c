import Agreements
import Foundation
import Testing

@Suite("The command line, for SCXML and CEL")
struct CommandLineStandardsTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "entente-standards-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func run(_ arguments: String...) async throws -> CommandLineRun {
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path]
        return try await CommandLineRun.run(
            CommandLineRun.executable, arguments, environment: environment, in: folder)
    }

    private func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        return path(name)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func remove() { try? FileManager.default.removeItem(at: folder) }

    private static func document(_ inside: String) -> String {
        "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"cel\">\(inside)</scxml>"
    }

    @Test("Documents are run without a database: the totals stand alone in the last line, 1 means a failure")
    func machines() async throws {
        defer { remove() }
        let good = try write("good.scxml", Self.document("<final id=\"pass\"/>"))
        let bad = try write("bad.scxml", Self.document("<final id=\"fail\"/>"))
        let evil = try write("evil.scxml", "<!DOCTYPE scxml [<!ENTITY a \"b\">]>" + Self.document("<state/>"))
        let passed = try await run("scxml", "test", good)
        #expect(passed.status == 0)
        #expect(passed.output == "pass \(good)\n1 passed, 0 failed\n")
        let failed = try await run("scxml", "test", good, bad, evil)
        #expect(failed.status == 1)
        #expect(failed.output.contains("fail \(bad): ended in fail"))
        #expect(failed.output.contains("DOCTYPE and ENTITY are not supported in Entente's profile."))
        #expect(failed.output.hasSuffix("\n1 passed, 2 failed\n"))
        let json = try await run("scxml", "test", bad, "--json").json
        #expect(json["failed"] == 1)
        #expect(json["cases"]?.elements?.first?["reason"] == "ended in fail")
    }

    @Test("A suite is told case by case, then by family, in words and as JSON")
    func families() async throws {
        defer { remove() }
        let step = "<state id=\"a\"><transition event=\"t\" target=\"b\"/></state><state id=\"b\"/>"
        for (name, inside) in [
            ("good", "<final id=\"pass\"/>"), ("bad", "<final id=\"fail\"/>"), ("step", step),
        ] {
            _ = try write("\(name).scxml", Self.document(inside))
        }
        _ = try write(
            "manifest.json",
            """
            {"tests": [
            {"id": "one", "file": "good.scxml", "family": "ends"},
            {"id": "two", "file": "bad.scxml", "family": "ends"},
            {"id": "three", "file": "step.scxml", "family": "steps", "initial": ["a"],
            "script": [{"event": "t", "then": ["b"]}]},
            {"id": "four", "file": "good.scxml"}]}
            """)
        let run = try await run("scxml", "test", folder.path)
        #expect(run.status == 1)
        #expect(
            run.output == """
                pass one
                fail two: ended in fail
                pass three
                pass four
                family ends: 1 passed, 1 failed
                family steps: 1 passed, 0 failed
                3 passed, 1 failed

                """)
        let json = try await self.run("scxml", "test", folder.path, "--json")
        #expect(json.status == 1 && json.json["passed"] == 3 && json.json["failed"] == 1)
        #expect(
            json.json["families"] == [
                ["family": "ends", "passed": 1, "failed": 1], ["family": "steps", "passed": 1, "failed": 0],
            ])
        #expect(json.json["cases"]?.elements?.map { $0["family"] } == ["ends", "ends", "steps", ""])
    }

    @Test("A path that is not there is a fault, a folder without a manifest is wrong usage, in one line each")
    func badPaths() async throws {
        defer { remove() }
        for command in ["scxml", "cel"] {
            let missing = try await run(command, "test", "nothing")
            #expect(missing.status == 3)
            #expect(missing.errors == "entente: nothing: there is no such file or folder\n")
            let empty = try await run(command, "test", folder.path)
            #expect(empty.status == 2)
            #expect(empty.errors.split(separator: "\n").count == 1)
            let json = try await run(command, "test", "nothing", "--json")
            #expect(json.status == 3)
            #expect(json.json["code"] == "unreadable_file")
            #expect(json.json["applied"] == "no")
            #expect(try await run(command, "test").status == 2)
        }
    }

    @Test("A document is imported with its warnings, and exported again")
    func importAndExport() async throws {
        defer { remove() }
        let file = try write(
            "a.scxml",
            Self.document(
                """
                <state id="s"><onentry><send event="no" type="smoke"/></onentry>
                <transition event="error.execution" target="pass"/></state><final id="pass"/>
                """))
        let imported = try await run("scxml", "import", file)
        #expect(imported.status == 0)
        #expect(imported.errors == "warning: \(file): line 1: There is no event processor `smoke`.\n")
        let chart = try write("a.yaml", imported.output)
        let exported = try await run("scxml", "export", chart, "--output", path("b.scxml"))
        #expect(exported.status == 0)
        #expect(exported.output == "")
        #expect(
            try await run("scxml", "test", path("b.scxml")).output
                == "pass \(path("b.scxml"))\n1 passed, 0 failed\n")
        let evil = try await run("scxml", "import", try write("e.scxml", Self.document("<script/>")))
        #expect(evil.status == 1)
        #expect(evil.output == "\(path("e.scxml")):1: <script> is not supported in Entente's profile.\n")
        #expect(try await run("scxml", "import", "nothing.scxml").status == 3)
        #expect(try await run("scxml", "export", try write("b.yaml", "chart: x\nstates: []")).status == 1)
    }

    @Test("A process of a workflow is exported, and can be imported")
    func workflow() async throws {
        defer { remove() }
        let file = "\(CommandLineSite.workflows)/lia.yaml"
        let exported = try await run("scxml", "export", file, "--process", "life", "-o", path("life.scxml"))
        #expect(exported.status == 0, "\(exported.errors)")
        let imported = try await run("scxml", "import", path("life.scxml"))
        #expect(imported.status == 0)
        #expect(imported.output.contains("state: draft"))
        let unknown = try await run("scxml", "export", file, "--process", "nothing")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("has no process nothing, only "))
    }

    @Test("Cases of expressions are run as documents are")
    func expressions() async throws {
        defer { remove() }
        let file = try write(
            "cases.json",
            """
            [{"id": "a", "file": "f", "expr": "1 + 1", "expect": {"value": {"type": "int", "value": "2"}}},
            {"id": "b", "file": "f", "expr": "1 / 0", "expect": {"error": "division"}}]
            """)
        let run = try await run("cel", "test", file)
        #expect(run.status == 0)
        #expect(run.output == "pass a\npass b\nfamily f: 2 passed, 0 failed\n2 passed, 0 failed\n")
    }

    @Test("One expression gives its value, or one line with its place and 1")
    func evaluation() async throws {
        defer { remove() }
        #expect(try await run("cel", "eval", "1 + 2").output == "3\n")
        let bound = try await run("cel", "eval", "x.y + [z]", "--bindings", #"{"x": {"y": [1]}, "z": 2}"#)
        #expect(bound.output == "[1, 2]\n")
        let typed = try await run("cel", "eval", "2u", "--json").json
        #expect(typed["value"] == ["type": "uint", "value": "2"])
        let failed = try await run("cel", "eval", "1 + 1 / 0")
        #expect(failed.status == 1)
        #expect(failed.errors.hasPrefix("entente: 1:5: "))
        let json = try await run("cel", "eval", "1 +", "--json")
        #expect(json.status == 1)
        #expect(json.json["code"] == "expression")
        #expect(try await run("cel", "eval", "x", "--bindings", "[]").status == 2)
        #expect(try await run("cel", "eval").status == 2)
    }
}
