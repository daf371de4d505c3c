import Agreements
import TestSupport
import Testing

@Suite("Notices that ask for a step")
struct AskingTests {
    private static let states = """
        draft:
          TITLE
          on:
            open: { TITLE, by: [PI_FR], to: check }
        check:
          TITLE
          task: { role: DU, TITLE }
          notify: [{ notice: N13, to: [DU, INT] }, { notice: N15, to: [INT] }]
          on:
            look: { TITLE, by: [INT], to: check, notify: [{ notice: N18, to: [INT] }] }
            end: { TITLE, by: [INT], to: over }
        over: { TITLE, final: true, notify: [{ notice: N34, to: [DU, INT] }] }
        """

    @Test("A notice asks for a step when it goes, as the step begins, to the role that has to do it")
    func asking() throws {
        let workflow = try Rules.workflow(Self.states, notices: ["N13", "N15", "N18", "N34"])
        var bench = try Bench(proposed: workflow)
        try bench.act("open", by: House.lead)
        try bench.act("look", by: House.office)
        try bench.act("end", by: House.office)
        let agreement = try #require(bench.agreement)
        let asking = bench.owed.filter { workflow.asksForStep($0, in: agreement) }.map(\.notice)
        #expect(Set(bench.owed.map(\.notice)) == ["N13", "N15", "N18", "N34"])
        #expect(Set(asking) == ["N13"])
    }
}
