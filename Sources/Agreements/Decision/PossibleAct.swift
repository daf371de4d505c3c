/// An act of the active states as one person finds it: allowed, or refused with the reason.
package struct PossibleAct: Sendable, Hashable {
    package var name: String
    package var process: String
    package var title: LocalizedText?
    /// Nil when the act is allowed, at most for want of its input or its reason.
    package var refusal: Refusal?
    /// For whom it may be done under a delegation, where the person has no right of their own.
    package var onBehalfOf: Person.ID?

    package init(name: String, process: String, title: LocalizedText?, refusal: Refusal?) {
        self.name = name
        self.process = process
        self.title = title
        self.refusal = refusal
    }

    /// This act, or the same one under a delegation of `grantor` where only that gives a right to it.
    func orDelegated(_ act: PossibleAct, by grantor: Person.ID) -> PossibleAct {
        let lacks = ["no_delegation", "delegation_expired"]
        guard refusal?.code == "not_authorized", !lacks.contains(act.refusal?.code ?? "") else { return self }
        var delegated = act
        delegated.onBehalfOf = grantor
        return delegated
    }
}
