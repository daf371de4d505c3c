import Definitions
import Expressions
import Foundation
import Statechart
import Testing

@Suite("Chart files")
struct ChartFileTests {
    private static let example = """
        chart: door
        data:
          - id: count
            value: "0"
        states:
          - state: shut
            on:
              - event: push
                if: count < 3
                to: open
                do:
                  - assign: count
                    value: { expr: count + 1 }
              - event: push
                to: worn
          - state: open
            entry:
              - - send: { expr: "'pu' + 'sh'" }
                  after: 1s
            on:
              - event: push
                to: shut
          - final: worn
        """

    @Test("A chart file is read, runs, and is written as it was meant")
    func example() throws {
        let document = try ChartFile.read(Array(Self.example.utf8), file: "door.yaml")
        let text = ChartFile.text(of: document)
        let again = try ChartFile.read(Array(text.utf8), file: "door.yaml")
        #expect(ChartFile.text(of: again) == text)
        #expect(again.chart.states == document.chart.states)
        var tree = again.tree()
        tree.start()
        #expect(tree.root.atomicStates == ["shut"])
        tree.send(.init("push"))
        tree.advance(by: .seconds(1))
        #expect(tree.root.atomicStates == ["shut"])
        #expect(tree.root.model.variables["count"] == 1)
    }

    @Test(
        "What is wrong with a chart file is found, with its place",
        arguments: [
            ("states: []", "c.yaml:1:1", Finding.Code.missingKey),
            ("chart: a\nstates: []", "c.yaml:1:1", .chart),
            ("chart: a\nstates:\n  - state: b\n    final: c", "c.yaml:3:5", .missingKey),
            ("chart: a\nstates:\n  - state: b\n    colour: c", "c.yaml:4:5", .unknownKey),
            ("chart: a\nstates:\n  - state: b\n    on:\n      - to: c", "c.yaml:3:5", .chart),
            ("chart: a\nstates:\n  - state: b\n  - state: b", "c.yaml:4:5", .chart),
            ("chart: a\ninitial: []\nstates:\n  - state: b", "c.yaml:1:1", .chart),
            (
                "chart: a\nstates:\n  - state: b\n    entry:\n      - - raise: e\n          log: x",
                "c.yaml:5:11", .missingKey
            ),
            (
                "chart: a\nstates:\n  - state: b\n    entry:\n      - - choose:\n          - do: []\n"
                    + "          - if: 'true'\n            do: []", "c.yaml:6:13", .missingKey
            ),
            (
                "chart: a\nstates:\n  - state: b\n    entry:\n      - - send: e\n          params: []\n"
                    + "          content: c", "c.yaml:6:19", .conflict
            ),
            (
                "chart: a\nstates:\n  - state: b\n    done:\n      params:\n        - name: p\n"
                    + "          expr: x\n          location: x", "c.yaml:8:21", .conflict
            ),
            (
                "chart: a\nstates:\n  - state: b\n    invoke:\n      - id: i\n        source: x\n"
                    + "  - state: c\n    invoke:\n      - id: i\n        source: x", "c.yaml:9:13", .chart
            ),
            ("chart: &a b\nstates:\n  - state: b", "c.yaml:1:8", .anchor),
            ("chart: a\nstates:\n  - state: a b", "c.yaml:3:5", .badValue),
            ("chart: a\nstates:\n  - final: ''", "c.yaml:3:5", .badValue),
            (
                "chart: a\nstates:\n  - state: b\n    on:\n      - event: [v, v w]\n        to: b",
                "c.yaml:5:16",
                .badValue
            ),
            (
                "chart: a\nstates:\n  - state: b\n    entry:\n      - - log: \"\\x01\"", "c.yaml:5:16",
                .badValue
            ),
            (
                "chart: a\nstates:\n  - state: b\n    invoke:\n      - source: x\n        content: x",
                "c.yaml:5:17",
                .conflict
            ),
        ])
    func refused(text: String, place: String, code: Finding.Code) {
        do throws(InvalidDefinition) {
            _ = try ChartFile.read(Array(text.utf8), file: "c.yaml")
            Issue.record("It was accepted.")
        } catch {
            #expect(error.findings.map(\.code) == [code], "\(error)")
            #expect(error.findings.map(\.place.description) == [place], "\(error)")
        }
    }

