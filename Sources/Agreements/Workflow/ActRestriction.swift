/// While an agreement has a legal status, people do these acts on it and no other.
package struct ActRestriction: Sendable, Hashable {
    package var status: LegalStatus
    package var permitted: [String]
    /// The code of the refusal of every other act.
    package var refusal: String

    package init(status: LegalStatus, permitted: [String], refusal: String) {
        self.status = status
        self.permitted = permitted
        self.refusal = refusal
    }

    /// Whether the act is refused while the agreement has one of these statuses.
    package func refuses(_ act: String, in statuses: some Sequence<LegalStatus>) -> Bool {
        !permitted.contains(act) && statuses.contains(status)
    }
}
