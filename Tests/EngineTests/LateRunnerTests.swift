import Agreements
import TestSupport
import Testing

@Suite("A late runner changes no outcome")
struct LateRunnerTests {
    static let states = """
        draft:
          TITLE
          task: { role: PI_FR, TITLE, due: { after: P20D }, remind: [{ notice: N02, at: [-P7D, -P2D, P3D], to: [PI_FR] }] }
          timers:
            - { name: first, due: { after: P15D, kind: silence }, event: first }
            - { name: task, due: task, event: due }
          do: [{ set: { rounds: "0" } }]
          on:
            first: { do: [{ set: { first: day(now) } }] }
            due: { to: running }
        running:
          TITLE
          legal: in_force
          children: [{ name: check, forEach: party in agreement.parties, run: check, join: none }]
          parallel:
            term:
              TITLE
              timers: [{ name: end, due: { after: P8M, kind: silence }, event: end }]
              initial: waiting
              states:
                waiting: { TITLE }
            work:
              TITLE
              initial: quiet
              states:
                quiet:
                  TITLE
                  timers: [{ name: wake, due: { after: P45D }, event: wake }]
                  on: { wake: { to: busy } }
                busy:
                  TITLE
                  timers: [{ name: rest, due: { after: P10B }, event: rest }]
                  on: { rest: { to: quiet, do: [{ set: { rounds: vars.rounds + 1 } }] } }
          on:
            end: { to: late }
            check.lapsed: { do: [{ set: { lapsed: day(now) } }] }
        late:
          TITLE
          legal: expired_pending
          timers: [{ name: over, due: { yearly: 06-30 }, event: over }]
          on: { over: { to: ended } }
        ended: { TITLE, legal: ended, final: true }
        """
    static let check = """
        check:
          TITLE
          initial: open
          states:
            open:
              TITLE
              timers: [{ name: lapse, due: { after: P3M, kind: silence }, event: lapse }]
              on: { lapse: { to: lapsed } }
            lapsed: { TITLE, final: true, outcome: lapsed }
        """

    static func workflow() throws -> Workflow {
        try Rules.workflow(states, processes: check, notices: ["N02"])
    }

    /// What must not depend on when the runner came.
    struct Outcome: Equatable {
        var legal: [String]
        var steps: [String]
        var variables: [String: JSON]
        var entries: [String: [String: Instant]]
        var timers: [String]

        init(_ bench: Bench) {
            legal = bench.agreement?.legal.map { "\($0.status) \($0.effectiveOn)" } ?? []
            steps = bench.events.filter { !$0.type.hasPrefix("timer.") }.map {
                "\($0.process) \($0.type) \($0.toState)"
            }
            variables = bench.agreement?.variables ?? [:]
            entries = bench.process.mapValues { $0.entries.mapValues(\.at) }
            timers = bench.agreement?.timers.map { "\($0.process) \($0.name) \($0.due)" } ?? []
        }
    }

    static let end = House.instant("2017-12-31T12:00")

    static func punctual(_ workflow: Workflow) throws -> Bench {
        var bench = try Bench(proposed: workflow)
        while let due = bench.agreement?.timers.map(\.due).min(), due <= end { try bench.serve(at: due) }
        try bench.serve(at: end)
        return bench
    }

    @Test("Whatever the delays, states, legal days, variables and entries are those of a punctual runner")
    func delays() throws {
        let workflow = try Self.workflow()
        let wanted = Outcome(try Self.punctual(workflow))
        #expect(wanted.legal.count == 3)
        print("LateRunnerTests: seed \(SplitMix64.seed)")
        var random = SplitMix64(seed: SplitMix64.seed)
        for trial in 1...40 {
            var bench = try Bench(proposed: workflow)
            while bench.facts.now < Self.end {
                let hours = Int64.random(in: 1...Int64.random(in: 1...8_000, using: &random), using: &random)
                try bench.serve(
                    at: min(Self.end, bench.facts.now.adding(milliseconds: hours * 3_600_000 + 1)))
            }
            #expect(Outcome(bench) == wanted, "trial \(trial), seed \(SplitMix64.seed)")
            try Invariants.check(
                try #require(bench.agreement), bench.events, refolded: bench.refolded, "trial \(trial)")
        }
    }
}
