import Statechart
import Testing

@Suite("Snapshots")
struct SnapshotTests {
    private func chart() throws -> Chart<Toy.Expression> {
        try Make.chart([
            Make.state(
                "p", .parallel, [Make.edge("out", "z")],
                [
                    Make.state("h", .deepHistory, initial: ["a1"]),
                    Make.state("s", .shallowHistory, initial: ["a"]),
                    Make.state("a", [], [Make.state("a1", [Make.edge("e", "a2")]), Make.state("a2")]),
                    Make.state("b"),
                ]),
            Make.state("z", [Make.edge("back", "h")]),
            Make.state("f", .final),
        ])
    }

    @Test("A restored session goes on as the one that was saved would have")
    func roundTrip() throws {
        var (session, _) = Make.started(try chart())
        for event in ["e", "out"] { _ = session.process(Event(event)) }
        var restored = try ToySession(chart(), restoring: session.snapshot, model: Toy())
        #expect(restored.snapshot == session.snapshot)
        #expect(restored.process(Event("back")) == session.process(Event("back")))
        #expect(restored.atomicStates == ["a2", "b"])
    }

    @Test(
        "A snapshot that does not fit the chart is refused",
        arguments: [
            (Snapshot(atomicStates: ["x"]), InvalidSnapshot.unknownState("x")),
            (Snapshot(atomicStates: ["a1"]), .illegalConfiguration(["a1"])),
            (Snapshot(atomicStates: []), .illegalConfiguration([])),
            (Snapshot(atomicStates: ["p"]), .illegalConfiguration(["p"])),
            (Snapshot(atomicStates: ["a1", "a2", "b"]), .illegalConfiguration(["a1", "a2", "b"])),
            (Snapshot(atomicStates: ["z"], history: ["h": ["a1"]]), .illegalHistory("h")),
            (Snapshot(atomicStates: ["z"], history: ["h": ["z"]]), .illegalHistory("h")),
            (Snapshot(atomicStates: ["z"], history: ["s": ["a"]]), .illegalHistory("s")),
            (Snapshot(atomicStates: ["z"], history: ["a": ["a1"]]), .illegalHistory("a")),
            (
                Snapshot(atomicStates: ["z"], children: [.init(state: "z", invoke: 0, invokeID: "c")]),
                .unknownInvoke("c")
            ),
        ])
    func refused(snapshot: Snapshot, error: InvalidSnapshot) throws {
        #expect(throws: error) { try ToySession(chart(), restoring: snapshot, model: Toy()) }
    }

    @Test("A session restored in a top-level final state has finished")
    func finished() throws {
        let session = try ToySession(chart(), restoring: Snapshot(atomicStates: ["f"]), model: Toy())
        #expect(session.status == .finished(nil))
    }
}
