import Foundation
import Testing

@testable import Agreements

@Suite("An instant")
struct TimeInstantTests {
    @Test(
        "has one text",
        arguments: [
            ("2016-06-15T15:00:00.000Z", 1_466_002_800_000), ("1970-01-01T00:00:00.000Z", 0),
            ("1969-12-31T23:59:59.999Z", -1), ("1583-01-01T00:00:00.000Z", -12_212_553_600_000),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ] as [(String, Int64)])
    func text(text: String, milliseconds: Int64) throws {
        let instant = try Instant(parsing: text)
        #expect(instant.millisecondsSinceEpoch == milliseconds)
        #expect(instant.description == text)
    }

    @Test(
        "is refused with the reason",
        arguments: [
            ("2017-02-29T00:00:00.000Z", "does not exist (date)"),
            ("1582-02-01T00:00:00.000Z", "is outside the years 1583 to 9999 (date)"),
            ("2016-06-15T15:00:00Z", "is not written YYYY-MM-DDTHH:MM:SS.mmmZ"),
            ("2016-06-15T15:00:00.000000Z", "is not written YYYY-MM-DDTHH:MM:SS.mmmZ"),
            ("2016-06-15T17:00:00.000+02:00", "is not written YYYY-MM-DDTHH:MM:SS.mmmZ"),
            ("2016-06-15 15:00:00.000Z", "is not an RFC 3339 date and time"),
            ("2016-06-15T24:00:00.000Z", "is not an RFC 3339 date and time"),
            ("2016-06-15T15:60:00.000Z", "is not an RFC 3339 date and time"),
            ("2016-06-15T15:00:60.000Z", "is not an RFC 3339 date and time"),
            ("2016-06-15T15:00:00.0x0Z", "is not an RFC 3339 date and time"),
        ])
    func refused(text: String, problem: String) {
        let expected = TimeTextError(expected: "instant", text: text, problem: problem)
        #expect(throws: expected) { try Instant(parsing: text) }
    }

    @Test(
        "is read from any RFC 3339 text and cut to milliseconds",
        arguments: [
            ("2016-06-15T17:00:00+02:00", "2016-06-15T15:00:00.000Z"),
            ("2016-06-15T15:00:00.9999Z", "2016-06-15T15:00:00.999Z"),
            ("2016-06-15T15:00:00.5Z", "2016-06-15T15:00:00.500Z"),
            ("2016-12-31T23:30:00.123456789-01:30", "2017-01-01T01:00:00.123Z"),
        ] as [(String, Instant)])
    func anyRFC3339(text: String, expected: Instant) throws {
        #expect(try Instant(rfc3339: text) == expected)
    }

    @Test("of a microsecond clock is cut, also before the epoch")
    func microseconds() {
        #expect(Instant(microsecondsSinceEpoch: 1_999).millisecondsSinceEpoch == 1)
        #expect(Instant(microsecondsSinceEpoch: -1).millisecondsSinceEpoch == -1)
        #expect(Instant(microsecondsSinceEpoch: -1_000).millisecondsSinceEpoch == -1)
        #expect(Instant(microsecondsSinceEpoch: -1_001).millisecondsSinceEpoch == -2)
    }

    @Test("moves by durations, in whole milliseconds, and stops at the edges")
    func arithmetic() {
        let start: Instant = "2016-12-31T23:59:59.999Z"
        #expect(start + .milliseconds(1) == "2017-01-01T00:00:00.000Z")
        #expect(start - .seconds(86_400) == "2016-12-30T23:59:59.999Z")
        #expect(start + .microseconds(1_999) == "2017-01-01T00:00:00.000Z")
        #expect(start + .milliseconds(1) - start == .milliseconds(1))
        #expect(start + .seconds(Int64.max) == .latest)
        #expect(start - .seconds(Int64.max) == .earliest)
        #expect(start.adding(milliseconds: .min) == .earliest)
    }

    @Test("is coded as its text")
    func coding() throws {
        let instants: [Instant] = ["2016-06-15T15:00:00.000Z", "2000-02-29T12:34:56.789Z"]
        let data = try JSONEncoder().encode(instants)
        #expect(
            String(decoding: data, as: UTF8.self)
                == #"["2016-06-15T15:00:00.000Z","2000-02-29T12:34:56.789Z"]"#)
        #expect(try JSONDecoder().decode([Instant].self, from: data) == instants)
        #expect(throws: TimeTextError.self) {
            try JSONDecoder().decode([Instant].self, from: Data(#"["2017-02-29T00:00:00.000Z"]"#.utf8))
        }
    }

    @Test("survives any trip through text and arithmetic", arguments: [TimeSeed.current])
    func properties(seed: UInt64) throws {
        var random = TimeRandom(seed: seed)
        for _ in 0..<5_000 {
            let range = Instant.earliest.millisecondsSinceEpoch...Instant.latest.millisecondsSinceEpoch
            let instant = Instant(millisecondsSinceEpoch: .random(in: range, using: &random))
            let context: Comment = "\(instant), replay with ENTENTE_SEED=\(seed)"
            #expect(try Instant(parsing: instant.description) == instant, context)
            let other = Instant(millisecondsSinceEpoch: .random(in: range, using: &random))
            #expect(instant + (other - instant) == other, context)
            #expect((instant < other) == (instant.description < other.description), context)
        }
    }
}
