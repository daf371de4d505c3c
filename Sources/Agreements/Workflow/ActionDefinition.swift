/// Something that a transition or an entry does to the agreement beside moving its charts.
package enum ActionDefinition: Sendable {
    /// Sets a variable that guards read as `vars.NAME`.
    case set(name: String, value: Formula)
    /// Gives the agreement its reference for life.
    case reference
    /// Gives the agreement its number in the register of signed agreements.
    case register
    /// Opens the term: start and last day, both days, the second nil for an open end.
    case term(start: Formula, end: Formula?)
    /// Gives a person a role in this agreement: `role`, and who (CEL, a person's id).
    case assign(role: String, person: Formula)
    /// Takes a role in this agreement from whoever was assigned it.
    case release(role: String)
    /// The holder of a role of the process's party, by which the act is done, passes it on for this process (CEL, a
    /// person's id).
    case passOn(to: Formula)
    /// Starts one more child process beside those of the state that the transition leaves or stays in.
    case spawn(name: String, run: String, itemName: String, item: Formula, of: String)
    /// Records the signature that the act describes, as valid or, when of another version, as void.
    case signature
    /// Voids the valid signatures of the process's party.
    case voidSignatures
    /// Moves the agreement to the open call that the act names.
    case call(Formula)
    /// A party, or each of a list of parties, joins (CEL, party objects).
    case addParty(Formula)
    /// A party leaves (CEL, its id).
    case removeParty(Formula)
    /// A lab joins under a party (CEL, an object of its `id`, `name`, `party` and `head`), and its head is `LAB`.
    case addLab(Formula)
    /// A lab leaves (CEL, its id).
    case dropLab(Formula)
    /// Counts one renewal more.
    case renew
    /// Names the agreement's instrument from now on (CEL, text).
    case instrument(Formula)
    /// Tells an event to every agreement that cites this one.
    case tell(event: String)
}
