extension Value {
    private static func outOfRange(_ type: String) -> Fault {
        Fault(.outOfRange, "The value does not fit into \(type == "int" ? "an" : "a") \(type).")
    }

    private static func unreadable(_ type: String) -> Fault {
        Fault(.invalidArgument, "The text does not read as a \(type).")
    }

    func toBool() throws(Fault) -> Value {
        switch self {
        case .bool: return self
        case .string("1"), .string("t"), .string("T"), .string("true"), .string("TRUE"), .string("True"):
            return true
        case .string("0"), .string("f"), .string("F"), .string("false"), .string("FALSE"), .string("False"):
            return false
        case .string: throw Self.unreadable("bool")
        default: throw Machine.mismatch
        }
    }

    func toInt() throws(Fault) -> Value {
        switch self {
        case .int: return self
        case .uint(let value):
            guard let whole = Int64(exactly: value) else { throw Self.outOfRange("int") }
            return .int(whole)
        case .double(let value):
            guard value > -0x1p63, value < 0x1p63 else { throw Self.outOfRange("int") }
            return .int(Int64(value))
        case .string(let text):
            guard let value = Int64(text) else { throw Self.unreadable("int") }
            return .int(value)
        case .timestamp(let time): return .int(time.seconds)
        default: throw Machine.mismatch
        }
    }

    func toUint() throws(Fault) -> Value {
        switch self {
        case .uint: return self
        case .int(let value):
            guard let whole = UInt64(exactly: value) else { throw Self.outOfRange("uint") }
            return .uint(whole)
        case .double(let value):
            guard value >= 0, value < 0x1p64 else { throw Self.outOfRange("uint") }
            return .uint(UInt64(value))
        case .string(let text):
            guard let value = UInt64(text), !text.hasPrefix("+") else { throw Self.unreadable("uint") }
            return .uint(value)
        default: throw Machine.mismatch
        }
    }

    func toDouble() throws(Fault) -> Value {
        switch self {
        case .double: return self
        case .int(let value): return .double(Double(value))
        case .uint(let value): return .double(Double(value))
        case .string(let text):
            guard let value = Double(text) else { throw Self.unreadable("double") }
            return .double(value)
        default: throw Machine.mismatch
        }
    }

    func toBytes() throws(Fault) -> Value {
        switch self {
        case .bytes: return self
        case .string(let text): return .bytes(Array(text.utf8))
        default: throw Machine.mismatch
        }
    }

    func toText() throws(Fault) -> Value {
        switch self {
        case .string: return self
        case .int(let value): return .string(String(value))
        case .uint(let value): return .string(String(value))
        case .bool(let value): return .string(String(value))
        case .double(let value): return .string(value.plainText)
        case .timestamp(let time): return .string(time.description)
        case .duration(let length): return .string(length.description)
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Fault(.invalidArgument, "The bytes are not valid UTF-8.")
            }
            return .string(text)
        default: throw Machine.mismatch
        }
    }
}

extension Double {
    /// The shortest decimal text that reads back as the number; a whole number without `.0`.
    var plainText: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        let text = description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
