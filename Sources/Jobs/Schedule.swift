/// Recurring work: when it is due, and what becomes of occurrences that nobody served in time.
///
/// Pure. The caller keeps the last occurrence that was served, asks what is due now, and stores a job per
/// occurrence whose key names schedule and instant, so that asking twice adds nothing.
package struct Schedule: Sendable {
    /// What an outage leaves to do.
    package enum CatchUp: String, Sendable, CaseIterable {
        /// Only the latest missed occurrence: for digests and sweeps, which look at the state of things.
        case latestOnly
        /// Every missed occurrence, oldest first: for what is owed once for each period.
        case each
        /// None that is older than the tolerance: for what is worth nothing afterwards.
        case skip
    }

    package let name: String
    package let catchUp: CatchUp
    /// For ``CatchUp/skip``: how late an occurrence may be served.
    package let tolerance: Duration
    private let next: @Sendable (MachineTime) -> MachineTime?

    /// `next` gives the first occurrence strictly after an instant, or nil when there is none; it may ask a
    /// calendar.
    package init(
        _ name: String, catchUp: CatchUp, tolerance: Duration = .seconds(60),
        next: @escaping @Sendable (MachineTime) -> MachineTime?
    ) {
        (self.name, self.catchUp, self.tolerance, self.next) = (name, catchUp, max(.zero, tolerance), next)
    }

    /// Every `period` (at least a second) from `anchor`, before and after it.
    package static func every(
        _ period: Duration, anchor: MachineTime = .init(microseconds: 0), named name: String,
        catchUp: CatchUp,
        tolerance: Duration = .seconds(60)
    ) -> Schedule {
        let step = max(1_000_000, period.microseconds)
        return Schedule(name, catchUp: catchUp, tolerance: tolerance) { instant in
            let offset = instant.microseconds - anchor.microseconds
            let count = offset >= 0 ? offset / step : -((-offset + step - 1) / step)
            return MachineTime(microseconds: anchor.microseconds + (count + 1) * step)
        }
    }

    /// The occurrences in `last < occurrence <= now` that are to be served, oldest first, at most `limit` of
    /// them; the rest of ``CatchUp/each`` comes with the next call.
    ///
    /// Looks at no more than 100,000 missed ones: the caller then sees the latest of those, and asks again.
    package func due(after last: MachineTime, upTo now: MachineTime, limit: Int = 1000) -> [MachineTime] {
        var due: [MachineTime] = []
        var instant = last
        var steps = 0
        while steps < Self.stepsMax, let found = next(instant), found > instant, found <= now {
            instant = found
            steps += 1
            switch catchUp {
            case .each:
                due.append(found)
                if due.count >= max(1, limit) { return due }
            case .latestOnly: due = [found]
            case .skip: if now - found <= tolerance { due.append(found) }
            }
        }
        return due.suffix(max(1, limit))
    }

    private static let stepsMax = 100_000

    /// The first occurrence after an instant; nil when the schedule has ended.
    package func first(after instant: MachineTime) -> MachineTime? {
        next(instant).flatMap { $0 > instant ? $0 : nil }
    }

    /// The key of an occurrence's job: one job for each, however often it is found due.
    package func key(of occurrence: MachineTime) -> String { "\(name)@\(occurrence.microseconds)" }
}
