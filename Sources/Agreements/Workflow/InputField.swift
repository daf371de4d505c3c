/// A value that an act carries, checked before anything is decided.
package struct InputField: Sendable {
    package var name: String
    package var kind: Kind
    package var required: Bool

    /// What a value must be.
    package enum Kind: Sendable, Hashable {
        case text
        case integer
        case flag
        case day
        case instant
        /// The id of a person in the register.
        case person
        /// The id of a document of this agreement, or its SHA-256.
        case document
        case choice([String])
    }

    package init(_ name: String, _ kind: Kind, required: Bool = true) {
        self.name = name
        self.kind = kind
        self.required = required
    }
}
