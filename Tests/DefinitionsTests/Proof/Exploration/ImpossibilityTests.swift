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

    /// A life with a report for each year, and one in the middle where the parameter asks for it.
    private static func reporting(midTerm: Bool, annual: String = "midterm") -> WorkflowSources {
        let text = Small.life(
            """
            a:
              $T
              children:
                - { name: annual, forEach: "due in agreement.parties.map(p, p.id)", run: \(annual), join: none }
                - { name: middle, forEach: "due in (param.midTerm ? [agreement.start] : [])", run: midterm, join: none }
              on:
                annual.missed: {}
                middle.missed: {}
                go: { $T, by: [INT], to: z }
            z: { $T, final: true }
            """,
            more: """
                midterm:
                  $T
                  initial: due
                  states:
                    due: { $T, on: { file: { $T, by: [DG], to: over }, miss: { $T, by: [INT], to: missed } } }
                    missed: { $T, outcome: missed, final: true }
                    over: { $T, final: true }
                yearly:
                  $T
                  initial: due
                  states:
                    due: { $T, on: { file: { $T, by: [DG], to: over }, miss: { $T, by: [INT], to: missed } } }
                    missed: { $T, outcome: missed, final: true }
                    over: { $T, final: true }
                """,
            head: "parameters: { midTerm: \(midTerm) }")
        return WorkflowSources(name: "f.yaml", text: text)
    }

    @Test("A list that a parameter empties starts no child: what only such a child does is impossible")
    func noChild() {
        let impossible = WorkflowLoader().impossibilities(
            of: Self.reporting(midTerm: false, annual: "yearly"))
        #expect(impossible.transitions["life"] == ["a/middle.missed/0"])
        #expect(impossible.transitions["midterm"] == ["due/file/0", "due/miss/0"])
        #expect(impossible.states["midterm"] == ["due", "missed", "over"])
        #expect(impossible.transitions["yearly"]?.isEmpty == true)
    }

    @Test("What another list starts, too, is possible; so is all where the parameter asks for the child")
    func someChild() {
        let shared = WorkflowLoader().impossibilities(of: Self.reporting(midTerm: false))
        #expect(shared.transitions["life"] == ["a/middle.missed/0"])
        #expect(shared.transitions["midterm"]?.isEmpty == true)
        let asked = WorkflowLoader().impossibilities(of: Self.reporting(midTerm: true, annual: "yearly"))
        #expect(asked.transitions["life"]?.isEmpty == true)
        #expect(asked.transitions["midterm"]?.isEmpty == true)
        #expect(asked.states["midterm"]?.isEmpty == true)
    }

    @Test(
        "What needs an agreement without unit is impossible after an act that demands one, and possible before",
        arguments: [true, false])
    func unit(isDemanded: Bool) {
        let text = Small.life(
            """
            a:
              $T
              on:
                submit: { $T, by: [INT], if: [{ that: "\(isDemanded ? "agreement.unit != ''" : "dossier.complete")", else: no }], to: b }
                leave: { $T, by: [INT], if: [{ that: "agreement.unit == ''", else: no }], to: z }
            b: { $T, children: [{ name: c, run: circuit, join: all }], on: { done: { to: z } } }
            z: { $T, final: true }
            """,
            more: """
                circuit:
                  $T
                  initial: sorting
                  states:
                    sorting: { $T, on: { always: [{ if: "agreement.unit == ''", to: over }, { to: visa }] } }
                    visa: { $T, on: { endorse: { $T, by: [DG], to: over } } }
                    over: { $T, final: true }
                """,
            head: "refusals: { no: { fr: Non., en: No. } }")
        let impossible = WorkflowLoader().impossibilities(of: WorkflowSources(name: "f.yaml", text: text))
        #expect(impossible.transitions["life"]?.isEmpty == true)
        #expect(impossible.transitions["circuit"] == (isDemanded ? ["sorting/always/0"] : []))
    }

    @Test(
        "A child that ends with the state that started it sees no later legal status",
        arguments: [true, false])
    func status(isInside: Bool) {
        let text = Small.life(
            """
            a: { $T, legal: none, on: { sign: { $T, by: [INT], to: b } } }
            b:
              $T
              initial: c
              children: [{ name: watch, run: watch, join: none }]
              on: { stop: { $T, by: [INT], to: z } }
              states:
                c: { $T, legal: in_force, on: { end: { $T, by: [INT], to: d } } }
                d: { $T, legal: \(isInside ? "ended" : "suspended") }
            z: { $T, legal: ended, final: true }
            """,
            more: """
                watch:
                  $T
                  initial: on
                  states:
                    on: { $T, on: { always: { if: "agreement.legal == 'ended'", to: over }, tick: { $T, by: [INT] } } }
                    over: { $T, final: true }
                """)
        let impossible = WorkflowLoader().impossibilities(of: WorkflowSources(name: "f.yaml", text: text))
        #expect(impossible.transitions["watch"] == (isInside ? [] : ["on/always/0"]))
    }
}
