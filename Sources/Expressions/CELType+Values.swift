extension CELType {
    /// Whether a value is of this type at its surface; elements of lists and maps are not looked at.
    package func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double),
            (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration),
            (.type, .type), (.list, .list), (.map, .map), (.object, .map), (.nullable, .null):
            true
        case (.nullable(let inner), _): inner.admits(value)
        default: false
        }
    }
}
