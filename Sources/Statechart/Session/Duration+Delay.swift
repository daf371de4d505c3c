extension Duration {
    /// A delay as a `send` writes it: decimal digits and `s` or `ms`, for instance `.5s`, `1.5s`, `10ms`.
    ///
    /// Rounded down to nanoseconds; `nil` for anything else, and beyond some 292 years.
    /// Source: CSS2, section 4.3.4 (times).
    package init?(delay text: String) {
        let isMilliseconds = text.hasSuffix("ms")
        guard isMilliseconds || text.hasSuffix("s") else { return nil }
        let number = text.dropLast(isMilliseconds ? 2 : 1)
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, number.contains(where: \.isASCIIDigit),
            parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
        else { return nil }
        let places = isMilliseconds ? 6 : 9
        let fraction = (parts.count == 2 ? String(parts[1].prefix(places)) : "")
        let padding = String(repeating: "0", count: places - fraction.count)
        guard let nanoseconds = Int64(String(parts[0]) + fraction + padding) else { return nil }
        self = .nanoseconds(nanoseconds)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
