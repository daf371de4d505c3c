package import Agreements

/// One thing that a migration changes; `nil` stands for what is not there.
package enum ImpactChange: Sendable, Hashable {
    /// A condition that holds now moves a process on, or starts or ends one.
    case states(process: String, before: [String]?, after: [String]?)
    case legal(before: LegalStatus, after: LegalStatus)
    case task(process: String, state: String, before: Ask?, after: Ask?)
    case timer(process: String, state: String, name: String, before: Ring?, after: Ring?)
    /// A mail that is owed at once.
    case notice(id: String, process: String, recipients: [Person.ID])
    case act(process: String, name: String, before: Standing?, after: Standing?)

    /// Whose task, and until when.
    package struct Ask: Sendable, Hashable {
        package var role: RoleReference
        package var narrowedTo: String?
        package var due: Deadline?

        init(_ task: HumanTask) {
            (role, narrowedTo, due) = (task.role, task.narrowedTo, task.due)
        }
    }

    /// When a timer rings, and what it does then.
    package struct Ring: Sendable, Hashable {
        package var due: Instant
        package var purpose: ArmedTimer.Purpose

        init(_ timer: ArmedTimer) { (due, purpose) = (timer.due, timer.purpose) }

        /// The roles that it reminds; nil for one that gives an event to the process.
        package var recipients: [RoleReference]? {
            if case .reminder(_, _, let to, _) = purpose { to } else { nil }
        }
    }

    /// Who may do an act, and which clause refuses it now.
    package struct Standing: Sendable, Hashable {
        package var by: [RoleReference]
        package var refusal: String?
        package var rule: String?

        init(_ act: OpenAct) { (by, refusal, rule) = (act.by, act.refusal, act.rule) }
    }
}
