/// Reads the XML of office documents (XML 1.0, in UTF-8) tag by tag.
///
/// It knows no declarations: a document type is refused, so that no entity is defined, expanded or fetched. Tags nest as
/// they must, ``depthMax`` deep at most. Time and room grow with the bytes and with nothing that stands in them.
struct XMLScanner {
    /// What stands next; an empty tag begins and ends.
    enum Token {
        case start(String)
        case end(String)
        case text([UInt8])
    }

    private static let depthMax = 256
    private static let tagStart = Array("<".utf8)
    private static let instructionEnd = Array("?>".utf8)
    private static let commentStart = Array("<!--".utf8)
    private static let commentEnd = Array("-->".utf8)
    private static let dataStart = Array("<![CDATA[".utf8)
    private static let dataEnd = Array("]]>".utf8)

    private let bytes: [UInt8]
    private var position: Int
    /// The names of the elements that began and did not end.
    private var open: [String] = []
    private var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    /// Whether the tag that was read last ends where it begins.
    private(set) var isEmptyTag = false
    private var hasRoot = false

    init(_ bytes: [UInt8]) throws(TextFlaw) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notText }
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// What stands next; nil behind the end.
    mutating func next() throws(TextFlaw) -> Token? {
        if isEmptyTag {
            isEmptyTag = false
            return .end(open.removeLast())
        }
        while position < bytes.count {
            guard byte == UInt8(ascii: "<") else {
                if let text = try text() { return .text(text) }
                continue
            }
            switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
            case UInt8(ascii: "/"): return .end(try endTag())
            case UInt8(ascii: "?"): _ = try pass(Self.instructionEnd, from: position + 2)
            case UInt8(ascii: "!"): if let text = try markup() { return .text(text) }
            default: return .start(try startTag())
            }
        }
        guard hasRoot, open.isEmpty else { throw .notText }
        return nil
    }

    /// Passes over what the tag that was read last encloses.
    mutating func skip() throws(TextFlaw) {
        let depth = open.count
        while open.count >= depth, try next() != nil {}
    }

    /// The value of an attribute of the tag that was read last; nil where it has none.
    func value(of name: String) -> String? {
        guard let found = attributes.first(where: { bytes[$0.name].elementsEqual(name.utf8) }),
            let value = try? XMLCharacters.resolved(bytes[found.value])
        else { return nil }
        return String(decoding: value, as: UTF8.self)
    }

    // MARK: Tags

    private mutating func startTag() throws(TextFlaw) -> String {
        position += 1
        let range = try passName()
        attributes.removeAll(keepingCapacity: true)
        while true {
            let isApart = passBlanks()
            if byte == UInt8(ascii: "/") {
                position += 1
                isEmptyTag = true
            }
            if isEmptyTag || byte == UInt8(ascii: ">") { break }
            guard isApart else { throw .notText }
            try attribute()
        }
        try pass(UInt8(ascii: ">"))
        guard open.count < Self.depthMax, !open.isEmpty || !hasRoot else { throw .notText }
        hasRoot = true
        let name = String(decoding: bytes[range], as: UTF8.self)
        open.append(name)
        return name
    }

    private mutating func attribute() throws(TextFlaw) {
        let name = try passName()
        passBlanks()
        try pass(UInt8(ascii: "="))
        passBlanks()
        let quote = byte
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .notText }
        position += 1
        let start = position
        while position < bytes.count, byte != quote, byte != UInt8(ascii: "<") { position += 1 }
        attributes.append((name, start..<position))
        try pass(quote)
    }

    private mutating func endTag() throws(TextFlaw) -> String {
        position += 2
        let range = try passName()
        passBlanks()
        try pass(UInt8(ascii: ">"))
        guard let name = open.popLast(), bytes[range].elementsEqual(name.utf8) else { throw .notText }
        return name
    }

    /// A comment is nothing, a section of characters is text; a document type is refused.
    private mutating func markup() throws(TextFlaw) -> [UInt8]? {
        if bytes.holds(Self.commentStart, at: position) {
            _ = try pass(Self.commentEnd, from: position + Self.commentStart.count)
            return nil
        }
        guard bytes.holds(Self.dataStart, at: position), !open.isEmpty else { throw .notText }
        let range = try pass(Self.dataEnd, from: position + Self.dataStart.count)
        guard bytes[range].allSatisfy(XMLCharacters.isAllowed) else { throw .notText }
        return Array(bytes[range])
    }

    // MARK: Characters

    /// What stands before the next tag; around the root only blanks may.
    private mutating func text() throws(TextFlaw) -> [UInt8]? {
        let end = bytes.position(of: Self.tagStart, from: position) ?? bytes.count
        let range = position..<end
        position = end
        guard open.isEmpty else { return try XMLCharacters.resolved(bytes[range]) }
        guard bytes[range].allSatisfy(XMLCharacters.isBlank) else { throw .notText }
        return nil
    }

    // MARK: Steps

    /// The byte that stands next; zero, which no XML holds, behind the end.
    private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func pass(_ sign: UInt8) throws(TextFlaw) {
        guard byte == sign else { throw .notText }
        position += 1
    }

    /// Goes behind the next such word; what stands before it.
    private mutating func pass(_ word: [UInt8], from start: Int) throws(TextFlaw) -> Range<Int> {
        guard let end = bytes.position(of: word, from: start) else { throw .notText }
        position = end + word.count
        return start..<end
    }

    @discardableResult
    private mutating func passBlanks() -> Bool {
        let start = position
        while XMLCharacters.isBlank(byte) { position += 1 }
        return position > start
    }

    private mutating func passName() throws(TextFlaw) -> Range<Int> {
        let start = position
        guard XMLCharacters.beginsName(byte) else { throw .notText }
        while XMLCharacters.isInName(byte) { position += 1 }
        return start..<position
    }
}
