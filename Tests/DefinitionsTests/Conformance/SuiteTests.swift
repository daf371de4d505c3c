import Agreements
import Definitions
import Foundation
import Testing

@Suite("Running suites of cases")
struct SuiteTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "entente-suite-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private static func document(_ inside: String) -> String {
        "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"cel\">\(inside)</scxml>"
    }

    private func problem(_ run: () throws -> [ConformanceVerdict]) -> ConformanceProblem? {
        do { _ = try run() } catch { return error as? ConformanceProblem }
        return nil
    }

    private func remove() { try? FileManager.default.removeItem(at: folder) }

    @Test("Documents of a manifest pass or fail with the reason, a missing or refused one too")
    func documents() throws {
        defer { remove() }
        try write("a.scxml", Self.document("<final id=\"pass\"/>"))
        try write("b.scxml", Self.document("<state id=\"s\"><onentry><log expr=\"x\"/></onentry></state>"))
        try write("c.scxml", "<!DOCTYPE x>" + Self.document("<state/>"))
        try write("e.scxml", Self.document("<state id=\"s\"><transition target=\"s\"/></state>"))
        try write("f.scxml", Self.document("<state id=\"pass\"><state id=\"i\"/></state>"))
        try write(
            "manifest.json",
            """
            {"tests": [{"id": "1", "file": "a.scxml", "family": "x"},
            {"id": "2", "file": "b.scxml", "family": "x"}, {"id": "3", "file": "c.scxml", "family": "y"},
            {"id": "4", "file": "d.scxml", "family": "y"}, {"id": "5", "file": "e.scxml", "family": "y"},
            {"id": "6", "file": "f.scxml", "family": "y"}]}
            """)
        let report = ConformanceReport(try SCXMLSuite.run(folder.path))
        let lines = report.text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "pass 1")
        #expect(lines[1].hasPrefix("fail 2: came to rest in s (last failure: "))
        #expect(
            lines[2] == "fail 3: refused, line 1: DOCTYPE and ENTITY are not supported in Entente's profile.")
        #expect(
            lines[3].hasSuffix("d.scxml: there is no such file or folder")
                || lines[3].contains("cannot be read"))
        #expect(lines[4] == "fail 5: stopped: no rest after 1000 microsteps, in s")
        #expect(lines[5] == "fail 6: came to rest in i")
        #expect(
            lines[6...] == [
                "family x: 1 passed, 1 failed", "family y: 0 passed, 4 failed", "1 passed, 5 failed",
            ])
        #expect(report.json["cases"]?.elements?.count == 6)
        #expect(report.json["failed"] == 5)
    }

    private static let kid = """
        <invoke id="kid"><content><scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="cel">
        <state id="k"><transition event="hi" target="f"/></state><final id="f"/></scxml></content></invoke>
        """

    static let sentLater = [
        // The child is not there yet when the event is sent, and is when it comes.
        """
        <state id="s"><onentry><send event="hi" target="#_kid" delay="1s"/><send event="late" delay="3s"/></onentry>
        \(kid)<transition event="done.invoke.kid" target="pass"/>
        <transition event="late error.communication" target="fail"/></state>
        """,
        // The child has ended by then.
        """
        <state id="s"><onentry><send event="go" delay="1s"/><send event="late" delay="5s"/></onentry>\(kid)
        <transition event="go"><send event="hi" target="#_kid" delay="1s"/>
        <send event="hi" id="last" target="#_kid" delay="2s"/></transition>
        <transition event="error.communication" cond="_event.sendid == 'last'" target="pass"/>
        <transition event="late" target="fail"/></state>
        """,
    ]

    @Test("What is sent later looks for its target when it comes (SCXML 6.2)", arguments: sentLater)
    func later(states: String) throws {
        defer { remove() }
        try write("a.scxml", Self.document(states + "<final id=\"pass\"/><final id=\"fail\"/>"))
        try write("manifest.json", #"{"tests": [{"id": "1", "file": "a.scxml", "family": "x"}]}"#)
        let text = ConformanceReport(try SCXMLSuite.run(folder.path)).text
        #expect(text.hasPrefix("pass 1"), "\(text)")
    }

    @Test("A document that begins its loops again with each timer is stopped once it has done enough")
    func endlessWork() throws {
        defer { remove() }
        let list = "[" + (0..<60).map(String.init).joined(separator: ",") + "]"
        let loop = """
            <foreach array="list" item="i"><foreach array="list" item="j"><assign location="n" expr="j"/></foreach></foreach>
            """
        try write(
            "a.scxml",
            Self.document(
                """
                <datamodel><data id="list" expr="\(list)"/><data id="n" expr="0"/></datamodel>
                <state id="a"><transition event="tick" target="a"/>
                <onentry><send event="tick" delay="1s"/>\(loop)</onentry></state>
                """))
        try write("manifest.json", #"{"tests": [{"id": "1", "file": "a.scxml", "family": "x"}]}"#)
        let line = try #require(
            ConformanceReport(try SCXMLSuite.run(folder.path)).text.split(separator: "\n").first)
        let words = try #require(
            line.firstMatch(of: /^fail 1: stopped after (\d+) events and (\d+) actions in a/), "\(line)")
        let actions = try #require(Int(words.2))
        #expect((200_000...210_000).contains(actions), "\(line)")
    }

    @Test("A script is compared after the start and after each event, with its delays and data")
    func scripts() throws {
        defer { remove() }
        try write(
            "a.scxml",
            Self.document(
                """
                <state id="a"><onentry><send event="tick" delay="100ms"/></onentry>
                <transition event="tick" target="b"/></state>
                <state id="b"><transition event="e" cond="_event.data.n == 1.5" target="p"/></state>
                <parallel id="p"><transition event="end" target="f"/><state id="q"/><state id="r"/></parallel>
                <final id="f"/>
                """))
        func manifest(_ then: String, _ data: String) -> String {
            """
            {"tests": [{"id": "1", "file": "a.scxml", "initial": ["a"], "script": [
            {"event": "x", "then": ["a"]}, {"afterMilliseconds": 100, "event": "x", "then": ["b"]},
            {"event": "e", "data": {"n": \(data)}, "then": ["r", "q"]},
            {"event": "end", "then": ["\(then)"]}]}]}
            """
        }
        try write("manifest.json", manifest("f", "1.5"))
        #expect(try SCXMLSuite.run(folder.path).map(\.failure) == [nil])
        #expect(try SCXMLSuite.run(folder.path + "/manifest.json").map(\.failure) == [nil])
        try write("manifest.json", manifest("g", "1.5"))
        #expect(
            try SCXMLSuite.run(folder.path).map(\.failure) == ["after step 4 (end): ended in f, expected g"])
        try write("manifest.json", manifest("f", "2"))
        #expect(
            try SCXMLSuite.run(folder.path).map(\.failure) == [
                "after step 3 (e): came to rest in b, expected q, r"
            ])
    }

    @Test(
        "A manifest of neither kind is refused as a whole",
        arguments: [
            "", "[]", "{}", "{\"tests\": 1}", "{\"tests\": []}",
            "{\"tests\": [{\"id\": \"1\", \"file\": \"a\", \"initial\": [\"a\"]}]}", "{\"tests\": [{}]}",
            "{\"tests\": [{\"id\": \"1\"}]}",
            "{\"tests\": [{\"id\": \"1\", \"file\": \"a\", \"script\": [{}], \"initial\": []}]}",
            "{\"tests\": [{\"id\": \"1\", \"file\": \"a\", \"script\": []}]}",
            "{\"tests\": [{\"id\": \"1\", \"file\": \"a\", \"expectedFinalState\": \"fail\"}]}",
            "{\"tests\": [{\"id\": \"1\", \"file\": \"a\", \"initial\": [], \"script\": "
                + "[{\"event\": \"e\", \"then\": [], \"afterMilliseconds\": -1}]}]}",
        ])
    func badManifest(text: String) throws {
        defer { remove() }
        try write("manifest.json", text)
        let problem = problem { try SCXMLSuite.run(folder.path) }
        #expect(problem?.kind == .notASuite)
        #expect(problem?.description.contains("\n") == false)
    }

    @Test("What is not there is said; a folder without cases is no suite")
    func missing() throws {
        defer { remove() }
        #expect(problem { try SCXMLSuite.run(folder.path + "/nothing") }?.kind == .unreadable)
        #expect(problem { try CELSuite.run(folder.path + "/nothing") }?.kind == .unreadable)
        #expect(problem { try SCXMLSuite.run(folder.path) }?.kind == .notASuite)
        #expect(problem { try CELSuite.run(folder.path) }?.kind == .notASuite)
    }

    @Test(
        "Expressions pass by type and value, fail with what they gave, and bad cases are refused as a whole")
    func expressions() throws {
        defer { remove() }
        let one = "\"expect\": {\"value\": {\"type\": \"int\", \"value\": \"1\"}}"
        try write(
            "a.json",
            """
            [{"id": "a", "file": "f", "expr": "1", \(one)}, {"id": "b", "file": "f", "expr": "1u", \(one)},
            {"id": "c", "file": "f", "expr": "1 / 0", \(one)}, {"id": "d", "file": "f", "expr": "(", \(one)},
            {"id": "e", "file": "f", "expr": "(", "expect": {"error": "x"}},
            {"id": "f", "file": "f", "expr": "1", "expect": {"error": "x"}},
            {"id": "g", "file": "f", "expr": "x", "expect": {"value": {"type": "double", "value": "NaN"}},
             "bindings": {"x": {"type": "double", "value": "NaN"}}, "declares": {"x": "double"}}]
            """)
        let failures = try CELSuite.run(folder.path).map(\.failure)
        #expect(failures.map { $0 == nil } == [true, false, false, false, true, false, true])
        #expect(failures[1] == "gave 1u of type uint, expected 1 of type int")
        for bad in [
            "{}", "[]", "[{}]", "[{\"id\": \"a\", \"expr\": \"1\", \"expect\": {\"value\": {}}}]",
            "[{\"id\": \"a\", \"expr\": \"1\"}]",
        ] {
            try write("a.json", bad)
            #expect(problem { try CELSuite.run(folder.path + "/a.json") }?.kind == .notASuite)
        }
    }

    @Test("A value that does not exist fails its case, with the reason, and not those beside it")
    func unreadableValues() throws {
        defer { remove() }
        try write(
            "a.json",
            """
            [{"id": "a", "file": "f", "expr": "1", "expect": {"value": {"type": "int", "value": "1"}}},
            {"id": "b", "file": "f", "expr": "x", "expect": {"error": "x"},
             "bindings": {"x": {"type": "duration", "value": "-9223372036.854775809s"}}},
            {"id": "c", "file": "f", "expr": "1", "expect": {"value": {"type": "uint", "value": "-1"}}},
            {"id": "d", "file": "f", "expr": "1", "expect": {"value": {"type": "enum", "value": "1"}}},
            {"id": "e", "file": "f", "expr": "x", "bindings": {"x": {"type": "duration",
             "value": "-9223372036.854775808s"}}, "expect": {"value": {"type": "duration",
             "value": "-9223372036.854775808s"}}}]
            """)
        let verdicts = try CELSuite.run(folder.path)
        #expect(
            verdicts.map(\.failure) == [
                nil, "the value of x is no duration", "the expected value is no uint",
                "the expected value is no enum, a type not known here", nil,
            ])
        #expect(verdicts.map(\.id) == ["a", "b", "c", "d", "e"] && verdicts.allSatisfy { $0.family == "f" })
    }

    @Test(
        "A file with a byte order mark is read, one that is no JSON says where, and one that is too deep why")
    func forms() throws {
        defer { remove() }
        try write(
            "a.json", "\u{FEFF}[{\"id\": \"a\", \"expr\": \"1\", \"expect\": {\"error\": \"x\"}}]")
        #expect(try CELSuite.run(folder.path).map(\.id) == ["a"])
        let deep = String(repeating: "[", count: 129) + String(repeating: "]", count: 129)
        let bad = [
            ("[\n?]", "the text is not JSON (line 2, column 1)"), (deep, "nested deeper than 128 levels"),
        ]
        for (text, reason) in bad {
            try write("a.json", text)
            #expect(problem { try CELSuite.run(folder.path) }?.description.contains(reason) == true)
        }
    }

    private static let bound: [(String, String)] = [
        (#"{"x": {"type": "null"}}"#, "null"), (#"{"x": {"type": "int", "value": "1"}}"#, "1"),
        (#"{"x": {"type": "int"}}"#, "{\"type\": \"int\"}"),
        (#"{"x": [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}"#, "[[[["),
        (#"{"x": 1e400}"#, "the number 1e400 is larger than a double can be"),
        (#"{"x": 1, "x": 2}"#, "stands twice"), ("[1]", "no JSON object"), ("{", "not JSON"),
        (
            "{\"x\": " + String(repeating: "[", count: 200) + String(repeating: "]", count: 200) + "}",
            "128 levels"
        ),
    ]

    @Test("Bindings are JSON, typed where they say so, and told why they cannot be read", arguments: bound)
    func bindings(text: String, outcome: String) {
        do throws(CELEvaluation.Failure) {
            #expect(try CELEvaluation.evaluate("x", bindings: text).text.hasPrefix(outcome))
        } catch {
            #expect("\(error)".contains(outcome), "\(error)")
        }
    }

    @Test("An expression beyond the limits of a guard is refused by name")
    func limits() {
        let long = String(repeating: "1 + ", count: 2_000) + "1"
        let deep = String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)
        let wide = "[" + (0..<100).map(String.init).joined(separator: ",") + "]"
        let costly = "\(wide).map(x, \(wide).map(y, '0123456789'))"
        let nested = "[1].all(a, [1].all(b, [1].all(c, true)))"
        for (expression, word) in [(long, "bytes"), (deep, "deep"), (costly, "cost"), (nested, "Macros")] {
            do {
                _ = try CELEvaluation.evaluate(expression)
                Issue.record("\(expression.prefix(40)) was evaluated.")
            } catch {
                #expect("\(error)".contains(word), "\(error)")
            }
        }
    }
}
