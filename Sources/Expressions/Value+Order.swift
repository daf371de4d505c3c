extension Value {
    /// The order of two values, nil where the language defines none (`<` on maps, on mixed types…).
    ///
    /// An integer and a double are compared as doubles, as the conformance cases of the language ask.
    func order(against other: Value) -> Order? {
        switch (self, other) {
        case (.bool(let a), .bool(let b)): Order(a ? 1 : 0, b ? 1 : 0)
        case (.string(let a), .string(let b)): CodePoints.order(a, b)
        case (.bytes(let a), .bytes(let b)): CodePoints.order(a, b)
        case (.timestamp(let a), .timestamp(let b)): Order(a, b)
        case (.duration(let a), .duration(let b)): Order(a, b)
        default: numericOrder(against: other)
        }
    }

    private func numericOrder(against other: Value) -> Order? {
        switch (self, other) {
        case (.int(let a), .int(let b)): Order(a, b)
        case (.uint(let a), .uint(let b)): Order(a, b)
        case (.double(let a), .double(let b)): Order(a, b)
        case (.int(let a), .uint(let b)): a < 0 ? .less : Order(UInt64(a), b)
        case (.uint(let a), .int(let b)): b < 0 ? .greater : Order(a, UInt64(b))
        case (.int(let a), .double(let b)): Order(Double(a), b)
        case (.uint(let a), .double(let b)): Order(Double(a), b)
        case (.double(let a), .int(let b)): Order(a, Double(b))
        case (.double(let a), .uint(let b)): Order(a, Double(b))
        default: nil
        }
    }
}
