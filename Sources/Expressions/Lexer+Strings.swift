extension Lexer {
    /// A string or bytes literal with its prefixes, `b` before `r`, or nil when none starts here.
    mutating func stringLiteral() throws(ExpressionError) -> Token.Kind? {
        let start = position
        var isRaw = false
        var isBytes = false
        var ahead = 0
        while let byte = peek(ahead).map({ $0 | 0x20 }), ahead < 2 {
            if byte == UInt8(ascii: "r"), !isRaw {
                isRaw = true
            } else if byte == UInt8(ascii: "b"), !isBytes, !isRaw {
                isBytes = true
            } else {
                break
            }
            ahead += 1
        }
        guard let quote = peek(ahead), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
            return nil
        }
        position += ahead
        let isLong = peek(1) == quote && peek(2) == quote
        position += isLong ? 3 : 1
        var body = StringBody(isRaw: isRaw, isBytes: isBytes, quote: quote, isLong: isLong, start: start)
        try read(&body)
        return .literal(isBytes ? .bytes(body.bytes) : .string(String(decoding: body.bytes, as: UTF8.self)))
    }

    private mutating func read(_ body: inout StringBody) throws(ExpressionError) {
        while let byte = peek() {
            if byte == body.quote, !body.isLong || (peek(1) == body.quote && peek(2) == body.quote) {
                position += body.isLong ? 3 : 1
                return
            }
            if !body.isLong, byte == 0x0A || byte == 0x0D { break }
            if byte == UInt8(ascii: "\\"), !body.isRaw {
                try readEscape(into: &body)
            } else {
                body.bytes.append(byte)
                position += 1
            }
        }
        throw error("The text is not closed by its quotation mark.", from: body.start)
    }

    private static let simpleEscapes: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
        UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11, UInt8(ascii: "\\"): 0x5C,
        UInt8(ascii: "?"): 0x3F, UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60,
    ]

    private mutating func readEscape(into body: inout StringBody) throws(ExpressionError) {
        let start = position
        position += 1
        guard let byte = peek() else { return }
        position += 1
        if let simple = Self.simpleEscapes[byte] {
            body.bytes.append(simple)
            return
        }
        switch byte {
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            try append(digits: 2, radix: 16, to: &body, from: start)
        case UInt8(ascii: "u") where !body.isBytes:
            try append(digits: 4, radix: 16, to: &body, from: start)
        case UInt8(ascii: "U") where !body.isBytes:
            try append(digits: 8, radix: 16, to: &body, from: start)
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            position -= 1
            try append(digits: 3, radix: 8, to: &body, from: start)
        default:
            throw error("The text holds an escape that does not exist.", from: start)
        }
    }

    private mutating func append(
        digits: Int, radix: Int, to body: inout StringBody, from start: Int
    ) throws(ExpressionError) {
        let text = String(decoding: bytes[position..<min(position + digits, bytes.count)], as: UTF8.self)
        position += text.utf8.count
        guard text.utf8.count == digits, text.utf8.allSatisfy(\.isHexDigit),
            let number = UInt32(text, radix: radix), let scalar = Unicode.Scalar(number)
        else {
            throw error("The text holds an escape that names no character.", from: start)
        }
        if body.isBytes {
            body.bytes.append(UInt8(truncatingIfNeeded: number))
        } else {
            body.bytes.append(contentsOf: Array(String(scalar).utf8))
        }
    }
}

/// A string or bytes literal while it is read.
struct StringBody {
    let isRaw: Bool
    let isBytes: Bool
    let quote: UInt8
    let isLong: Bool
    let start: Int
    var bytes: [UInt8] = []
}
