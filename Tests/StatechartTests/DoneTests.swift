import Statechart
import Testing

@Suite("Final states and done events")
struct DoneTests {
    @Test("The entry content of a final state runs before its done event is raised, which carries its data")
    func doneState() throws {
        let final = Node("f", .final, onEntry: [[.raise("entered")]], doneData: .content(.literal("7")))
        let (session, macrosteps) = Make.started(
            try Make.chart([
                Make.state(
                    "a", [Make.edge("done.state.a", "z", if: { _, scope in scope.event?.data == 7 ? 1 : 0 })],
                    [final]),
                Make.state("z"),
            ]))
        #expect(macrosteps[0].trace.ignored == ["entered"])
        #expect(session.atomicStates == ["z"])
    }

    private func parallel() throws -> ToySession {
        func region(_ id: String) -> Node {
            Make.state(
                id, [], [Make.state("\(id)1", [Make.edge(id, "\(id)f")]), Make.state("\(id)f", .final)])
        }
        let inner = Make.state("q", .parallel, [], [region("b"), region("c")])
        return Make.started(
            try Make.chart([
                Make.state("p", .parallel, [Make.edge("done.state.p", "z")], [region("a"), inner]),
                Make.state("z"),
            ])
        ).session
    }

    @Test(
        "A parallel state is done only when all its regions are, nested ones included",
        arguments: [["a", "b", "c"], ["c", "b", "a"], ["b", "a", "c"]])
    func parallelDone(order: [String]) throws {
        var session = try parallel()
        for event in order.dropLast() {
            _ = session.process(Event(event))
            #expect(session.isActive("p"))
        }
        let macrosteps = session.process(Event(order[2]))
        #expect(session.atomicStates == ["z"])
        let done = macrosteps[0].trace.ignored + macrosteps[0].trace.microsteps.compactMap(\.event)
        #expect(done.contains("done.state.p") && done.contains("done.state.\(order[2])"))
    }

    @Test("A top-level final state ends the session: exit content runs, nothing is served any more")
    func end() throws {
        var (session, _) = Make.started(
            try Make.chart([
                Make.state("a", [Make.edge("e", "f")]),
                Node(
                    "f", .final, onExit: [[.log(label: "-f", nil)]],
                    doneData: .parameters([Parameter("x", Make.constant(3)), Parameter("y", Make.failing)])),
            ]))
        let macrosteps = session.process(Event("e"))
        #expect(macrosteps.logged == ["-a", "-f"])
        #expect(session.status == .finished(3))
        #expect(session.atomicStates == ["f"])
        #expect(session.process(Event("e")).isEmpty)
    }
}
