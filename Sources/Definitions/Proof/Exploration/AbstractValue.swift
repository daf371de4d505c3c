package import Expressions

/// What is known of one variable of the agreement in a situation.
package enum AbstractValue: Sendable, Hashable {
    /// No action has set it yet.
    case unset
    /// It has this value.
    case known(Value)
    /// It has a value, any.
    case set
    /// It may be set or not.
    case open

    /// What is known where either of two may be so.
    func joined(with other: AbstractValue) -> AbstractValue {
        if self == other { return self }
        return mayBeUnset || other.mayBeUnset ? .open : .set
    }

    /// Whether nothing of it is open.
    var isKnown: Bool {
        switch self {
        case .unset, .known: true
        case .set, .open: false
        }
    }

    var mayBeUnset: Bool {
        switch self {
        case .unset, .open: true
        case .known, .set: false
        }
    }
}