    @Test("Texts of every kind come back as they were")
    func texts() throws {
        for value in [
            "", " ", "null", "true", "~", "- a", "a: b", "é\u{1F600}\u{202E}\n\t\"\\", "#x", "0o17",
        ] {
            let escaped = value.unicodeScalars.map { "&#\($0.value);" }.joined()
            let text =
                "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\"><state id=\"a\"><onentry>"
                + "<log label=\"\(escaped)\"/></onentry></state></scxml>"
            let document = try SCXMLReader.read(Array(text.utf8))
            let yaml = ChartFile.text(of: document)
            let again = try ChartFile.read(Array(yaml.utf8), file: "c.yaml")
            #expect(again.chart.states == document.chart.states, "\(yaml)")
            let exported = try SCXMLReader.read(Array(again.scxml.utf8))
            #expect(exported.chart.states == document.chart.states, "\(again.scxml)")
        }
    }

    @Test(
        "A file that cannot be read is told by its name when its value is wanted, and kept by import and export",
        arguments: [
            ("nothere.txt", "cannot be read: there is no such file"),
            ("sub", "cannot be read: it is no file"),
            ("big.txt", "cannot be read: it has more than 1048576 bytes"),
            ("latin.txt", "cannot be read: it is not UTF-8 text"),
        ])
    func unreadable(file: String, reason: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scxml-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "sub"), withIntermediateDirectories: true)
        try Data(repeating: 0x20, count: 1 << 20 + 1).write(to: folder.appending(path: "big.txt"))
        try Data([0xE9]).write(to: folder.appending(path: "latin.txt"))
        let text =
            "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\"><datamodel><data id=\"x\" src=\"\(file)\"/>"
            + "</datamodel><state/></scxml>"
        let document = try SCXMLReader.read(Array(text.utf8), in: .directory(folder.path))
        #expect(document.warnings.map(\.message) == ["\(file) \(reason)."])
        var session = document.session()
        let failures = session.start().flatMap(\.trace.failures)
        #expect(failures.map(\.description) == ["\(file) \(reason)"])
        let again = try ChartFile.read(Array(ChartFile.text(of: document).utf8), file: "c.yaml")
        #expect(
            ChartFile.text(of: document).contains("src: \(file)")
                && ChartFile.text(of: again).contains("src: \(file)"))
        #expect(again.scxml.contains("src=\"\(file)\"") && document.scxml == again.scxml)
        session = again.session()
        #expect(
            session.start().flatMap(\.trace.failures).allSatisfy {
                $0.description.hasPrefix("\(file) cannot")
            })
    }

    @Test("A file with a byte order mark is read without it")
    func byteOrderMark() throws {
        let folder = SCXMLFolder { _ throws(SCXMLFolder.Failure) in "\u{FEFF}[1]" }
        let text =
            "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\"><datamodel><data id=\"x\" src=\"a.json\"/></datamodel>"
            + "<state/></scxml>"
        var session = try SCXMLReader.read(Array(text.utf8), in: folder).session()
        _ = session.start()
        #expect(session.model.variables["x"] == [1])
    }

    @Test(
        "Names that a reader of YAML may take for something else stand in quotes",
        arguments: ["yes", "No", "on", "y"])
    func mistaken(name: String) throws {
        let text =
            "chart: c\nstates:\n  - state: \"\(name)\"\n    on:\n      - event: \"\(name)\"\n        to: \"\(name)\""
        let document = try ChartFile.read(Array(text.utf8), file: "c.yaml")
        let written = ChartFile.text(of: document)
        #expect(written.ranges(of: "\"\(name)\"").count == 3 && written.contains("    on:"), "\(written)")
    }

    @Test("A chart as deep as charts may be comes back as it was")
    func deepest() throws {
        let open = (1...64).map { "<state id=\"s\($0)\">" }.joined()
        let inside = String(repeating: "<if cond=\"true\">", count: 20)
        let text =
            "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\">\(open)<onentry>\(inside)"
            + String(repeating: "</if>", count: 20) + "</onentry>"
            + String(repeating: "</state>", count: 64) + "</scxml>"
        let document = try SCXMLReader.read(Array(text.utf8))
        let again = try ChartFile.read(Array(ChartFile.text(of: document).utf8), file: "c.yaml")
        #expect(again.chart.states == document.chart.states)
        #expect(again.scxml == document.scxml)
    }
}
