import Statechart
import Testing

@Suite("Selection of transitions")
struct SelectionTests {
    @Test(
        "An event descriptor matches whole tokens from the left",
        arguments: [
            ("*", "anything", true), ("error", "error.execution", true), ("error", "errors", false),
            ("error.*", "error", true), ("error.", "error.a", true), ("error.a", "error", false),
            ("a.b", "a.b.c", true), (".*", "a", false),
        ])
    func descriptors(descriptor: String, name: String, matches: Bool) {
        #expect(EventDescriptor(descriptor).matches(name) == matches)
    }

    @Test("The innermost state goes first, in it document order, and a false condition passes the turn on")
    func innermost() throws {
        var (session, _) = Make.started(
            try Make.chart([
                Make.state(
                    "a", [Make.edge("e", label: "outer")],
                    [
                        Make.state(
                            "a1",
                            [
                                Make.edge("e", if: Make.constant(0), label: "shut"),
                                Make.edge("e", label: "first"),
                                Make.edge("e", label: "second"),
                            ])
                    ])
            ]))
        let taken = session.process(Event("e"))[0].trace.microsteps[0].transitions.map(\.label)
        #expect(taken == ["first"])
        #expect(session.enabledCandidates(for: "e").map(\.label) == ["shut", "first", "second", "outer"])
    }

    @Test("Regions take their transitions together; a transition of a common ancestor is taken once")
    func regions() throws {
        let regions = [
            Make.state("a", [], [Make.state("a1", [Make.edge("e", "a2")]), Make.state("a2")]),
            Make.state("b", [], [Make.state("b1", [Make.edge("e", "b2")]), Make.state("b2")]),
        ]
        var (session, _) = Make.started(
            try Make.chart([Make.state("p", .parallel, [Make.edge("f", label: "both")], regions)]))
        #expect(session.process(Event("e")).steps == ["e: -b1 -a1 +a2 +b2"])
        #expect(session.process(Event("f"))[0].trace.microsteps[0].transitions.count == 1)
    }

    @Test(
        "Of two conflicting transitions the first in document order wins, unless the other's source is deeper"
    )
    func preemption() throws {
        let inner = Make.state("b", [], [Make.state("b1", [Make.edge("e", "z")])])
        var (first, _) = Make.started(
            try Make.chart([
                Make.state("p", .parallel, [], [Make.state("a", [Make.edge("e", "y")]), inner]),
                Make.state("y"),
                Make.state("z"),
            ]))
        _ = first.process(Event("e"))
        #expect(first.atomicStates == ["y"])

        var (deeper, _) = Make.started(
            try Make.chart([
                Make.state("p", .parallel, [Make.edge("e", "y")], [Make.state("a"), inner]), Make.state("y"),
                Make.state("z"),
            ]))
        _ = deeper.process(Event("e"))
        #expect(deeper.atomicStates == ["z"])
    }

    @Test("A transition within one region does not conflict with a targetless one elsewhere")
    func targetlessTogether() throws {
        var (session, _) = Make.started(
            try Make.chart([
                Make.state(
                    "p", .parallel, [],
                    [
                        Make.state("a", [Make.edge("e", label: "stay")]),
                        Make.state(
                            "b", [],
                            [Make.state("b1", [Make.edge("e", "b2", label: "go")]), Make.state("b2")]),
                    ])
            ]))
        let microstep = session.process(Event("e"))[0].trace.microsteps[0]
        #expect(microstep.transitions.map(\.label) == ["stay", "go"])
        #expect(microstep.exited == ["b1"])
    }

    @Test("Eventless transitions go before internal events, and those before external ones")
    func priorities() throws {
        let send = Action<Toy.Expression>.send(Send(.literal("external")))
        var (session, _) = Make.started(
            try Make.chart([
                Make.state("a", [Make.edge("go", "b", do: [send, .raise("internal")])]),
                Make.state("b", [Make.edge("internal", "wrong"), Make.edge(nil, "c")]),
                Make.state("c", [Make.edge("external", "wrong"), Make.edge("internal", "d")]),
                Make.state("d", [Make.edge("external", "e")]),
                Make.state("e"), Make.state("wrong"),
            ]))
        let macrosteps = session.process(Event("go"))
        #expect(macrosteps.steps == ["go: -a +b", ": -b +c", "internal: -c +d", "external: -d +e"])
        #expect(macrosteps.count == 2)
    }

    @Test("A condition that fails is false, and raises its error once, not for ever")
    func failingCondition() throws {
        let (session, macrosteps) = Make.started(
            try Make.chart([Make.state("a", [Make.edge(nil, "b", if: Make.failing)]), Make.state("b")]))
        #expect(session.atomicStates == ["a"])
        #expect(macrosteps[0].trace.failures.count == 1)
        #expect(macrosteps[0].trace.ignored == ["error.execution"])
    }

    @Test("An event that nothing waits for changes nothing and is named")
    func ignored() throws {
        var (session, _) = Make.started(try Make.chart([Make.state("a", [Make.edge("e", "a")])]))
        let macrosteps = session.process(Event("x"))
        #expect(macrosteps.steps.isEmpty)
        #expect(macrosteps[0].trace.ignored == ["x"])
        #expect(session.chart.events(acceptedIn: session.configuration).map(\.description) == ["e"])
    }

    @Test("A guard can be asked whether it would hold for an event")
    func guards() throws {
        let (session, _) = Make.started(
            try Make.chart([Make.state("a", [Make.edge("e", if: { _, scope in scope.event?.data ?? 0 })])]))
        let candidate = try #require(session.enabledCandidates(for: "e").first)
        #expect(try session.guardHolds(of: candidate, for: Event("e", data: 1)))
        #expect(try !session.guardHolds(of: candidate, for: Event("e", data: 0)))
    }
}
