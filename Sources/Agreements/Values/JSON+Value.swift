package import Expressions

extension JSON {
    /// A CEL value as JSON; what JSON cannot hold exactly becomes its text.
    package init(_ value: Expressions.Value) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .int(let number): self = .integer(number)
        case .uint(let number): self = .string(String(number))
        case .double(let number): self = .string(String(number))
        case .string(let text): self = .string(text)
        case .bytes(let bytes): self = .string(bytes.map { String($0) }.joined(separator: " "))
        case .list(let elements): self = .array(elements.map(JSON.init))
        case .map(let map): self = .object(Self.members(of: map))
        case .timestamp(let time): self = .string(Instant(time).description)
        case .duration(let length): self = .string("\(length.seconds)s")
        case .type(let name): self = .string(name)
        }
    }

    private static func members(of map: ValueMap) -> [String: JSON] {
        Dictionary(
            map.entries.map { entry in
                guard case .string(let name) = entry.key else { return ("\(entry.key)", JSON(entry.value)) }
                return (name, JSON(entry.value))
            }, uniquingKeysWith: { $1 })
    }

    /// The CEL value of this JSON.
    package var value: Expressions.Value {
        switch self {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .integer(let number): .int(number)
        case .string(let text): .string(text)
        case .array(let elements): .list(elements.map(\.value))
        case .object(let members): .object(members.mapValues(\.value))
        }
    }
}

extension Instant {
    /// The instant of a CEL timestamp, cut to milliseconds.
    package init(_ timestamp: Value.Timestamp) {
        self.init(millisecondsSinceEpoch: timestamp.seconds * 1_000 + Int64(timestamp.nanos) / 1_000_000)
    }

    /// The CEL timestamp of this instant.
    package var value: Expressions.Value {
        let (seconds, rest) = millisecondsSinceEpoch.quotientAndRemainder(dividingBy: 1_000)
        let carried = rest < 0 ? (seconds - 1, rest + 1_000) : (seconds, rest)
        return Value.Timestamp(seconds: carried.0, nanos: Int32(carried.1) * 1_000_000).map(Value.timestamp)
            ?? .null
    }
}
