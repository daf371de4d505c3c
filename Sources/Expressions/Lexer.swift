/// Cuts a source into tokens (langdef "Lexis").
struct Lexer {
    let source: SourceText
    let bytes: [UInt8]
    var position = 0

    init(_ source: SourceText) {
        self.source = source
        bytes = Array(source.text.utf8)
    }

    static func tokens(of source: SourceText) throws(ExpressionError) -> [Token] {
        var lexer = Lexer(source)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private mutating func next() throws(ExpressionError) -> Token {
        skipBlanks()
        let start = position
        let kind = try kind()
        return Token(kind: kind, span: Span(start: start, end: position))
    }

    private mutating func kind() throws(ExpressionError) -> Token.Kind {
        guard let byte = peek() else { return .end }
        if let string = try stringLiteral() { return string }
        if byte.isDigit || (byte == UInt8(ascii: ".") && (peek(1)?.isDigit ?? false)) { return try number() }
        if byte.startsName { return name() }
        if byte == UInt8(ascii: "`") { return try quotedName() }
        return try symbol()
    }

    private mutating func skipBlanks() {
        while let byte = peek() {
            if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
                while let byte = peek(), byte != UInt8(ascii: "\n") { position += 1 }
            } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func name() -> Token.Kind {
        let name = take { $0.continuesName }
        switch name {
        case "true": return .literal(.bool(true))
        case "false": return .literal(.bool(false))
        case "null": return .literal(.null)
        default: return .name(name)
        }
    }

    private mutating func quotedName() throws(ExpressionError) -> Token.Kind {
        let start = position
        position += 1
        let name = take { $0.continuesName || "./- ".utf8.contains($0) }
        guard !name.isEmpty, peek() == UInt8(ascii: "`") else {
            throw error(
                "A field name in backticks is not closed or holds a character it may not.", from: start)
        }
        position += 1
        return .quotedName(name)
    }

    private static let symbols = [
        "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", ".", ",", "(",
        ")",
        "[", "]", "{", "}",
    ]

    private mutating func symbol() throws(ExpressionError) -> Token.Kind {
        for symbol in Self.symbols where bytes[position...].starts(with: symbol.utf8) {
            position += symbol.utf8.count
            return .symbol(symbol)
        }
        let start = position
        position += 1
        while let byte = peek(), byte & 0xC0 == 0x80 { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        throw error("The character `\(text)` has no meaning here.", from: start)
    }

    // MARK: Reading bytes

    func peek(_ ahead: Int = 0) -> UInt8? {
        position + ahead < bytes.count ? bytes[position + ahead] : nil
    }

    mutating func take(while accepts: (UInt8) -> Bool) -> String {
        let start = position
        while let byte = peek(), accepts(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    func error(_ message: String, from start: Int) -> ExpressionError {
        source.error(message, at: Span(start: start, end: position))
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var startsName: Bool { self == UInt8(ascii: "_") || isLetter }
    var continuesName: Bool { startsName || isDigit }
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }
}
