import Statechart
import Testing

@Suite("External, internal and targetless transitions")
struct TransitionTests {
    private func session(_ edge: Edge) throws -> ToySession {
        Make.started(
            try Make.chart([
                Make.state("a", [edge], [Make.state("a1", [Make.edge("next", "a2")]), Make.state("a2")])
            ])
        ).session
    }

    @Test(
        "Only an external transition leaves its own source",
        arguments: [(false, "e: -a1 -a +a +a2"), (true, "e: -a1 +a2")])
    func kinds(isInternal: Bool, step: String) throws {
        var session = try session(Make.edge("e", "a2", isInternal: isInternal))
        #expect(session.process(Event("e")).steps == [step])
    }

    @Test("An internal transition to its own source, or from an atomic state, is external")
    func internalToSelf() throws {
        var session = try session(Make.edge("e", "a", isInternal: true))
        #expect(session.process(Event("e")).steps == ["e: -a1 -a +a +a1"])
        var (atomic, _) = Make.started(
            try Make.chart([Make.state("a", [Make.edge("e", "a", isInternal: true)])]))
        #expect(atomic.process(Event("e")).steps == ["e: -a +a"])
    }

    @Test("An internal transition of a parallel state leaves it: only compound sources can stay")
    func internalInParallel() throws {
        var (session, _) = Make.started(
            try Make.chart([
                Make.state(
                    "p", .parallel, [Make.edge("e", "a", isInternal: true)],
                    [Make.state("a"), Make.state("b")])
            ]))
        #expect(session.process(Event("e")).steps == ["e: -b -a -p +p +a +b"])
    }

    @Test("A targetless transition runs its content and leaves nothing")
    func targetless() throws {
        var session = try session(Make.edge("e", do: [.log(label: "done", nil)], label: "t"))
        let macrosteps = session.process(Event("e"))
        #expect(macrosteps.steps == ["e:"])
        #expect(macrosteps.logged == ["done"])
        #expect(macrosteps[0].trace.microsteps[0].transitions == [.init(index: 0, label: "t")])
    }

    @Test("Several targets enter several regions; the others are entered by default")
    func severalTargets() throws {
        let regions = ["a", "b", "c"].map { id in
            Make.state(id, [], [Make.state("\(id)1"), Make.state("\(id)2")])
        }
        var (session, _) = Make.started(
            try Make.chart([
                Make.state("s", [Make.edge("e", "c2", "a2")]), Make.state("p", .parallel, [], regions),
            ]))
        #expect(session.process(Event("e")).steps == ["e: -s +p +a +a2 +b +b1 +c +c2"])
    }
}
