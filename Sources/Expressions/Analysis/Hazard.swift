/// A part of an expression that can have no value, although nothing beside it asks first.
package struct Hazard: Sendable, Hashable {
    /// What can go wrong.
    package enum Kind: Sendable, Hashable {
        /// The divisor of `/` or `%` can be zero.
        case division
        /// A list can be too short for an index.
        case index
        /// A map can lack a computed key.
        case key
    }

    /// What can go wrong.
    package let kind: Kind
    /// The divisor, or the list or map.
    package let operand: String
    /// The whole part.
    package let source: String
    /// Where it stands, in UTF-8 bytes.
    package let span: Span
    /// Values with which it goes wrong; nil when none were found, although nothing excludes it.
    package let witness: [String: Value]?
}
