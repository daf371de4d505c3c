extension Unicode.Scalar {
    /// Whether it is a control character that no text of people holds: any but tab, line feed and carriage return.
    package var isStrayControl: Bool {
        properties.generalCategory == .control && self != "\t" && self != "\n" && self != "\r"
    }

    /// Its number as people write it, such as `U+0007`.
    package var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
