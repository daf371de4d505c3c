extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// A string.
    package init(stringLiteral value: String) { self = .string(value) }
    /// An int.
    package init(integerLiteral value: Int64) { self = .int(value) }
    /// A bool.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension Value: ExpressibleByArrayLiteral, ExpressibleByFloatLiteral, ExpressibleByDictionaryLiteral {
    /// A list.
    package init(arrayLiteral elements: Value...) { self = .list(elements) }
    /// A double.
    package init(floatLiteral value: Double) { self = .double(value) }

    /// A map with text keys; of equal keys the last one counts.
    package init(dictionaryLiteral elements: (String, Value)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
