import Definitions
import Expressions
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
