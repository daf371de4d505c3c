import Agreements

extension YAMLValue {
    init(_ rule: DueRule) {
        let kind: YAMLValue? = rule.kind == .step ? nil : .text(rule.kind.rawValue)
        switch rule.base {
        case .entry: self = .members(Self.after(rule.offset ?? Period(0, .days)) + [("kind", kind)])
        case .formula(let formula):
            let asOf = rule.asOf.map(YAMLValue.init)
            self = .members(
                [("at", YAMLValue(formula)), ("asOf", asOf)] + Self.shift(rule.offset) + [("kind", kind)])
        case .yearly(let month, let day):
            self = .members([("yearly", .text("\(Self.padded(month))-\(Self.padded(day))")), ("kind", kind)])
        }
    }

    /// A length from entry; one that a subtraction made negative is a subtraction again.
    private static func after(_ period: Period) -> [(String, YAMLValue?)] {
        guard period.count < 0 else { return [("after", .text(period.description))] }
        return [("after", .text(Period(0, period.unit).description))] + shift(period)
    }

    private static func shift(_ period: Period?) -> [(String, YAMLValue?)] {
        guard let period else { return [] }
        return period.count < 0
            ? [("minus", .text((-period).description))] : [("plus", .text(period.description))]
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    init(_ reminder: ReminderDefinition) {
        self = .members([
            ("notice", .text(reminder.notice)),
            ("at", .list(reminder.offsets.map { .text($0.description) })), ("to", .roles(reminder.to)),
            ("from", reminder.base.map(YAMLValue.init)),
        ])
    }

    init(_ task: TaskDefinition) {
        self = .members([
            ("role", .text(task.role.description)), ("title", YAMLValue(task.title)),
            ("due", task.due.map(YAMLValue.init)), ("remind", .oneOrMore(task.reminders.map(YAMLValue.init))),
        ])
    }
}
