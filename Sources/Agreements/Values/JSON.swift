/// A JSON value as events hold it: no fractional number, so that its canonical form is the same everywhere.
///
/// Amounts and other decimals travel as text. Integers lie within ±(2^53 − 1), the range that RFC 8785 keeps
/// exact.
package enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([JSON])
    case object([String: JSON])
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// A string.
    package init(stringLiteral value: String) { self = .string(value) }
    /// An integer; one beyond ±(2^53 − 1) can be made, but not written into an event.
    package init(integerLiteral value: Int64) { self = .integer(value) }
    /// A boolean.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral {
    /// An array.
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// An object; of two members of one name the last counts.
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
    /// Null.
    package init(nilLiteral: ()) { self = .null }
}

extension JSON {
    /// The member `name` of an object, or nil.
    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The text of a string, or nil.
    package var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The value of an integer, or nil.
    package var number: Int64? {
        guard case .integer(let number) = self else { return nil }
        return number
    }

    /// The value of a boolean, or nil.
    package var flag: Bool? {
        guard case .bool(let flag) = self else { return nil }
        return flag
    }

    /// The elements of an array, or nil.
    package var elements: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
}
