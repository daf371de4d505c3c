package import Agreements

/// One thing that the rules bring about by themselves, if nobody acts before.
package struct ForecastItem: Sendable, Hashable {
    /// When it happens; for a deadline its legal limit.
    package var at: Instant
    package var agreement: Agreement.ID
    /// The path of the process that it happens to, and the state that asks for it.
    package var process: String
    package var state: String
    package var matter: Matter

    /// What happens.
    package enum Matter: Sendable, Hashable {
        /// A task is still open at its limit.
        case deadline(role: RoleReference, narrowedTo: String?, deadline: Deadline)
        /// A clock gives its event to its process, which then stands in the states `to`.
        case timer(name: String, event: String, to: [String])
        /// The time in which a renewal may be asked for begins.
        case renewalWindow
        case notice(id: String, recipients: [Person.ID], occurrence: String, due: Deadline?)
        case legal(status: LegalStatus, effectiveOn: Day)
        /// A timer cannot be served: from then on the agreement stands still.
        case blocked(timer: String, refusal: Refusal)
    }

    package init(at: Instant, agreement: Agreement.ID, process: String, state: String, matter: Matter) {
        self.at = at
        self.agreement = agreement
        self.process = process
        self.state = state
        self.matter = matter
    }
}

extension ForecastItem {
    /// The event by which definitions open the time for a renewal.
    static let windowOpens = "window.opens"

    /// `deadline`, `timer`, `renewal_window`, `notice`, `legal` or `blocked`.
    package var kind: String {
        switch matter {
        case .deadline: "deadline"
        case .timer: "timer"
        case .renewalWindow: "renewal_window"
        case .notice: "notice"
        case .legal: "legal"
        case .blocked: "blocked"
        }
    }

    /// What tells it from others of its kind in one state of one process, whatever its date.
    package var name: String {
        switch matter {
        case .deadline(let role, let narrowedTo, _): "\(role)\(narrowedTo.map { " \($0)" } ?? "")"
        case .timer(let name, _, _), .blocked(let name, _): name
        case .renewalWindow: Self.windowOpens
        case .notice(let id, _, let occurrence, _): "\(id) \(occurrence.prefix { $0 != "@" })"
        case .legal(let status, _): status.rawValue
        }
    }
}
