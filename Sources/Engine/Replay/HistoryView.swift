package import Agreements

/// What people see of an agreement after an event: states, legal status, tasks, timers, and who is told.
///
/// Its JSON is what recorded histories expect; a member is added, never altered.
package struct HistoryView: Sendable {
    private let event: Event
    private let agreement: Agreement

    /// - Parameter agreement: as the event left it.
    package init(after event: Event, _ agreement: Agreement) {
        self.event = event
        self.agreement = agreement
    }

    /// The view as lists of short texts, sorted.
    package var json: JSON {
        [
            "legal": .string(legal), "processes": .object(agreement.processes.mapValues(Self.process)),
            "tasks": Self.sorted(agreement.tasks.map(Self.task)),
            "timers": Self.sorted(agreement.timers.map(Self.timer)),
            "notices": Self.sorted(event.payload.notices.map(Self.notice)),
        ]
    }

    /// The view before the first event.
    static let blank: JSON = ["legal": "none", "processes": [:], "tasks": [], "timers": [], "notices": []]

    private var legal: String {
        let since = agreement.legal.last.map { " since \($0.effectiveOn)" } ?? ""
        return agreement.legalStatus.rawValue + since
    }

    private static func process(_ process: Process) -> JSON {
        let outcome = process.outcome.map { ": \($0)" } ?? ""
        switch process.status {
        case .active: return .string(process.state.joined(separator: " ") + outcome)
        case .ended, .cancelled: return .string("\(process.status.rawValue)\(outcome)")
        }
    }

    private static func task(_ task: HumanTask) -> String {
        let who = task.narrowedTo.map { "\(task.role.role)(\($0))" } ?? task.role.role
        return "\(who) \(task.process) \(task.state) \(task.due?.limit.description ?? "-")"
    }

    private static func timer(_ timer: ArmedTimer) -> String {
        "\(timer.due) \(timer.name) \(timer.process) \(timer.state)"
    }

    private static func notice(_ notice: OwedNotice) -> String {
        let occurrence = notice.occurrence.isEmpty ? "" : " \(notice.occurrence)"
        return "\(notice.notice) \(notice.recipient) \(notice.process)\(occurrence)"
    }

    private static func sorted(_ lines: [String]) -> JSON { .array(lines.sorted().map(JSON.string)) }
}
