extension Value: CustomStringConvertible {
    /// The value in the notation of the language, for reports and explanations.
    package var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): String(value)
        case .int(let value): String(value)
        case .uint(let value): "\(value)u"
        case .double(let value): value.isFinite ? value.description : "double(\"\(value.plainText)\")"
        case .string(let value): Self.quoted(value)
        case .bytes(let value): "b\"" + value.map(Self.escaped).joined() + "\""
        case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
        case .map(let map):
            "{" + map.entries.map { "\($0.key.value): \($0.value)" }.joined(separator: ", ") + "}"
        case .timestamp(let time): "timestamp(\"\(time)\")"
        case .duration(let length): "duration(\"\(length)\")"
        case .type(let name): name
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case _ where scalar.value < 0x20: quoted += escaped(UInt8(truncatingIfNeeded: scalar.value))
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func escaped(_ byte: UInt8) -> String {
        (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
            ? String(Unicode.Scalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
