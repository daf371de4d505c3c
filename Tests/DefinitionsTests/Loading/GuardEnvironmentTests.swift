import Agreements
import Expressions
import Testing

@Suite("Functions of guards")
struct GuardEnvironmentTests {
    private let environment = GuardEnvironment.environment(zone: .paris)

    private func value(_ source: String, _ bindings: [String: Value] = [:]) throws -> Value? {
        try environment.compile(source, expecting: nil).evaluate(bindings).value
    }

    @Test(
        "Days are counted as the time rules say",
        arguments: [
            ("plus('2016-01-31', 'P1M')", "2016-02-29"), ("minus('2021-01-01', 'P1D')", "2020-12-31"),
            ("minus(plus('2017-01-01', 'P4Y'), 'P1D')", "2020-12-31"),
            ("plus('2016-05-04', 'P1B')", "2016-05-06"),
            ("latest('2016-12-05', '2016-12-12')", "2016-12-12"),
            ("day(timestamp('2016-12-31T23:30:00Z'))", "2017-01-01"),
        ])
    func days(_ source: String, _ expected: String) throws {
        #expect(try value(source) == .string(expected))
    }

    @Test("yearly gives the days after the first and not after the second")
    func yearly() throws {
        let days = try value("yearly('2017-01-31', '2020-12-31', '01-31')")
        #expect(days == ["2018-01-31", "2019-01-31", "2020-01-31"])
        #expect(try value("yearly('2020-12-31', '2017-01-01', '01-31')") == .list([]))
        #expect(try value("year('2016-06-15')") == .int(2016))
    }

    @Test(
        "A day that is not known fails closed",
        arguments: [
            "plus('', 'P4Y')", "plus('2016-02-30', 'P1D')", "plus('2016-02-01', '4Y')",
            "yearly('1600-01-01', '2020-01-01', '01-31')",
        ])
    func unknown(_ source: String) throws {
        #expect(try value(source) == nil)
    }

    @Test(
        "A call is open from its opening to its closing instant, both included",
        arguments: [
            ("2016-02-29T22:59:59.999Z", false), ("2016-02-29T23:00:00Z", true),
            ("2016-06-15T15:00:00.000Z", true),
            ("2016-06-15T15:00:00.001Z", false),
        ])
    func open(_ now: String, _ isOpen: Bool) throws {
        func time(_ text: String) throws -> Value { .timestamp(try #require(Value.Timestamp(text: text))) }
        let call = Value.object([
            "opensAt": try time("2016-02-29T23:00:00Z"), "closesAt": try time("2016-06-15T15:00:00Z"),
        ])
        #expect(try value("call.isOpen(now)", ["call": call, "now": try time(now)]) == .bool(isOpen))
    }

    @Test("Without a call the guard fails closed")
    func noCall() throws {
        #expect(try value("call.isOpen(now)") == nil)
    }

    @Test(
        "An unknown name or field is refused when it is loaded",
        arguments: ["agrement.id", "agreement.titel == ''", "call.isOpen()", "plus('a')"])
    func refused(_ source: String) {
        #expect(throws: ExpressionError.self) { try environment.compile(source, expecting: nil) }
    }
}
