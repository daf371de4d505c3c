import Statechart
import Testing

@Suite("Order of entry, exit and content")
struct OrderTests {
    private func interrupted() throws -> ToySession {
        Make.started(
            try Make.chart([
                Make.state(
                    "p", .parallel, [Make.edge("out", "z", do: [.log(label: "content", nil)])],
                    [
                        Make.state("a", [], [Make.state("a1")]),
                        Make.state("b", [], [Make.state("b1")]),
                    ]),
                Make.state("z"),
            ])
        ).session
    }

    @Test("States are entered from outside in and in document order")
    func entry() throws {
        let chart = try interrupted().chart
        #expect(Make.started(chart).macrosteps.steps == [": +p +a +a1 +b +b1"])
        #expect(Make.started(chart).macrosteps.logged == ["+p", "+a", "+a1", "+b", "+b1"])
    }

    @Test("States are left from inside out and in reverse document order, then content runs, then entry")
    func exit() throws {
        var session = try interrupted()
        let macrosteps = session.process(Event("out"))
        #expect(macrosteps.steps == ["out: -b1 -b -a1 -a -p +z"])
        #expect(macrosteps.logged == ["-b1", "-b", "-a1", "-a", "-p", "content", "+z"])
    }

    @Test("The content of a default entry runs after the entry of its state and before its children's")
    func defaultContent() throws {
        let chart = try Make.chart([Make.state("a", initial: ["a1"], [], [Make.state("a1")])])
        #expect(Make.started(chart).macrosteps.logged == ["+a", "default of a", "+a1"])
    }

    @Test("A state is active while its entry content runs, and no more once its exit content has run")
    func activity() throws {
        let inA: [Action<Toy.Expression>] = [
            .choose([
                Branch(if: Make.active("a"), [.log(label: "in a", nil)]),
                Branch(if: nil, [.log(label: "not in a", nil)]),
            ])
        ]
        let (_, macrosteps) = Make.started(
            try Make.chart([
                Node("a", onEntry: [inA], onExit: [inA], transitions: [Make.edge(nil, "b", do: inA)]),
                Node("b"),
            ]))
        #expect(macrosteps.logged == ["in a", "in a", "not in a"])
    }

    @Test("A failing action ends its block, not the next one, and raises error.execution")
    func blocks() throws {
        let node = Node(
            "a",
            onEntry: [
                [.log(label: "1", nil), .log(label: "x", Make.failing), .log(label: "never", nil)],
                [.log(label: "2", nil)],
            ],
            transitions: [Make.edge("error.execution", "b")])
        let (session, macrosteps) = Make.started(try Make.chart([node, Node("b")]))
        #expect(macrosteps.logged == ["1", "2"])
        #expect(macrosteps[0].trace.failures == [EvaluationFailure("fails")])
        #expect(session.atomicStates == ["b"])
    }
}
