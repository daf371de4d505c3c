import Statechart
import Testing

@Suite("Checking of charts")
struct ChartTests {
    private func findings(_ states: [Node], initial: [String]? = nil) -> [String] {
        do throws(InvalidChart) {
            _ = try Chart(Node("chart", initial: initial.map { DefaultTarget($0) }, children: states))
            return []
        } catch {
            return error.findings.map(\.description)
        }
    }

    @Test("All that is wrong is reported at once, each with its state")
    func everything() {
        let region = Node("b1")
        let twin = Node("b1")
        let found = findings(
            [
                Node("a", transitions: [Make.edge("e", "nowhere"), Make.edge("f", "b1", "c")]),
                Node("b", initial: DefaultTarget(["c"]), children: [region, twin]),
                Node("c", .parallel, children: [Node("cf", .final)]),
                Node("d", children: [Node("h", .shallowHistory), Node("d1")]),
            ])
        #expect(
            Set(found) == [
                "b1 is the id of more than one state", "a leads to nowhere, which does not exist",
                "a leads to b1 and c, which cannot both be active",
                "b leads by default to c, which is not inside it",
                "c has a final region", "h is a history without a default",
            ])
    }

    @Test("Nesting beyond 64 levels is refused, 64 are not")
    func nesting() {
        func nested(_ depth: Int) -> [Node] {
            [
                (1..<depth).reversed().reduce(Node("s\(depth)")) { inner, level in
                    Node("s\(level)", children: [inner])
                }
            ]
        }
        #expect(findings(nested(64)) == [])
        #expect(findings(nested(65)) == ["s65 is nested deeper than 64 levels"])
    }

    @Test("More than 10,000 states are refused with one finding")
    func many() {
        let states = (1...10_050).map { Node("s\($0)") }
        #expect(findings(Array(states.prefix(10_000))) == [])
        #expect(findings(states).count == 1)
    }

    @Test("A chart without states is refused")
    func empty() {
        #expect(findings([]) == ["chart has no state to be in"])
    }

    @Test(
        "Targets must be able to be active together",
        arguments: [
            (["a1", "b1"], true), (["h", "b1"], true), (["a", "a1"], false), (["a1", "a2"], false),
            (["h", "a1"], false),
            (["p", "b1"], false), (["a1", "a1"], false),
        ])
    func targets(_ targets: [String], areLegal: Bool) {
        let history = Node("h", .deepHistory, initial: DefaultTarget(["a1"]))
        let states = [
            Node("s", transitions: [Edge(on: ["e"], to: targets)]),
            Node(
                "p", .parallel,
                children: [
                    Node("a", children: [history, Node("a1"), Node("a2")]), Node("b", children: [Node("b1")]),
                ]),
        ]
        #expect(findings(states).isEmpty == areLegal)
    }

    @Test("A state without an id gets one that no target can name")
    func anonymous() throws {
        let chart = try Make.chart([Node(nil), Node("b")])
        #expect(chart.ids(chart.states.indices) == ["chart", "#1", "b"])
        #expect(chart.transitions.isEmpty)
    }

    @Test("Whether a configuration is legal")
    func legality() throws {
        let chart = try Make.chart([
            Node("p", .parallel, children: [Node("a", children: [Node("a1"), Node("a2")]), Node("b")]),
            Node("z"),
        ])
        func isLegal(_ ids: String...) -> Bool { chart.isLegal(StateSet(ids.compactMap(chart.index(of:)))) }
        #expect(isLegal("p", "a", "a1", "b") && isLegal("z"))
        #expect(!isLegal("p", "a", "a1") && !isLegal("p", "a", "b") && !isLegal("a1") && !isLegal())
        #expect(!isLegal("p", "a", "a1", "a2", "b") && !isLegal("p", "a", "a1", "b", "z"))
        #expect(!chart.isLegal([0]) && !chart.isLegal([99]))
        let closure = chart.closure(["a2", "b"].compactMap(chart.index(of:)))
        #expect(chart.ids(closure) == ["p", "a", "a2", "b"] && chart.isLegal(closure))
        #expect(chart.ids(chart.ancestors(of: 3)) == ["a", "p", "chart"])
    }
}
