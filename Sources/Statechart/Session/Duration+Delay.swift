extension Duration {
    /// A delay as a `send` writes it: decimal digits and `s` or `ms`, for instance `.5s`, `1.5s`, `10ms`.
    ///
    /// A plus sign, capitals and white space around it mean nothing. Rounded down to nanoseconds; `nil` for
    /// anything else, and beyond some 292 years.
    /// Source: CSS2, sections 4.1.3 (letters), 4.3.1 (numbers) and 4.3.4 (times, which may not be negative).
    package init?(delay text: String) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        guard words.count == 1 else { return nil }
        let text = words[0].first == "+" ? words[0].dropFirst() : words[0]
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
