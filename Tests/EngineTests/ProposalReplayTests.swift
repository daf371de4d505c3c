import Agreements
import Engine
import TestSupport
import Testing

@Suite("Proposals in recorded histories")
struct ProposalReplayTests {
    @Test(
        "A proposal is decided again the same, whatever roles its definition gives at the start",
        arguments: Laboratory.names)
    func replays(_ name: String) throws {
        let workflow = try Laboratory.workflow(name)
        let bench = try Laboratory.bench(workflow)
        let history = History(
            title: name, institution: "inserm", agreement: Bench.id,
            definition: .init(id: workflow.id, version: workflow.version, sha256: workflow.sha256),
            register: bench.facts.recorded, events: bench.events)
        var replay = HistoryReplay(history, workflows: [workflow])
        #expect(try replay.run().events == bench.events.count)
    }
}
