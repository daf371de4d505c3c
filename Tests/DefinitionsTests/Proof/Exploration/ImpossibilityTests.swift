import Definitions
import Testing

@Suite("What is proved impossible in a definition")
struct ImpossibilityTests {
    /// A life that spawns a consultation, about whether there is a vote.
    private static func consulting(votes: Bool) -> WorkflowSources {
        let text = Small.life(
            """
            a:
              $T
              on:
                ask: { $T, by: [INT], do: { spawn: { name: c, run: consultation, as: what, item: "{'id': '1', 'votes': param.votes}", of: a } } }
                c.over: {}
                go: { $T, by: [INT], to: z }
            z: { $T, final: true }
            """,
            more: """
                consultation:
                  $T
                  initial: sorting
                  states:
                    sorting: { $T, on: { always: [{ if: item.what.votes, to: voting }, { to: over }] } }
                    voting: { $T, on: { vote: { $T, by: [DG], to: over } } }
                    over: { $T, outcome: over, final: true }
                """,
            head: "parameters: { votes: \(votes) }")
        return WorkflowSources(name: "f.yaml", text: text)
    }

    @Test("What a parameter forbids is impossible, though the process only reads what it is about")
    func forbidden() {
        let impossible = WorkflowLoader().impossibilities(of: Self.consulting(votes: false))
        #expect(impossible.states["consultation"] == ["voting"])
        #expect(impossible.transitions["consultation"] == ["sorting/always/0", "voting/vote/0"])
        #expect(impossible.outcomes.map(\.holds) == [true])
    }

    @Test("What the parameter asks for is possible, and the other branch is not")
    func demanded() {
        let impossible = WorkflowLoader().impossibilities(of: Self.consulting(votes: true))
        #expect(impossible.states["consultation"]?.isEmpty == true)
        #expect(impossible.transitions["consultation"] == ["sorting/always/1"])
        #expect(impossible.outcomes.map(\.holds) == [false])
    }

    @Test("What contradicts the first value of a variable is possible where another fits it")
    func laterValue() {
        let text = Small.life(
            """
            a:
              $T
              do: { set: { limit: "3" } }
              on:
                raise: { $T, by: [INT], do: { set: { limit: "10" } } }
                go: { $T, by: [INT], input: { n: integer }, if: [{ that: event.n > 5, else: too_few }, { that: event.n < vars.limit, else: too_many }], to: z }
            z: { $T, final: true }
            """,
            head: """
                refusals:
                  too_few: { fr: Trop peu., en: Too few. }
                  too_many: { fr: Trop., en: Too many. }
                """)
        let impossible = WorkflowLoader().impossibilities(
            of: WorkflowSources(name: "f.yaml", text: text))
        #expect(impossible.outcomes.isEmpty)
        #expect(impossible.transitions["life"]?.isEmpty == true)
    }
}
