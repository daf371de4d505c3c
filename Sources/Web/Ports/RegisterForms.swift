package import Agreements
package import Engine

/// What the forms of the register ask.
///
/// Throws as ``FileDesk`` does.
package protocol RegisterForms: Sendable {
    /// What a form asks; nil where there is nothing of that id that it could be about.
    func form(of entry: RegisterEntry, about id: String?, _ visitor: Visitor) async throws -> RegisterForm?
    /// Records what a form was sent; the same request id does it once.
    /// - Throws: ``FormProblem`` with each value that cannot be read; ``Refusal`` where a rule says no.
    func enter(_ request: EntryRequest, _ visitor: Visitor) async throws -> EntryOutcome
    /// The instruments of whose calls the visitor can be told, holding those that they chose; nil where there are none.
    func ownCalls(_ visitor: Visitor) async throws -> FormField?
    /// Has the visitor told of calls of these instruments and of no others; the same request id does it once.
    /// - Throws: ``Refusal`` where an instrument is not opened by calls.
    func follow(_ instruments: [String], requestID: String, _ visitor: Visitor) async throws
}

/// A change of the register that has a form.
///
/// The raw value stands in addresses; its texts are those under `entry` and `entryHelp`.
package enum RegisterEntry: String, Sendable, Hashable, CaseIterable {
    case person, invitation, departure, organisation, city, grant
    case grantEnd = "grant-end"
    case delegationEnd = "delegation-end"
    case absence
    case absenceEnd = "absence-end"
    case measure
    case measureEnd = "measure-end"
    case call
    case callExtension = "call-extension"
    case subscription
    case subscriptionEnd = "subscription-end"
    case succession
    case successionEnd = "succession-end"
    case reference
    case referenceChange = "reference-change"
    case referenceEnd = "reference-end"
    case contact

    /// Whether it changes something that the register has already, whose id the address then ends with.
    package var isAboutSomething: Bool {
        switch self {
        case .invitation, .departure, .city, .grantEnd, .delegationEnd, .absenceEnd, .measureEnd,
            .callExtension,
            .subscriptionEnd, .successionEnd, .referenceChange, .referenceEnd:
            true
        case .person, .organisation, .grant, .absence, .measure, .call, .subscription, .succession,
            .reference,
            .contact:
            false
        }
    }

    /// The list that shows what it changes.
    package var list: OfficeList {
        switch self {
        case .person, .invitation, .departure: .people
        case .organisation, .city: .organisations
        case .grant, .grantEnd: .grants
        case .delegationEnd: .delegations
        case .absence, .absenceEnd: .absences
        case .measure, .measureEnd: .measures
        case .call, .callExtension: .calls
        case .subscription, .subscriptionEnd: .subscriptions
        case .succession, .successionEnd: .successions
        case .reference, .referenceChange, .referenceEnd, .contact: .reference
        }
    }

    /// Where its form is.
    ///
    /// - Parameter id: of what it is about.
    package func path(about id: String? = nil) -> String {
        "/ops/register/\(rawValue)" + (id.map { "/\($0)" } ?? "")
    }

    /// Whether it gives or takes rights: then whoever enters it proves who they are.
    var asksProof: Bool {
        switch self {
        case .person, .invitation, .departure, .grant, .grantEnd, .delegationEnd: true
        default: false
        }
    }
}

/// A form of the register.
package struct RegisterForm: Sendable, Hashable {
    package var fields: [FormField]
    /// What it is about, in words.
    package var about: LocalizedText?

    package init(fields: [FormField], about: LocalizedText? = nil) {
        self.fields = fields
        self.about = about
    }
}

/// What a form of the register sent.
package struct EntryRequest: Sendable, Hashable {
    package var entry: RegisterEntry
    package var about: String?
    /// By name of the field; those left empty are absent.
    package var values: [String: String]
    package var requestID: String

    package init(entry: RegisterEntry, about: String?, values: [String: String], requestID: String) {
        self.entry = entry
        self.about = about
        self.values = values
        self.requestID = requestID
    }
}

/// What is to be said of a change that was recorded.
package struct EntryOutcome: Sendable, Hashable {
    /// The files that have a step which nobody could do any more, by what they are called.
    package var lacking: [String]
    /// An address that whoever entered it passes on; it is shown once.
    package var address: String?

    package init(lacking: [String] = [], address: String? = nil) {
        self.lacking = lacking
        self.address = address
    }
}
