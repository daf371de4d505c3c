import Testing

@testable import Agreements

@Suite("A zone")
struct TimeZoneTests {
    @Test(
        "turns wall clocks of Paris into instants",
        arguments: [
            ("2016-06-15", "17:00", "2016-06-15T15:00:00.000Z"),
            ("2016-12-16", "17:00", "2016-12-16T16:00:00.000Z"),
            ("2017-01-01", "00:00", "2016-12-31T23:00:00.000Z"),
            ("2016-03-27", "01:59:59.999", "2016-03-27T00:59:59.999Z"),
            ("2016-03-27", "02:00", "2016-03-27T01:00:00.000Z"),
            ("2016-03-27", "02:30", "2016-03-27T01:00:00.000Z"),
            ("2016-03-27", "02:59:59.999", "2016-03-27T01:00:00.000Z"),
            ("2016-03-27", "03:00", "2016-03-27T01:00:00.000Z"),
            ("2016-03-27", "03:01", "2016-03-27T01:01:00.000Z"),
            ("2016-10-30", "01:59", "2016-10-29T23:59:00.000Z"),
            ("2016-10-30", "02:00", "2016-10-30T00:00:00.000Z"),
            ("2016-10-30", "02:30", "2016-10-30T00:30:00.000Z"),
            ("2016-10-30", "02:59:59.999", "2016-10-30T00:59:59.999Z"),
            ("2016-10-30", "03:00", "2016-10-30T02:00:00.000Z"),
        ] as [(Day, TimeOfDay, Instant)])
    func paris(day: Day, time: TimeOfDay, expected: Instant) {
        #expect(Zone.paris.instant(day, at: time) == expected)
    }

    @Test(
        "begins a day at its first instant, even where midnight is skipped or comes twice",
        arguments: [
            ("America/Sao_Paulo", "2016-10-16", "2016-10-16T03:00:00.000Z"),
            ("America/Havana", "2016-11-06", "2016-11-06T04:00:00.000Z"),
            ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00.000Z"),
            ("Asia/Tokyo", "2016-06-15", "2016-06-14T15:00:00.000Z"),
            ("UTC", "2016-06-15", "2016-06-15T00:00:00.000Z"),
        ] as [(String, Day, Instant)])
    func startOfDay(name: String, day: Day, expected: Instant) throws {
        #expect(try Zone(name).startOfDay(day) == expected)
    }

    @Test("ends a day where the next begins")
    func endOfDay() {
        #expect(Zone.paris.endOfDay("2016-12-31") == "2016-12-31T23:00:00.000Z")
        #expect(
            Zone.paris.endOfDay("2016-03-27") - Zone.paris.startOfDay("2016-03-27") == .seconds(23 * 3_600))
        #expect(
            Zone.paris.endOfDay("2016-10-30") - Zone.paris.startOfDay("2016-10-30") == .seconds(25 * 3_600))
        #expect(Zone.paris.endOfDay(.latest) == .latest)
    }

    @Test("shows the civil time of an instant")
    func civil() {
        #expect(Zone.paris.civil("2016-12-31T23:00:00.000Z") == CivilTime("2017-01-01", "00:00"))
        #expect(Zone.paris.civil("2016-12-31T22:59:59.999Z") == CivilTime("2016-12-31", "23:59:59.999"))
        #expect(Zone.paris.day(of: "2016-06-14T22:00:00.000Z") == "2016-06-15")
        #expect(Zone.paris.time(of: "2016-10-30T01:30:00.000Z") == "02:30")
    }

    @Test(
        "is refused when the database does not name it",
        arguments: ["Europe/Pariss", "", "paris", "GMT+2", "CEST"])
    func refused(name: String) {
        #expect(throws: TimeTextError.self) { try Zone(name) }
    }

    @Test("gives back the wall clock it was given, except in gaps", arguments: [TimeSeed.current])
    func properties(seed: UInt64) throws {
        var random = TimeRandom(seed: seed)
        let zones = try [
            "Europe/Paris", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Africa/Casablanca",
        ]
        .map { try Zone($0) }
        var gaps = 0
        for _ in 0..<4_000 {
            let zone = zones[Int.random(in: zones.indices, using: &random)]
            let day = Day("1990-01-01").adding(days: .random(in: 0...25_000, using: &random))
            let time = TimeOfDay(milliseconds: .random(in: 0..<86_400_000, using: &random))
            let instant = zone.instant(day, at: time)
            let shown = zone.civil(instant)
            let context: Comment = "\(zone) \(day) \(time), replay with ENTENTE_SEED=\(seed)"
            if shown != CivilTime(day, time) {
                gaps += 1
                #expect(shown > CivilTime(day, time), context)
                #expect(zone.civil(instant - .milliseconds(1)) < CivilTime(day, time), context)
            }
        }
        #expect(gaps < 40, "gaps are rare; replay with ENTENTE_SEED=\(seed)")
    }
}
