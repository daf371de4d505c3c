import Testing

@testable import Expressions

@Suite("Values")
struct ValueTests {
    @Test(
        "Strict equality keeps types and code points apart; that of the language joins numbers"
    )
    func equality() {
        #expect(Value.int(1) != .uint(1) && Value.int(1).equals(.uint(1)) && Value.int(1).equals(.double(1)))
        #expect(Value.double(.nan) == .double(.nan) && !Value.double(.nan).equals(.double(.nan)))
        #expect(Value.string("é") != .string("e\u{301}") && !Value.string("é").equals(.string("e\u{301}")))
        #expect(Value.list([1]) != .list([.uint(1)]) && Value.list([1]).equals(.list([.uint(1)])))
        #expect(!Value.null.equals(false) && Value.null.equals(.null) && !Value.int(-1).equals(.uint(.max)))
        #expect(Set<Value>([1, .uint(1), 1.0, "1", .double(.nan), .double(.nan)]).count == 5)
    }

    @Test("A map is the same whatever the order it was built in, and finds keys across number types")
    func maps() {
        let pairs: [(MapKey, Value)] = [
            (.string("b"), 1), (.int(-1), 2), (.bool(true), 3), (.uint(.max), 4), (.string("a"), 5),
        ]
        let map = ValueMap(pairs: pairs)
        #expect(map == ValueMap(pairs: pairs.reversed()))
        #expect(map?.entries.map(\.key) == [.bool(true), .int(-1), .uint(.max), .string("a"), .string("b")])
        #expect(map?["b"] == 1 && map?["c"] == nil && map?[.uint(.max)] == 4 && map?[.int(-1)] == 2)
        #expect(ValueMap(pairs: [(.int(1), 1), (.uint(1), 2)]) == nil)
        #expect(ValueMap(pairs: [(.uint(1), 2)])?[.int(1)] == 2)
        #expect(MapKey(lookup: 1.5) == nil && MapKey(lookup: 2.0) == .int(2) && MapKey(2.0) == nil)
    }

    @Test(
        "Times are read strictly",
        arguments: [
            "2012-02-30T00:00:00Z", "2012-1-01T00:00:00Z", "2012-01-01", "2012-01-01T24:00:00Z",
            "0000-01-01T00:00:00Z",
            "2012-01-01T00:00:00", "2012-01-01T00:00:00+1:00", "2012-01-01T00:00:00.Z",
            "10000-01-01T00:00:00Z",
            "2012-01-01T00:00:60Z", "2012-01-01T00:00:00Z ", "2012-13-01T00:00:00Z", "2011-02-29T00:00:00Z",
        ] as [String])
    func badTimes(text: String) {
        #expect(Value.Timestamp(text: text) == nil)
    }

    @Test(
        "Durations are sums of numbers with units",
        arguments: [
            ("1h30m", "5400s"), ("-1.5h", "-5400s"), ("250ms", "0.25s"), ("1us1ns", "0.000001001s"),
            ("0", "0s"),
            ("1.0000000019s", "1.000000001s"), (".5s", "0.5s"), ("+2m", "120s"), ("0.1m", "6s"), ("1", nil),
            ("", nil),
            ("-", nil), ("1d", nil), ("s", nil), ("1h-2m", nil), ("9223372037s", nil),
            ("99999999999999999999s", nil),
            ("-9223372036.854775808s", "-9223372036.854775808s"), ("-9223372036.854775809s", nil),
            ("9223372036.854775807s", "9223372036.854775807s"), ("9223372036.854775808s", nil),
            ("-2562047h47m16.854775808s", "-9223372036.854775808s"),
        ] as [(String, String?)])
    func durations(text: String, expected: String?) {
        #expect(Value.Duration(text: text)?.description == expected)
    }

    @Test("A duration is at most what 64 bits of nanoseconds hold, however it is made")
    func durationRange() {
        let least = Value.Duration(seconds: -9_223_372_036, nanos: -854_775_808)
        let most = Value.Duration(seconds: 9_223_372_036, nanos: 854_775_807)
        #expect(least != nil && most != nil && least?.negated == nil && most?.negated != nil)
        #expect(Value.Duration(seconds: 9_223_372_036, nanos: 854_775_808) == nil)
        #expect(Value.Duration(seconds: -9_223_372_037, nanos: 145_224_191) == nil)
        #expect(Value.Duration(seconds: -9_223_372_037, nanos: 145_224_192) == least)
        #expect(Value.Duration(seconds: 0, nanos: 1).flatMap { most?.adding($0) } == nil)
    }

    @Test("Every day of 220 years has the date that counting gives")
    func calendar() throws {
        let program = try Environment(variables: ["t": .timestamp]).compile(
            "[t.getFullYear(), t.getMonth() + 1, t.getDate(), t.getDayOfYear(), t.getDayOfWeek()]",
            expecting: nil)
        var (year, month, day, ordinal, week) = (1890, 1, 1, 0, 3)
        for number in -29_219..<51_134 {
            let time = Value.Timestamp(seconds: Int64(number) * 86_400 + 86_399).map(Value.timestamp) ?? .null
            let parts: Value = .list([year, month, day, ordinal, week].map { .int(Int64($0)) })
            guard program.evaluate(["t": time]).value == parts else {
                Issue.record("\(time) should be \(parts)")
                return
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
            (day, ordinal, week) = (day + 1, ordinal + 1, (week + 1) % 7)
            if day > length { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month, ordinal) = (year + 1, 1, 0) }
        }
    }

    @Test("The distance of names counts swaps as one")
    func suggestion() {
        #expect(Suggestion.distance("call", "clal") == 1 && Suggestion.distance("", "abc") == 3)
        #expect(Suggestion.closest(to: "dosier", in: ["dossier", "call"]) == "dossier")
        #expect(Suggestion.closest(to: "x", in: ["abcdef"]) == nil)
    }
}
