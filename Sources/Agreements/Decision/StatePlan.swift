/// What one state asks for: its task, and the timers of it and of its reminders.
struct StatePlan {
    var task: HumanTask?
    var timers: [ArmedTimer] = []

    /// Nothing.
    init() {}

    /// What is open and armed now.
    init(_ agreement: Agreement, _ process: String, _ state: String) {
        task = agreement.tasks.first { $0.process == process && $0.state == state }
        timers = agreement.timers.filter { $0.process == process && $0.state == state }
    }

    /// What makes a timer the same in two versions of a definition: its name, and of a reminder its distance.
    static func key(of timer: ArmedTimer) -> String {
        switch timer.purpose {
        case .event: timer.name
        case .reminder(_, let occurrence, _, _): "\(timer.name) \(occurrence.prefix { $0 != "@" })"
        }
    }

    static func byKey(_ timers: [ArmedTimer]) -> [String: ArmedTimer] {
        Dictionary(timers.map { (key(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension ArmedTimer {
    /// Whether it rings when the other does, and does the same.
    func rings(as other: ArmedTimer?) -> Bool { (due, purpose) == (other?.due, other?.purpose) }

    var isReminder: Bool { if case .reminder = purpose { true } else { false } }
}

extension HumanTask? {
    /// Whether the same is asked of the same people by the same day.
    func isSame(as other: HumanTask?) -> Bool {
        (self?.role, self?.narrowedTo, self?.due) == (other?.role, other?.narrowedTo, other?.due)
    }
}
