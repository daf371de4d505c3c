/// A key of a map: bool, int, uint or string (langdef "Maps").
///
/// `==` is strict. Look-up in a ``ValueMap`` goes by ``order(_:_:)``, where int 1 and uint 1 are one key.
package enum MapKey: Sendable, Hashable {
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case string(String)

    /// The key that a value stands for in a look-up; a double only if it is a whole number that an int or
    /// a uint can hold; nil for what is no key.
    package init?(lookup value: Value) {
        switch value {
        case .double(let number):
            if let whole = Int64(exactly: number) {
                self = .int(whole)
                return
            }
            guard let whole = UInt64(exactly: number) else { return nil }
            self = .uint(whole)
        default: self.init(value)
        }
    }

    /// The key that a value makes in a map literal; nil for what is no key (double, null, list…).
    package init?(_ value: Value) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = .uint(value)
        case .string(let value): self = .string(value)
        default: return nil
        }
    }

    /// The key as a value of its own type.
    package var value: Value {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .string(let value): .string(value)
        }
    }

    /// Strict equality, as of values.
    package static func == (left: MapKey, right: MapKey) -> Bool { left.value == right.value }

    /// Hashes as the value does.
    package func hash(into hasher: inout Hasher) { hasher.combine(value) }

    /// The order of keys in a map: bools, then numbers by value whatever their type, then strings.
    static func order(_ left: MapKey, _ right: MapKey) -> Order {
        if case (.string(let a), .string(let b)) = (left, right) { return CodePoints.order(a, b) }
        return left.value.order(against: right.value) ?? Order(left.rank, right.rank)
    }

    private var rank: Int {
        switch self {
        case .bool: 0
        case .int, .uint: 1
        case .string: 2
        }
    }
}
