extension Value {
    /// The equality of the language: numbers of different types compare by value, NaN equals nothing, other
    /// types are unequal to one another, lists and maps compare element by element (langdef "Equality").
    package func equals(_ other: Value) -> Bool {
        switch (self, other) {
        case (.list(let a), .list(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.equals($1) }
        case (.map(let a), .map(let b)):
            a.count == b.count && a.entries.allSatisfy { entry in b[entry.key]?.equals(entry.value) ?? false }
        case (.int, .int), (.int, .uint), (.int, .double), (.uint, .int), (.uint, .uint), (.uint, .double),
            (.double, .int), (.double, .uint), (.double, .double):
            order(against: other) == .same
        default: self == other
        }
    }
}
