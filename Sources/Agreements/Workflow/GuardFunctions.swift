import Expressions

/// The functions that guards and formulas may call: pure arithmetic on days, and whether a call is open.
enum GuardFunctions {
    /// The most days that `yearly` gives.
    private static let yearsMax = 200

    static func all(zone: Zone) -> [Function] {
        [plus, minus, latest, year, yearly, day(zone), isOpen]
    }

    private static var plus: Function {
        Function("plus", [.string, .string], .string) { arguments throws(Function.Failure) in
            try shifted(arguments, by: { $0 })
        }
    }

    private static var minus: Function {
        Function("minus", [.string, .string], .string) { arguments throws(Function.Failure) in
            try shifted(arguments, by: { -$0 })
        }
    }

    private static var latest: Function {
        Function("latest", [.string, .string], .string) { arguments throws(Function.Failure) in
            .string(try max(day(arguments, 0), day(arguments, 1)).description)
        }
    }

    private static var year: Function {
        Function("year", [.string], .int) { arguments throws(Function.Failure) in
            .int(Int64(try day(arguments, 0).year))
        }
    }

    /// The days of a date `MM-DD` after the first day and not after the second.
    private static var yearly: Function {
        Function("yearly", [.string, .string, .string], .list(.string)) {
            arguments throws(Function.Failure) in
            let (first, last) = (try day(arguments, 0), try day(arguments, 1))
            let date = try text(arguments, 2)
            guard first <= last else { return .list([]) }
            guard last.year - first.year <= yearsMax else {
                throw Function.Failure("\(first) to \(last) is more than \(yearsMax) years.")
            }
            var days: [Value] = []
            for year in first.year...last.year {
                let day = try parsed("\(year)-\(date)")
                if day > first, day <= last { days.append(.string(day.description)) }
            }
            return .list(days)
        }
    }

    private static func day(_ zone: Zone) -> Function {
        Function("day", [.timestamp], .string) { arguments throws(Function.Failure) in
            .string(zone.day(of: try instant(arguments.first)).description)
        }
    }

    /// `call.isOpen(now)`: from its opening on, up to and with its closing instant.
    private static var isOpen: Function {
        Function("isOpen", receiver: true, [.object("Call"), .timestamp], .bool) {
            arguments throws(Function.Failure) in
            guard case .map(let call)? = arguments.first else { throw Function.Failure("There is no call.") }
            let now = try instant(arguments.last)
            let (opens, closes) = (try instant(call["opensAt"]), try instant(call["closesAt"]))
            return .bool(opens <= now && now <= closes)
        }
    }

    // MARK: Arguments

    private static func shifted(
        _ arguments: [Value], by direction: (Period) -> Period
    ) throws(Function.Failure) -> Value {
        let start = try day(arguments, 0)
        let length = try text(arguments, 1)
        do throws(TimeTextError) {
            let period = direction(try Period(parsing: length))
            return .string(start.adding(period, calendar: .france).description)
        } catch {
            throw Function.Failure(error.description + ".")
        }
    }

    private static func text(_ arguments: [Value], _ index: Int) throws(Function.Failure) -> String {
        guard case .string(let text) = arguments[index] else { throw Function.Failure("A text is needed.") }
        return text
    }

    private static func day(_ arguments: [Value], _ index: Int) throws(Function.Failure) -> Day {
        let text = try text(arguments, index)
        guard !text.isEmpty else { throw Function.Failure("The day is not known.") }
        return try parsed(text)
    }

    private static func parsed(_ text: String) throws(Function.Failure) -> Day {
        do throws(TimeTextError) { return try Day(parsing: text) } catch {
            throw Function.Failure(error.description + ".")
        }
    }

    private static func instant(_ value: Value?) throws(Function.Failure) -> Instant {
        guard case .timestamp(let time)? = value else { throw Function.Failure("A timestamp is needed.") }
        return Instant(millisecondsSinceEpoch: time.seconds * 1_000 + Int64(time.nanos) / 1_000_000)
    }
}
