/// Looks at the bytes of a document before any XML parser does.
///
/// Without a document type there are no entities to expand and nothing to load. In well-formed XML a `<` is
/// always the start of markup, so looking at what follows each one is enough.
struct SCXMLPrologue {
    static let sizeMax = 1 << 20

    /// The text of the document, without a byte order mark.
    static func check(_ bytes: [UInt8]) throws(SCXMLRefusal) -> String {
        guard bytes.count <= sizeMax else {
            throw refusal(.tooLarge, "The document has more than \(sizeMax) bytes.")
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw refusal(.notUTF8, notUTF8(bytes))
        }
        let body = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        var scanner = SCXMLPrologue(rest: body.utf8[...])
        try scanner.scan()
        return body
    }

    /// What bytes are that are no UTF-8 text.
    private static func notUTF8(_ bytes: [UInt8]) -> String {
        let start = bytes.prefix(2)
        if start.contains(0) || start == [0xFE, 0xFF] || start == [0xFF, 0xFE] {
            return "The document is UTF-16 or UTF-32: only UTF-8 is read."
        }
        let head = String(decoding: bytes.prefix(256), as: UTF8.self)
        if head.hasPrefix("<?xml "), let end = head.firstRange(of: "?>"),
            let name = otherEncoding(head[..<end.lowerBound])
        {
            return name
        }
        return bytes.contains(0) ? "The document holds a NUL character." : "The document is not UTF-8 text."
    }

    /// The sentence that refuses the encoding which an XML declaration names; nil for UTF-8 and for none.
    private static func otherEncoding(_ declaration: Substring) -> String? {
        guard let encoding = declaration.firstRange(of: "encoding") else { return nil }
        let separators: Set<Character> = ["=", "\"", "'", " ", "\t", "\r", "\n", "?", ">"]
        let name = declaration[encoding.upperBound...].drop(while: separators.contains)
            .prefix { !separators.contains($0) }
        guard name.lowercased() != "utf-8" else { return nil }
        return "The document declares the encoding \(name): only UTF-8 is read."
    }

    private static func refusal(_ code: SCXMLFinding.Code, _ message: String, line: Int = 0) -> SCXMLRefusal {
        SCXMLRefusal(findings: [SCXMLFinding(code, message, line: line)])
    }

    private var rest: Substring.UTF8View
    private var line = 1
    /// How many elements are open, and whether the outermost one was closed.
    private var depth = 0
    private var hasEnded = false

    private init(rest: Substring.UTF8View) { self.rest = rest }

    private mutating func scan() throws(SCXMLRefusal) {
        if starts(with: "<?xml ") { try declaration() }
        while !rest.isEmpty {
            if starts(with: "<!--") {
                skip(past: "-->")
            } else if starts(with: "<![CDATA["), !hasEnded {
                skip(past: "]]>")
            } else if starts(with: "<![CDATA[") {
                throw Self.refusal(.malformed, Self.afterTheEnd, line: line)
            } else if starts(with: "<!") {
                throw refuse(.doctype, "DOCTYPE and ENTITY are")
            } else if starts(with: "<?") {
                throw refuse(.processingInstruction, "Processing instructions are")
            } else if starts(with: "<") {
                try tag()
            } else {
                try character()
            }
        }
    }

    /// Passes a tag; a `<` inside it, which is no XML, is looked at like any other.
    private mutating func tag() throws(SCXMLRefusal) {
        guard !hasEnded else { throw Self.refusal(.malformed, Self.afterTheEnd, line: line) }
        let isEnd = starts(with: "</")
        var quote: UInt8?
        var last = UInt8(ascii: "<")
        advance()
        while let byte = rest.first, byte != UInt8(ascii: "<"), quote != nil || byte != UInt8(ascii: ">") {
            if byte == quote {
                quote = nil
            } else if quote == nil, "\"'".utf8.contains(byte) {
                quote = byte
            }
            last = byte
            try character()
        }
        depth += isEnd ? -1 : last == UInt8(ascii: "/") ? 0 : 1
        hasEnded = depth <= 0 && rest.first == UInt8(ascii: ">")
        if rest.first == UInt8(ascii: ">") { advance() }
    }

    private static let afterTheEnd =
        "The document goes on after its root element: only comments and white space may follow it."

    private mutating func character() throws(SCXMLRefusal) {
        if hasEnded, let byte = rest.first, !" \t\r\n".utf8.contains(byte) {
            throw Self.refusal(.malformed, Self.afterTheEnd, line: line)
        }
        if let name = entity { throw Self.refusal(.entity, Self.undefined(name), line: line) }
        advance()
    }

    private static let predefined: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

    private static func undefined(_ name: String) -> String {
        "The entity &\(name); is not defined: without a DOCTYPE there are amp, lt, gt, quot and apos only."
    }

    /// The name of an entity that begins here and that XML does not define itself.
    private var entity: String? {
        guard starts(with: "&") else { return nil }
        let name = rest.dropFirst().prefix {
            $0 >= 0x80 || CELLocation.isNameByte($0) || "-.:".utf8.contains($0)
        }
        let text = String(Substring(name))
        guard !text.isEmpty, rest.dropFirst(1 + name.count).first == UInt8(ascii: ";") else { return nil }
        return Self.predefined.contains(text) ? nil : text
    }

    private mutating func declaration() throws(SCXMLRefusal) {
        let start = rest
        skip(past: "?>")
        let declaration = Substring(start)[..<rest.startIndex]
        if let message = Self.otherEncoding(declaration) { throw Self.refusal(.notUTF8, message, line: 1) }
    }

    private func refuse(_ code: SCXMLFinding.Code, _ what: String) -> SCXMLRefusal {
        Self.refusal(code, "\(what) not supported in Entente's profile.", line: line)
    }

    private func starts(with text: StaticString) -> Bool {
        rest.starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func skip(past end: StaticString) {
        while !rest.isEmpty, !starts(with: end) { advance() }
        rest = rest.dropFirst(end.utf8CodeUnitCount)
    }

    private mutating func advance() {
        if rest.first == UInt8(ascii: "\n") { line += 1 }
        rest = rest.dropFirst()
    }
}
