import Agreements
import Engine
import TestSupport
import Testing

@Suite("The engine run ahead says what will be", .besideThePool)
struct ForecastTests {
    static let workflow = Result { try Laboratory.workflow() }

    @Test("What was forecast of a random file is what time brings when it passes", arguments: 0..<12)
    func comesTrue(_ run: Int) async throws {
        let seed = SplitMix64.seed &+ UInt64(run)
        var bench = try Self.livedThrough(seed, steps: 3 * run)
        let before = try #require(bench.agreement)
        let (start, count) = (bench.facts.now, bench.events.count)
        let until = start.adding(milliseconds: 5 * 366 * 86_400_000)
        let said = try await Self.forecast(bench).items(until: until)

        try bench.passTime(until: until)
        let events = Array(bench.events.dropFirst(count))
        let came = ForecastReading(of: before, from: start, until: until).items(of: events)
        #expect(said.filter { $0.kind != "blocked" } == came, "seed \(seed)")
        #expect(said.filter { $0.kind == "notice" }.count == Self.noticeCount(events), "seed \(seed)")
        let statuses = bench.agreement?.legal.dropFirst(before.legal.count).map(\.status)
        #expect(said.compactMap(\.status) == statuses, "seed \(seed)")
        print("ForecastTests: seed \(seed): \(before.state), \(said.count) items, \(events.count) events")
    }

    @Test("A timer that cannot be served is told once, and the other files go on")
    func blocked() async throws {
        let workflow = try Rules.workflow(
            """
            draft:
              TITLE
              timers:
                - { name: broken, due: { at: "'2016-05-03'", kind: opening }, event: broken }
                - { name: later, due: { at: "'2016-05-04'", kind: opening }, event: later }
              on:
                broken: { do: [{ set: { count: vars.missing } }] }
                later: { do: [{ set: { late: "true" } }] }
            """)
        let bench = try Bench(proposed: workflow)
        let items = try await Self.forecast(bench).items(until: House.instant("2017-01-01T00:00"))
        #expect(items.map(\.kind) == ["blocked"])
        #expect(items.first?.name == "broken")
        #expect(items.first?.at == House.instant("2016-05-03T00:00"))
    }

    private static let reminded = """
        draft:
          TITLE
          task:
            TITLE
            role: INT
            due: { at: "'2016-05-10'" }
            remind: [{ notice: N02, at: [-P3D, -P1D], to: [INT] }]
          timers:
            - { name: window, due: { at: "'2016-06-01'", kind: opening }, event: window.opens }
          on: { window.opens: { to: over } }
        over: { TITLE, legal: ended, final: true }
        """

    @Test(
        "A deadline is listed when its task is still open then; a mail goes to whoever has the role that day")
    func people() async throws {
        let workflow = try Rules.workflow(Self.reminded, notices: ["N02"])
        var facts = House.facts()
        facts.grants.removeAll { $0.role == "INT" }
        var first = House.grant(House.office, "INT")
        first.until = House.instant("2016-05-08T00:00")
        var second = House.grant(House.deputy, "INT")
        second.from = House.instant("2016-05-08T00:00")
        facts.grants += [first, second]
        let bench = try Bench(proposed: workflow, facts: facts)
        let items = try await Self.forecast(bench).items(until: House.instant("2017-01-01T00:00"))
        #expect(items.map(\.kind) == ["notice", "notice", "deadline", "renewal_window", "legal"])
        #expect(items.compactMap(\.recipients) == [[House.office], [House.deputy]])
        #expect(items[2].at == House.instant("2016-05-10T17:00"))
    }

    private static func forecast(_ bench: Bench) -> Forecast {
        let workflow = bench.workflow
        let portfolio = Portfolio(
            facts: bench.facts, agreements: [bench.agreement].compactMap(\.self))
        return Forecast(
            portfolio, library: Library { _, _ in workflow }, randomness: House.randomness())
    }

    private static func noticeCount(_ events: [Event]) -> Int {
        events.map { Set($0.payload.notices.map(\.notice)).count }.reduce(0, +)
    }

    /// A submitted file to which random things happened.
    private static func livedThrough(_ seed: UInt64, steps: Int) throws -> Bench {
        var commands = RandomCommands(seed: seed)
        var bench = try Laboratory.submitted(workflow.get())
        bench.live(&commands, steps: steps)
        return bench
    }
}

extension Bench {
    /// Lets time pass, stopping at each due instant; a timer that cannot be served ends it.
    fileprivate mutating func passTime(until: Instant) throws {
        while let due = agreement?.timers.map(\.due).min(), due <= until {
            do { try serve(at: max(due, facts.now)) } catch is Refusal { return }
        }
    }
}

extension ForecastItem {
    fileprivate var status: LegalStatus? { if case .legal(let status, _) = matter { status } else { nil } }

    fileprivate var recipients: [Person.ID]? {
        if case .notice(_, let recipients, _, _) = matter { recipients } else { nil }
    }
}
