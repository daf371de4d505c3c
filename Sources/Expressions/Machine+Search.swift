extension Machine {
    /// Text functions: charged for the product of both lengths, which is what they do at worst.
    mutating func search(_ operation: Operation, _ left: Value, _ right: Value) throws(Fault) -> Value {
        guard case .string(let text) = left, case .string(let part) = right else { throw Self.mismatch }
        switch operation {
        case .startsWith:
            try charge(part.utf8.count / 64)
            return .bool(text.utf8.starts(with: part.utf8))
        case .endsWith:
            try charge(part.utf8.count / 64)
            return .bool(CodePoints.ends(text, with: part))
        default:
            try charge((text.utf8.count / 64 + 1) * (part.utf8.count / 64 + 1))
            return .bool(CodePoints.contains(text, part))
        }
    }

    /// `in`: an element of a list by the language's equality, or a key of a map.
    mutating func contained(_ item: Value, in group: Value) throws(Fault) -> Value {
        switch group {
        case .list(let items):
            for candidate in items {
                try chargeComparison(item, candidate)
                if candidate.equals(item) { return true }
            }
            return false
        case .map(let map):
            guard let key = MapKey(lookup: item) else { return false }
            return .bool(map[key] != nil)
        default: throw Self.mismatch
        }
    }

    /// Charges a comparison before it runs: as much as the lighter side weighs, at most.
    mutating func chargeComparison(_ left: Value, _ right: Value) throws(Fault) {
        switch (left, right) {
        case (.list(let a), .list(let b)):
            for (a, b) in zip(a, b) where a.isLarge { try chargeComparison(a, b) }
            try charge(1 + min(a.count, b.count))
        case (.map(let a), .map(let b)):
            try charge(1 + min(a.count, b.count))
            for (a, b) in zip(a.entries, b.entries) where a.value.isLarge {
                try chargeComparison(a.value, b.value)
            }
        case (.string(let a), .string(let b)): try charge(1 + min(a.utf8.count, b.utf8.count) / 64)
        case (.bytes(let a), .bytes(let b)): try charge(1 + min(a.count, b.count) / 64)
        default: try charge(1)
        }
    }
}

extension Value {
    /// Whether comparing it can cost more than one step.
    fileprivate var isLarge: Bool {
        switch self {
        case .list, .map, .string, .bytes: true
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type: false
        }
    }

    /// `container[index]`.
    func element(at index: Value) throws(Fault) -> Value {
        switch self {
        case .list(let items):
            guard case .int(let number)? = MapKey(lookup: index)?.asInt else {
                throw Fault(
                    .invalidArgument,
                    "A list is indexed by an int, not by \(Wording.article(index.typeName)).")
            }
            guard let position = Int(exactly: number), items.indices.contains(position) else {
                throw Fault(.indexOutOfRange, "The list has \(items.count) elements, none at \(number).")
            }
            return items[position]
        case .map(let map):
            guard let key = MapKey(lookup: index), let value = map[key] else {
                throw Fault(.noSuchKey, "There is no such key.")
            }
            return value
        default: throw Machine.mismatch
        }
    }
}

extension MapKey {
    /// The key as an int when it is a number that fits.
    fileprivate var asInt: MapKey? {
        switch self {
        case .int: self
        case .uint(let number): Int64(exactly: number).map { .int($0) }
        case .bool, .string: nil
        }
    }
}
