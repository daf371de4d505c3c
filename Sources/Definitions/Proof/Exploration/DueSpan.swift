import Agreements
import Expressions

/// The instants at which a timer may ring, seen from the day on which its state was entered, or from the day
/// or instant that its rule names.
struct DueSpan: Hashable {
    /// At what hour it rings.
    enum Hour: Hashable {
        /// One millisecond after 17:00.
        case evening
        /// 00:00; the day is that which begins.
        case midnight
        /// 07:30.
        case morning
        /// So many milliseconds after it was armed, or after the instant that is named.
        case elapsed(milliseconds: Int)
        /// It depends on what is computed.
        case any
    }

    var hour: Hour
    var days: ClosedRange<Int>

    /// The span of a rule; a length that a formula adds counts with it, whatever it is where it is not known.
    init(_ rule: DueRule, _ parameters: [String: JSON]) {
        let offset = rule.offset ?? .days(0)
        if let elapsed = Self.elapsed(rule, offset) {
            self = elapsed
            return
        }
        let added = rule.moment?.days(parameters) ?? 0...0
        let days = offset.days.shifted(by: rule.yearlyOrdinal ?? 0).adding(added)
        switch rule.kind {
        case .step: self.init(.evening, days.lowerBound...days.upperBound + Period.closedRunMax)
        case .silence: self.init(.midnight, days.shifted(by: 1))
        case .opening, .instant: self.init(.midnight, days)
        case .notice: self.init(.morning, days)
        }
    }

    private init(_ hour: Hour, _ days: ClosedRange<Int>) { (self.hour, self.days) = (hour, days) }

    /// What counts hours or less, or names an instant itself; a change of the clocks may add an hour.
    private static func elapsed(_ rule: DueRule, _ offset: Period) -> DueSpan? {
        let isInclusive = rule.kind == .step || rule.kind == .instant
        switch rule.base {
        case .yearly: return nil
        case .formula(let formula):
            let type = formula.program.resultType
            guard rule.offset == nil, rule.kind == .instant, type != .string else { return nil }
            let added = formula.program.moment.milliseconds ?? 0
            let days = (added / 1_000 - 3_600).days...(added / 1_000 + 90_000).days
            return DueSpan(
                type == .timestamp ? .elapsed(milliseconds: added + 1) : .any, added == 0 ? 0...0 : days)
        case .entry:
            guard rule.kind != .opening, rule.kind != .notice, let length = offset.elapsed else { return nil }
            let seconds = Int(length.components.seconds)
            let days = (seconds - 3_600).days...(seconds + 90_000).days
            return DueSpan(.elapsed(milliseconds: 1_000 * seconds + (isInclusive ? 1 : 0)), days)
        }
    }

    /// Whether a timer that counts from an entry may ring on a date of the year: entries are made on any day.
    ///
    /// Hours and less are left aside: they end at any second.
    func mayMeetOnAnyDay(_ date: DueSpan) -> Bool {
        if case .elapsed = hour { return false }
        return hour == date.hour && days.upperBound > 0
    }

    /// Whether two timers that count from days of which nothing is known may ring at one instant.
    func mayMeetOnSomeDay(_ other: DueSpan) -> Bool {
        switch (hour, other.hour) {
        case (.elapsed(let mine), .elapsed(let others)): mine == others
        case (.elapsed, _), (_, .elapsed), (.any, _), (_, .any): true
        default: hour == other.hour
        }
    }

    /// Whether it may be over already on the day that it counts from.
    var mayBePast: Bool {
        if case .elapsed(let milliseconds) = hour { milliseconds <= 1 } else { days.lowerBound <= 0 }
    }

    /// Whether it ends on an earlier day than another that counts from the same.
    func isSooner(than other: DueSpan) -> Bool { days.upperBound < other.days.lowerBound }

    /// The same, counted from when a timer of that span has rung.
    func after(_ lead: DueSpan) -> DueSpan {
        let days = days.adding(lead.days)
        switch (lead.hour, hour) {
        case (.elapsed(let before), .elapsed(let own)):
            return DueSpan(.elapsed(milliseconds: before + own), days)
        case (_, .elapsed): return DueSpan(.any, days)
        default: return DueSpan(hour, days)
        }
    }

    /// Whether two timers that count from the same day and instant may ring at one instant.
    func mayMeet(_ other: DueSpan) -> Bool {
        switch (hour, other.hour) {
        case (.elapsed(let mine), .elapsed(let others)): mine == others
        case (.elapsed, _), (_, .elapsed), (.any, _), (_, .any): days.overlaps(other.days)
        default: hour == other.hour && days.overlaps(other.days)
        }
    }
}

extension DueRule {
    /// What the length counts from: rules of one origin begin at the same day or instant.
    enum Origin: Hashable {
        case entry
        /// What a formula computes, without the lengths that it adds, with what it reads.
        case formula(String, reads: Set<String>)
        case date
    }

    var origin: Origin {
        switch base {
        case .entry: return .entry
        case .formula(let formula):
            let start = formula.program.moment.base
            let paths = formulas.flatMap(\.program.readablePaths)
            if start == "now" { return .entry }
            // The same words are another day where the rules are those of another.
            let asked = paths.contains { $0.hasPrefix("rule") } ? asOf.map { " as of \($0.source)" } : nil
            return .formula(start + (asked ?? ""), reads: Set(paths.filter { !$0.hasPrefix("param.") }))
        case .yearly: return .date
        }
    }

    /// What its formula computes; nil for a rule of another kind.
    fileprivate var moment: Moment? {
        if case .formula(let formula) = base { formula.program.moment } else { nil }
    }

    /// The number of its date in a common year; nil for a rule of another kind.
    fileprivate var yearlyOrdinal: Int? {
        guard case .yearly(let month, let day) = base else { return nil }
        return (1..<month).reduce(day) { $0 + Day.length(ofMonth: $1, year: 2001) }
    }
}

extension Moment {
    /// What its lengths make together, where all are durations.
    fileprivate var milliseconds: Int? {
        lengths.reduce(0 as Int?) { sum, added in
            guard let sum, case .elapsed(let own) = added.length else { return nil }
            return added.isTakenAway ? sum - own : sum + own
        }
    }

    /// How many days its lengths make together.
    fileprivate func days(_ parameters: [String: JSON]) -> ClosedRange<Int> {
        lengths.reduce(0...0) { sum, added in
            let days = added.length.period(parameters)?.days ?? -Period.openDays...Period.openDays
            return sum.adding(added.isTakenAway ? -days.upperBound ... -days.lowerBound : days)
        }
    }
}

extension Moment.Length {
    fileprivate func period(_ parameters: [String: JSON]) -> Period? {
        switch self {
        case .text(let text): return try? Period(parsing: text)
        case .elapsed: return nil
        case .parameter(let name):
            guard case .string(let text)? = parameters[name] else { return nil }
            return try? Period(parsing: text)
        case .open: return nil
        }
    }
}

extension Period {
    /// More days than any length has that a definition means.
    fileprivate static let openDays = 1_000_000
}

extension ClosedRange<Int> {
    fileprivate func shifted(by days: Int) -> ClosedRange<Int> { lowerBound + days...upperBound + days }

    fileprivate func adding(_ other: ClosedRange<Int>) -> ClosedRange<Int> {
        lowerBound + other.lowerBound...upperBound + other.upperBound
    }
}

extension Int {
    /// Seconds as whole days, downwards.
    fileprivate var days: Int { self >= 0 ? self / 86_400 : -((86_399 - self) / 86_400) }
}
