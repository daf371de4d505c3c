import Agreements
import TestSupport
import Testing

@Suite("In a legal status that allows little, people do only what it allows")
struct RestrictionTests {
    private static let states = """
        draft:
          TITLE
          on:
            submit: { TITLE, by: [PI_FR], to: decision }
        decision:
          TITLE
          on:
            select: { TITLE, by: [DG], to: standing }
        standing:
          TITLE
          initial: normal
          children: [{ name: report, run: report, join: none }]
          on:
            terminate: { TITLE, by: [DG], to: ended }
            convene: { TITLE, by: [PI_FR] }
          states:
            normal: { TITLE, legal: in_force, on: { suspend: { TITLE, by: [DG], to: suspended } } }
            suspended: { TITLE, legal: suspended, on: { resume: { TITLE, by: [DG], to: normal } } }
        ended: { TITLE, legal: ended, final: true }
        """

    private static let report = """
        report:
          TITLE
          initial: awaited
          states:
            awaited: { TITLE, on: { submit_report: { TITLE, by: [PI_FR] }, withdraw_report: { TITLE, by: [PI_FR] } } }
        """

    private static func suspended() throws -> Bench {
        var bench = try Bench(
            proposed: Rules.workflow(
                states, processes: report, refusals: ["resting"],
                also:
                    "restrictions: [{ while: suspended, only: [terminate, resume, submit_report], else: resting }]"
            ))
        try bench.act("submit", by: House.lead)
        try bench.act("select", by: House.director)
        #expect(bench.refusal(of: "convene", by: House.lead) == nil)
        try bench.act("suspend", by: House.director)
        return bench
    }

    @Test("Any other act is refused with the code of the restriction, in the life and in its children")
    func refused() throws {
        let bench = try Self.suspended()
        #expect(bench.refusal(of: "convene", by: House.lead)?.code == "resting")
        #expect(bench.refusal(of: "withdraw_report", by: House.lead)?.code == "resting")
        for (act, actor) in [
            ("terminate", House.director), ("resume", House.director), ("submit_report", House.lead),
        ] { #expect(bench.refusal(of: act, by: actor) == nil, "\(act)") }
    }

    @Test("Who may not do an act anyway is told so, not that it has to wait")
    func unauthorized() throws {
        let bench = try Self.suspended()
        #expect(bench.refusal(of: "convene", by: House.director)?.code == "not_authorized")
    }

    @Test("It holds as long as the status does")
    func resumed() throws {
        var bench = try Self.suspended()
        try bench.act("resume", by: House.director)
        #expect(bench.refusal(of: "convene", by: House.lead) == nil)
    }
}
