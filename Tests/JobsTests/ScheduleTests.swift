import Jobs
import Testing

@Suite("A schedule after an outage")
struct ScheduleTests {
    private static func hours(_ count: Int64) -> MachineTime { .init(microseconds: count * 3_600_000_000) }

    private static func hourly(_ catchUp: Schedule.CatchUp) -> Schedule {
        .every(.seconds(3600), named: "sweep", catchUp: catchUp)
    }

    @Test("Does what its rule says", arguments: cases)
    func catchUp(rule: Schedule.CatchUp, last: Int64, now: MachineTime, expected: [Int64]) {
        #expect(Self.hourly(rule).due(after: Self.hours(last), upTo: now) == expected.map(Self.hours))
    }

    private static let cases: [(Schedule.CatchUp, Int64, MachineTime, [Int64])] = [
        (.each, 10, hours(10), []), (.latestOnly, 10, hours(10), []), (.skip, 10, hours(10), []),
        (.each, 10, hours(11), [11]), (.latestOnly, 10, hours(11), [11]), (.skip, 10, hours(11), [11]),
        (.each, 10, hours(14) + .seconds(59), [11, 12, 13, 14]),
        (.latestOnly, 10, hours(14) + .seconds(59), [14]),
        (.skip, 10, hours(14) + .seconds(59), [14]), (.skip, 10, hours(14) + .seconds(61), []),
        (.latestOnly, 10, hours(14) + .seconds(1800), [14]), (.each, 14, hours(9), []),
    ]

    @Test("What is owed for each period comes in pieces when it is much, and none is lost or doubled")
    func pieces() {
        var served: [MachineTime] = []
        var last = Self.hours(0)
        while true {
            let due = Self.hourly(.each).due(after: last, upTo: Self.hours(1000), limit: 64)
            guard let latest = due.last else { break }
            served += due
            last = latest
        }
        #expect(served == (1...1000).map(Self.hours))
    }

    @Test("A period counts from its anchor, before and after it")
    func anchored() {
        let anchor = MachineTime(microseconds: 90_000_000)
        let schedule = Schedule.every(.seconds(60), anchor: anchor, named: "tick", catchUp: .each)
        let firsts = [-31, -30, 0, 29, 30, 89, 90].map {
            schedule.first(after: MachineTime(microseconds: $0 * 1_000_000))?.microseconds
        }
        #expect(firsts == [-30, 30, 30, 30, 90, 90, 150].map { $0 * 1_000_000 })
    }

    @Test("A schedule that ends, or whose calendar stands still, ends the search")
    func ending() {
        let over = Schedule("over", catchUp: .each) { _ in nil }
        let stuck = Schedule("stuck", catchUp: .each) { $0 }
        for schedule in [over, stuck] {
            #expect(schedule.due(after: Self.hours(0), upTo: Self.hours(9)).isEmpty)
            #expect(schedule.first(after: Self.hours(0)) == nil)
        }
    }

    @Test("An occurrence has one key for ever, and no two occurrences share one")
    func keys() {
        let schedule = Self.hourly(.each)
        let keys = (0..<50).map { schedule.key(of: Self.hours($0)) }
        #expect(Set(keys).count == 50 && keys[2] == schedule.key(of: Self.hours(2)))
    }
}
