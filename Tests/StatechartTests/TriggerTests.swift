import Statechart
import Testing

@Suite("Triggers worked out beforehand")
struct TriggerTests {
    static let descriptors = ["*", "a", "a.b", "a.b.c", "a.b.*", "b", "é", "a..b", "", ".", "error"]
    static let names = [
        "a", "a.b", "a.b.c", "a.b.c.d", "a.bc", "ab", "b.a", "b", "c", "", ".", "a.", "a..b", "a..b.c", "é",
        "e\u{301}", "error.execution", "errors",
    ]

    @Test("The candidates of a name are the transitions whose descriptors match it", arguments: names)
    func agreement(name: String) throws {
        let exact = Self.descriptors.map { TransitionNode<Toy.Expression>(on: [$0], isExact: true) }
        let chart = try Make.chart([
            Node("s", transitions: Self.descriptors.map { Make.edge($0) } + exact), Node("t"),
        ])
        let session = Make.started(chart).session
        let expected = chart.transitions.filter { $0.isTriggered(by: name) }.map(\.index)
        #expect(session.enabledCandidates(for: name).map(\.index) == expected)
    }

    @Test("What a session does is in its journal as in its trace")
    func journal() throws {
        let chart = try Make.chart([
            Make.state(
                "p", .parallel, [],
                [
                    Make.state("a", [], [Make.state("a1", [Make.edge("e", "a2")]), Make.state("a2")]),
                    Make.state("b", [], [Make.state("b1", [Make.edge("e", "b2")]), Make.state("b2")]),
                ])
        ])
        var traced = Make.started(chart).session
        var lean = traced
        let microstep = try #require(traced.process(Event("e")).first?.trace.microsteps.first)
        let isServed = lean.advance(on: Event("e"))
        #expect(isServed)
        #expect(chart.ids(lean.journal.exited) == microstep.exited)
        #expect(chart.ids(lean.journal.entered.map(\.index)) == microstep.entered.map(\.id))
        #expect(lean.journal.taken == microstep.transitions.map(\.index))
        #expect(lean.outputs.count == 4 && lean.configuration == traced.configuration)
        _ = lean.advance(on: Event("f"))
        #expect(lean.journal.ignored == ["f"] && lean.outputs.isEmpty)
    }
}
