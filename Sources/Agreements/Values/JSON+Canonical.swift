extension JSON {
    /// The canonical form of RFC 8785 (JSON Canonicalization Scheme): members sorted by UTF-16 code units, no
    /// white space, the shortest escapes.
    package var canonical: String {
        var out = ""
        write(to: &out)
        return out
    }

    private func write(to out: inout String) {
        switch self {
        case .null: out += "null"
        case .bool(let flag): out += flag ? "true" : "false"
        case .integer(let number): out += String(number)
        case .string(let text): Self.write(text, to: &out)
        case .array(let elements): Self.write(elements, to: &out)
        case .object(let members): Self.write(members, to: &out)
        }
    }

    private static func write(_ elements: [JSON], to out: inout String) {
        out += "["
        for (index, element) in elements.enumerated() {
            if index > 0 { out += "," }
            element.write(to: &out)
        }
        out += "]"
    }

    private static func write(_ members: [String: JSON], to out: inout String) {
        out += "{"
        let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
        for (index, member) in sorted.enumerated() {
            if index > 0 { out += "," }
            write(member.key, to: &out)
            out += ":"
            member.value.write(to: &out)
        }
        out += "}"
    }

    private static func write(_ text: String, to out: inout String) {
        out += "\""
        // Nearly every text is written as it is: at once, not scalar by scalar.
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
            writeEscaped(text, to: &out)
        } else {
            out += text
        }
        out += "\""
    }

    private static func writeEscaped(_ text: String, to out: inout String) {
        for scalar in text.unicodeScalars {
            if let escape = escapes[scalar] {
                out += escape
            } else if scalar.value < 0x20 {
                out += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
    }

    private static let escapes: [Unicode.Scalar: String] = [
        "\"": "\\\"", "\\": "\\\\", "\u{8}": "\\b", "\u{9}": "\\t", "\u{A}": "\\n", "\u{C}": "\\f",
        "\u{D}": "\\r",
    ]
}
