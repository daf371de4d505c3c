import Agreements
import Statechart

/// A timer that always leaves a state before another of it rings.
struct Overtaking: Hashable {
    /// The state of the timer.
    var state: Int
    var timer: String
    /// Whether it rings at an earlier instant, not at the same one and earlier in the document.
    var isSooner: Bool
}

extension ProcessReading {
    /// The timer that has always left a state before this one rings: one of those that ring before it whose event
    /// certainly leads out.
    func overtaking(
        _ timer: TimerDefinition, in state: Int, _ parameters: [String: JSON]
    ) -> Overtaking? {
        forerunners(of: timer, in: state, parameters).first { rival in
            let event = states[rival.state]?.timers.first { $0.name == rival.timer }?.event
            return event.map { certainlyLeaves(rival.state, on: $0) } ?? false
        }
    }

    /// The timers that ring before one of a state, at an earlier instant, or at the same one and earlier in the
    /// document: those of the state, of the states around it, and of the parts that come and go with one of these.
    func forerunners(
        of timer: TimerDefinition, in state: Int, _ parameters: [String: JSON]
    ) -> [Overtaking] {
        let around = [state] + chart.ancestors(of: state)
        let own = around.flatMap { holder -> [Overtaking] in
            let timers = states[holder]?.timers ?? []
            let rivals = holder == state ? timers.prefix { $0.name != timer.name } : timers[...]
            let sooner =
                timers.filter { other in
                    (other.name != timer.name || holder != state)
                        && other.due.isSooner(than: timer.due, parameters)
                } + rivals.filter { holder == state && $0.due.isOfEarlierDay(than: timer.due, parameters) }
            let level = rivals.filter { other in
                other.due.isSame(as: timer.due) && (holder == state || other.due.origin == .entry)
            }
            return sooner.map { Overtaking(state: holder, timer: $0.name, isSooner: true) }
                + level.map { Overtaking(state: holder, timer: $0.name, isSooner: false) }
        }
        let parts = around.flatMap(inseparableParts).filter { !around.contains($0) }
        return own
            + parts.flatMap { part in
                (states[part]?.timers ?? []).filter { $0.due.isSooner(than: timer.due, parameters) }
                    .map { Overtaking(state: part, timer: $0.name, isSooner: true) }
            }
    }

    /// The states within one that are entered and left with it, and only with it: regions, and parts that stand alone.
    private func inseparableParts(of state: Int) -> [Int] {
        let within = chart.states[state]
        guard within.kind == .parallel || within.children.count == 1 else { return [] }
        return within.children.filter { !chart.states[$0].isHistory && !isLeftAlone($0, within: state) }
            .flatMap { [$0] + inseparableParts(of: $0) }
    }

    /// Whether a transition leaves a part of a state, and not the state.
    private func isLeftAlone(_ part: Int, within state: Int) -> Bool {
        chart.transitions.contains { transition in
            guard let domain = chart.domain(of: transition, history: [:]) else { return false }
            return chart.isDescendant(part, of: domain) && !chart.isDescendant(state, of: domain)
        }
    }
}

extension DueRule {
    /// Whether it is due on an earlier day than another whatever the calendar, both counted from the same entry, or it
    /// from an earlier one.
    func isSooner(than other: DueRule, _ parameters: [String: JSON]) -> Bool {
        guard origin == .entry, other.origin == .entry else { return false }
        // What is due before the entry rings at it.
        return max(DueSpan(self, parameters).days.upperBound, 0) < DueSpan(other, parameters).days.lowerBound
    }

    /// Whether it is due on an earlier day than another, both counted from the same day by a formula; where both are over
    /// they ring in the order of the document.
    fileprivate func isOfEarlierDay(than other: DueRule, _ parameters: [String: JSON]) -> Bool {
        guard case .formula = base, origin == other.origin else { return false }
        return DueSpan(self, parameters).isSooner(than: DueSpan(other, parameters))
    }

    /// Whether it is always due at the instant at which another is that is armed with it.
    fileprivate func isSame(as other: DueRule) -> Bool {
        guard origin == other.origin, kind == other.kind, offset == other.offset else { return false }
        switch (base, other.base) {
        case (.entry, .entry): return true
        case (.formula(let one), .formula(let two)):
            return one.source == two.source && asOf?.source == other.asOf?.source
        case (.yearly(let month, let day), .yearly(let otherMonth, let otherDay)):
            return month == otherMonth && day == otherDay
        default: return false
        }
    }
}
