package import Agreements
package import Engine

/// What pages about absence and delegation ask.
///
/// Throws as ``FileDesk`` does.
package protocol LeaveDesk: Sendable {
    /// The visitor's absences, and the delegations that they gave or hold.
    func leave(_ visitor: Visitor) async throws -> LeaveView
    /// Enters an absence; answers which open steps it leaves without anybody.
    func addAbsence(_ days: FormDays, requestID: String, _ visitor: Visitor) async throws
        -> [LeaveView.Left]
    /// Ends an absence of the visitor's.
    func endAbsence(_ id: String, requestID: String, _ visitor: Visitor) async throws
    /// Lets another act in one of the visitor's roles.
    func delegate(_ order: DelegationRequest, _ visitor: Visitor) async throws
    /// Takes a delegation of the visitor's back, now.
    func revoke(_ id: String, requestID: String, _ visitor: Visitor) async throws
}

/// A first and a last day as a form sent them.
package struct FormDays: Sendable, Hashable {
    package var first: String
    package var last: String

    package init(first: String, last: String) {
        self.first = first
        self.last = last
    }
}

/// A delegation as a form sent it.
package struct DelegationRequest: Sendable, Hashable {
    package var role: String
    package var grantee: String
    /// `*`, or a file by its name in addresses.
    package var scope: String
    package var days: FormDays
    package var requestID: String

    package init(role: String, grantee: String, scope: String, days: FormDays, requestID: String) {
        self.role = role
        self.grantee = grantee
        self.scope = scope
        self.days = days
        self.requestID = requestID
    }
}

/// Somebody's absences and delegations.
package struct LeaveView: Sendable, Hashable {
    package var today: Day
    package var absences: [Absence]
    /// Given by the visitor.
    package var given: [Given]
    /// Given to the visitor.
    package var received: [Given]
    /// The roles that the visitor may delegate.
    package var roles: [FormChoice]
    /// Those who could act for them.
    package var people: [FormChoice]

    package init(
        today: Day, absences: [Absence], given: [Given], received: [Given], roles: [FormChoice],
        people: [FormChoice]
    ) {
        self.today = today
        self.absences = absences
        self.given = given
        self.received = received
        self.roles = roles
        self.people = people
    }

    /// A file with steps that an absence leaves to nobody.
    package struct Left: Sendable, Hashable {
        package var name: LocalizedText
        package var path: String

        package init(name: LocalizedText, path: String) {
            self.name = name
            self.path = path
        }
    }

    /// A delegation with the other's name.
    package struct Given: Sendable, Hashable {
        package var id: String
        package var other: String
        package var role: LocalizedText
        /// What it covers; nil for every file.
        package var scope: LocalizedText?
        package var from: Instant
        package var until: Instant?
        /// Whether it can still be taken back.
        package var isOpen: Bool

        package init(
            id: String, other: String, role: LocalizedText, scope: LocalizedText?, from: Instant,
            until: Instant?,
            isOpen: Bool
        ) {
            self.id = id
            self.other = other
            self.role = role
            self.scope = scope
            self.from = from
            self.until = until
            self.isOpen = isOpen
        }
    }
}
