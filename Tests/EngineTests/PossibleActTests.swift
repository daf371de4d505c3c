import Agreements
import TestSupport
import Testing

@Suite("What a person may do next")
struct PossibleActTests {
    static let states = """
        draft:
          TITLE
          on:
            give:
              TITLE
              by: [PI_FR]
              input: { dated: day }
              if: [{ that: "event.dated > '2020-01-01'", else: own }]
              to: ended
            hope:
              TITLE
              by: [PI_FR]
              input: { dated: day }
              reason: required
              if: [{ that: "agreement.renewals > 0", else: own }]
              to: ended
            lack:
              TITLE
              by: [PI_FR]
              if:
                - { that: "agreement.renewals > 0", else: own }
                - { that: "agreement.renewals == 0", else: third }
                - { that: "agreement.renewals > 1", else: other }
              to: ended
        ended: { TITLE, legal: ended, final: true }
        """

    @Test("An act that wants input or a reason is open, unless nothing that is given could help")
    func standing() throws {
        let bench = try Bench(
            proposed: Rules.workflow(
                Self.states, refusals: ["own", "other", "third"],
                parameters: "proposers: [PI_FR], recorders: [INT]"))
        let agreement = try #require(bench.agreement)
        let decider = Decider(workflow: bench.workflow, facts: bench.facts, randomness: bench.randomness)
        let acts = decider.acts(of: House.lead, on: agreement)
        #expect(
            acts.map { "\($0.name) \($0.refusal?.code ?? "open")" }.sorted() == [
                "give open", "hope own", "lack own",
            ])
        let all = decider.standingRefusals(of: "lack", in: "life", on: agreement)
        #expect(all.map(\.code) == ["own", "other"], "All that is missing, not only the first.")
    }
}
