import Statechart
import Testing

@Suite("History")
struct HistoryTests {
    private func session(_ kind: Node.Kind) throws -> ToySession {
        Make.started(
            try Make.chart(
                [
                    Make.state(
                        "a", [Make.edge("out", "z")],
                        [
                            Make.state("h", kind, initial: ["a1"]),
                            Make.state("a1", [Make.edge("next", "b2")]),
                            Make.state("b", [], [Make.state("b1"), Make.state("b2")]),
                        ]),
                    Make.state("z", [Make.edge("back", "h"), Make.edge("anew", "a")]),
                ], initial: ["z"])
        ).session
    }

    @Test(
        "Before there is anything to remember a history leads to its default, whose content runs after entry")
    func emptyHistory() throws {
        var session = try session(.shallowHistory)
        let macrosteps = session.process(Event("back"))
        #expect(macrosteps.steps == ["back: -z +a +a1"])
        #expect(macrosteps.logged == ["-z", "+a", "default of h", "+a1"])
    }

    @Test(
        "A shallow history brings a child back, a deep one all that was inside it",
        arguments: [
            (Node.Kind.shallowHistory, "back: -z +a +b! +b1"), (.deepHistory, "back: -z +a +b! +b2!"),
        ])
    func restored(kind: Node.Kind, step: String) throws {
        var session = try session(kind)
        for event in ["back", "next", "out"] { _ = session.process(Event(event)) }
        #expect(session.process(Event("back")).steps == [step])
    }

    @Test("A default entry ignores what a history remembers")
    func anew() throws {
        var session = try session(.deepHistory)
        for event in ["back", "next", "out"] { _ = session.process(Event(event)) }
        #expect(session.process(Event("anew")).steps == ["anew: -z +a +a1"])
    }

    @Test("Each region of a parallel state can come back through its own history, beside a fresh target")
    func regions() throws {
        let regions = ["a", "b"].map { id in
            Make.state(
                id, [],
                [
                    Make.state("h\(id)", .deepHistory, initial: ["\(id)1"]),
                    Make.state("\(id)1", [Make.edge(id, "\(id)2")]), Make.state("\(id)2"),
                ])
        }
        var (session, _) = Make.started(
            try Make.chart([
                Make.state("p", .parallel, [Make.edge("out", "z")], regions),
                Make.state("z", [Make.edge("back", "ha", "b2")]),
            ]))
        for event in ["a", "out"] { _ = session.process(Event(event)) }
        #expect(session.process(Event("back")).steps == ["back: -z +p +a +a2! +b +b2"])
        #expect(session.chart.isLegal(session.configuration))
    }

    @Test("A deep history of a parallel state brings back all its regions")
    func deepParallel() throws {
        let regions = ["a", "b"].map { id in
            Make.state(id, [], [Make.state("\(id)1", [Make.edge(id, "\(id)2")]), Make.state("\(id)2")])
        }
        var (session, _) = Make.started(
            try Make.chart([
                Make.state(
                    "p", .parallel, [Make.edge("out", "z")],
                    [Make.state("h", .deepHistory, initial: ["a2"])] + regions),
                Make.state("z", [Make.edge("back", "h")]),
            ]))
        for event in ["b", "out"] { _ = session.process(Event(event)) }
        #expect(session.process(Event("back")).steps == ["back: -z +p +a! +a1! +b! +b2!"])
    }

    @Test("A transition to a history of its own ancestor leaves and enters what it should, at each turn")
    func ownAncestor() throws {
        var (session, _) = Make.started(
            try Make.chart([
                Make.state(
                    "p", .parallel, [],
                    [
                        Make.state("h", .deepHistory, initial: ["a"]),
                        Make.state(
                            "a", [Make.edge("in", "h", isInternal: true)],
                            [Make.state("a1", [Make.edge("e", "h")])]),
                    ])
            ]))
        #expect(session.process(Event("e")).steps == ["e: -a1 -a -p +p +a! +a1!"])
        #expect(session.process(Event("in")).steps == ["in: -a1 +a1!"])
    }
}
