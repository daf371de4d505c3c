/// A value that an act carries, checked before anything is decided.
package struct InputField: Sendable {
    package var name: String
    package var kind: Kind
    package var required: Bool

    /// What a value must be.
    package enum Kind: Sendable, Hashable {
        /// Free text, kept where it can be erased: no rule may depend on it.
        case text
        case integer
        case flag
        case day
        case instant
        /// The id of a person in the register.
        case person
        /// The id of a person of the register; guards read of whom it is said: `person`, `unit`, `organisation`.
        case candidate
        /// The id of a document of this agreement, or its SHA-256.
        case document
        /// The id of an organisation that is a party of this agreement.
        case party
        /// The id of an organisation of the register; guards read the party that it would be.
        case organisation
        /// The ids of organisations of the register; guards read a list of parties.
        case organisations
        /// The id of a call: one that is open, or that of this agreement.
        case call
        case choice([String])
    }

    package init(_ name: String, _ kind: Kind, required: Bool = true) {
        self.name = name
        self.kind = kind
        self.required = required
    }
}
