import Expressions

/// Reads JSON text (RFC 8259) as a value: a number without fraction or exponent is an int.
///
/// Strict, and bounded in depth; `nil` for anything that is not JSON, twins of a key included.
struct JSONText {
    static let depthMax = 32
    /// The depth of a file of conformance cases, whose values carry their types.
    static let fileDepthMax = 128

    static func value(of text: String, depth: Int = depthMax) -> Value? {
        var reader = JSONText(rest: text.unicodeScalars[...], depthMax: depth)
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipSpace()
        return reader.rest.isEmpty ? value : nil
    }

    fileprivate var rest: Substring.UnicodeScalarView
    fileprivate let depthMax: Int

    private mutating func value(depth: Int) -> Value? {
        skipSpace()
        guard depth < depthMax, let first = rest.first else { return nil }
        switch first {
        case "{": return object(depth: depth)
        case "[": return array(depth: depth)
        case "\"": return string().map(Value.string)
        case "t": return take("true") ? .bool(true) : nil
        case "f": return take("false") ? .bool(false) : nil
        case "n": return take("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func array(depth: Int) -> Value? {
        var elements: [Value] = []
        guard take("[") else { return nil }
        if take("]") { return .list([]) }
        repeat {
            guard let element = value(depth: depth + 1) else { return nil }
            elements.append(element)
        } while take(",")
        return take("]") ? .list(elements) : nil
    }

    private mutating func object(depth: Int) -> Value? {
        var pairs: [(MapKey, Value)] = []
        guard take("{") else { return nil }
        if take("}") { return .map(ValueMap()) }
        repeat {
            skipSpace()
            guard let key = string(), take(":"), let value = value(depth: depth + 1) else { return nil }
            pairs.append((.string(key), value))
        } while take(",")
        return take("}") ? ValueMap(pairs: pairs).map(Value.map) : nil
    }

    private mutating func number() -> Value? {
        let text = String(
            String.UnicodeScalarView(rest.prefix { "+-.0123456789eE".unicodeScalars.contains($0) }))
        guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil else { return nil }
        rest = rest.dropFirst(text.unicodeScalars.count)
        if let whole = Int64(text) { return .int(whole) }
        return Double(text).flatMap { $0.isFinite ? .double($0) : nil }
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "\\":
                guard let escaped = escape() else { return nil }
                text.append(escaped)
            case "\u{0}"..<" ": return nil
            default: text.append(scalar)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        switch rest.popFirst() {
        case "b": "\u{8}"
        case "f": "\u{C}"
        case "n": "\n"
        case "r": "\r"
        case "t": "\t"
        case "u": codePoint()
        case let scalar?: "\"\\/".unicodeScalars.contains(scalar) ? scalar : nil
        case nil: nil
        }
    }

    private mutating func codePoint() -> Unicode.Scalar? {
        guard let first = hexadecimal() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard rest.popFirst() == "\\", rest.popFirst() == "u", let second = hexadecimal(),
            (0xDC00..<0xE000).contains(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexadecimal() -> UInt32? {
        let digits = String(String.UnicodeScalarView(rest.prefix(4)))
        guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit) else { return nil }
        rest = rest.dropFirst(4)
        return UInt32(digits, radix: 16)
    }

    /// White space, then this text, if it comes next.
    private mutating func take(_ text: String) -> Bool {
        if text != "\"" { skipSpace() }
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }

    private mutating func skipSpace() {
        rest = rest.drop { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }
    }
}
