import Agreements
import Storage
import Testing

@testable import App

@Suite("How many files are where, and since when")
struct StateTallyTests {
    @Test(
        "An inner state is as old as the step that it asks for, a stage as the file that waits longest in it")
    func ages() throws {
        let (early, late) = (
            try Instant(parsing: "2020-12-21T09:00:00.000Z"), try Instant(parsing: "2021-03-26T09:00:00.000Z")
        )
        let state = ["instruction.science.done", "instruction.security.referred"]
        let tally = StateTally(
            [StateCount(state, .person, count: 1, oldest: early)],
            steps: ["instruction.security.referred": late])
        #expect(tally.waiting(in: "instruction")?.oldest == early)
        #expect(tally.waiting(in: "instruction.security.referred")?.oldest == late)
        let done = try #require(tally.waiting(in: "instruction.science.done"))
        #expect(done.count == 1 && done.oldest == nil)
    }
}
