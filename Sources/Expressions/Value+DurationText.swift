extension Value.Duration {
    private static let units: [(name: String, nanos: Int64)] = [
        ("ns", 1), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
        ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]

    /// Reads a sum of decimal numbers with units, such as `1h30m`, `-1.5s`, `250ms`, or `0`; nil for anything
    /// else or out of range.
    package init?(text: String) {
        var reader = DigitReader(text)
        let isNegative = reader.skip("-")
        if !isNegative { _ = reader.skip("+") }
        let sign: Int64 = isNegative ? -1 : 1
        var total: Int64 = 0
        var parts = 0
        while !reader.isAtEnd {
            guard let part = Self.part(&reader, sign) else { return nil }
            let (sum, overflows) = total.addingReportingOverflow(part)
            guard !overflows else { return nil }
            total = sum
            parts += 1
        }
        guard parts > 0 else { return nil }
        self.init(seconds: 0, nanos: total)
    }

    /// One number with its unit, in nanoseconds; it gets its sign at once, as the least has no counterpart.
    private static func part(_ reader: inout DigitReader, _ sign: Int64) -> Int64? {
        let whole = reader.digits()
        let decimals = reader.skip(".") ? reader.digits() : ""
        guard !(whole.isEmpty && decimals.isEmpty), let number = whole.isEmpty ? 0 : Int64(whole),
            let unit = units.first(where: { reader.skip($0.name) }) ?? (number == 0 ? ("", 1) : nil)
        else { return nil }
        let (nanos, overflows) = number.multipliedReportingOverflow(by: sign * unit.nanos)
        let (sum, exceeds) = nanos.addingReportingOverflow(sign * fraction(decimals, of: unit.nanos))
        return overflows || exceeds ? nil : sum
    }

    /// The nanoseconds of a decimal fraction of a unit, cut and not rounded.
    private static func fraction(_ decimals: String, of unit: Int64) -> Int64 {
        var scale = unit
        var nanos: Int64 = 0
        for digit in decimals.utf8 where scale.isMultiple(of: 10) {
            scale /= 10
            nanos += Int64(digit - UInt8(ascii: "0")) * scale
        }
        return nanos
    }
}
