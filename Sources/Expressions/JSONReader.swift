/// Reads the UTF-8 bytes of a JSON text from front to back.
struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let depthMax: Int
    /// Whether the last of several members of one name counts; else they are a problem.
    let lastTwinCounts: Bool
    var position = 0
    private var limit: JSONTree.Unreadable.Limit?

    init(bytes: UnsafeBufferPointer<UInt8>, depthMax: Int, lastTwinCounts: Bool) {
        self.bytes = bytes
        self.depthMax = depthMax
        self.lastTwinCounts = lastTwinCounts
    }

    mutating func document() -> JSONTree? {
        guard let value = value(depth: 0) else { return nil }
        skipSpace()
        return position == bytes.count ? value : nil
    }

    /// Where reading stopped, and why, after ``document()`` gave nil.
    var problem: JSONTree.Unreadable {
        let before = bytes[..<position]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return JSONTree.Unreadable(
            line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: position - start + 1,
            limit: limit.flatMap { isWellFormed() ? $0 : nil })
    }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func value(depth: Int) -> JSONTree? {
        skipSpace()
        guard let next else { return nil }
        guard depth < depthMax else { return stop(.depth(depthMax)) }
        switch next {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map(JSONTree.string)
        case UInt8(ascii: "t"): return takeWord("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return takeWord("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return takeWord("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func array(depth: Int) -> JSONTree? {
        position += 1
        guard !takeMark("]") else { return .array([]) }
        var elements: [JSONTree] = []
        repeat {
            guard let element = value(depth: depth + 1) else { return nil }
            elements.append(element)
        } while takeMark(",")
        return takeMark("]") ? .array(elements) : nil
    }

    private mutating func object(depth: Int) -> JSONTree? {
        position += 1
        guard !takeMark("}") else { return .object([]) }
        var members: [JSONTree.Member] = []
        repeat {
            skipSpace()
            guard let name = string(), takeMark(":"), let value = value(depth: depth + 1) else { return nil }
            members.append(JSONTree.Member(name: name, value: value))
        } while takeMark(",")
        guard takeMark("}") else { return nil }
        guard let twin = Self.twin(in: members) else { return .object(members) }
        return lastTwinCounts ? .object(Self.last(of: members)) : stop(.twin(twin))
    }

    private static func twin(in members: [JSONTree.Member]) -> String? {
        var seen: Set<String> = []
        return members.first { !seen.insert($0.name).inserted }?.name
    }

    /// Of each name the last member, where the first one stood.
    private static func last(of members: [JSONTree.Member]) -> [JSONTree.Member] {
        var places: [String: Int] = [:]
        var kept: [JSONTree.Member] = []
        for member in members {
            if let place = places[member.name] {
                kept[place] = member
            } else {
                places[member.name] = kept.count
                kept.append(member)
            }
        }
        return kept
    }

    /// Ends the reading at what may be JSON and is no value here; the first reason counts.
    private mutating func stop(_ reason: JSONTree.Unreadable.Limit) -> JSONTree? {
        limit = limit ?? reason
        return nil
    }

    // MARK: Numbers

    private mutating func number() -> JSONTree? {
        let start = position
        guard let isWhole = takeNumber() else { return nil }
        let text = text(start..<position)
        if isWhole, let integer = Int64(text) { return .integer(integer) }
        guard let double = Double(text), double.isFinite else {
            return stop(.number(String(text.prefix(40))))
        }
        return .decimal(double)
    }

    /// Passes a number; whether it is whole, or nil where none stands.
    mutating func takeNumber() -> Bool? {
        if next == UInt8(ascii: "-") { position += 1 }
        let first = position
        guard takeDigits(), bytes[first] != UInt8(ascii: "0") || position == first + 1 else { return nil }
        let whole = position
        if next == UInt8(ascii: ".") {
            position += 1
            guard takeDigits() else { return nil }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            guard takeDigits() else { return nil }
        }
        return position == whole
    }

    private mutating func takeDigits() -> Bool {
        let start = position
        while let next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { position += 1 }
        return position > start
    }

    // MARK: Strings

    private mutating func string() -> String? {
        guard next == UInt8(ascii: "\"") else { return nil }
        position += 1
        var start = position
        var text = ""
        while let next {
            switch next {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return start == position ? text : text + self.text(start..<position)
            case UInt8(ascii: "\\"):
                text += self.text(start..<position)
                position += 1
                guard let escaped = escape() else { return nil }
                text.unicodeScalars.append(escaped)
                start = position
            case 0..<0x20: return nil
            default: position += 1
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard let next else { return nil }
        position += 1
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(next)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return codePoint()
        default: return nil
        }
    }

    private mutating func codePoint() -> Unicode.Scalar? {
        guard let first = hexadecimal() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? halfPair() }
        guard takeWord("\\u"), let second = hexadecimal(), (0xDC00..<0xE000).contains(second) else {
            return halfPair()
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func halfPair() -> Unicode.Scalar? {
        limit = limit ?? .surrogate
        return nil
    }

    private mutating func hexadecimal() -> UInt32? {
        guard position + 4 <= bytes.count, bytes[position..<position + 4].allSatisfy(\.isHexDigit) else {
            return nil
        }
        defer { position += 4 }
        return UInt32(text(position..<position + 4), radix: 16)
    }

    // MARK: Taking

    private func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    mutating func takeWord(_ word: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    /// White space, then this mark, if it comes next.
    mutating func takeMark(_ mark: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: mark) else { return false }
        position += 1
        return true
    }

    mutating func skipSpace() {
        while let next, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { position += 1 }
    }
}
