/// Reads the next few words of a PDF.
struct PDFReader {
    private let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8], at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// A whole number of at most ten digits.
    mutating func number() -> Int? {
        skipBlanks()
        var digits = ""
        while let byte = next, (0x30...0x39).contains(byte), digits.count < 11 {
            digits.unicodeScalars.append(Unicode.Scalar(byte))
            position += 1
        }
        return digits.count > 10 ? nil : Int(digits)
    }

    /// Whether these bytes come next; then they are read.
    mutating func word(_ word: String) -> Bool {
        skipBlanks()
        guard bytes.holds(Array(word.utf8), at: position) else { return false }
        position += word.utf8.count
        return true
    }

    /// The number of an object that is referred to.
    mutating func reference() -> Int? {
        guard let number = number(), self.number() != nil, word("R") else { return nil }
        return number
    }

    /// The name that comes next, its signs by number read; nil where none does.
    mutating func name() -> String? {
        guard word("/") else { return nil }
        let start = position
        while let byte = next, PDFNames.isRegular(byte) { position += 1 }
        return PDFNames.name(bytes, from: start, longest: 127)?.text
    }

    /// Whether a dictionary or a reference comes next; then it is read.
    mutating func value() -> Bool {
        var reader = self
        if reader.reference() != nil {
            self = reader
            return true
        }
        reader = self
        return reader.word("<<") && dictionary() != nil
    }

    /// Where the dictionary lies that comes next, up to the brackets that close it; nil when it does not end.
    mutating func dictionary() -> Range<Int>? {
        skipBlanks()
        let start = position
        var depth = 0
        repeat {
            guard let byte = next, depth <= Self.depthMax else { return nil }
            switch byte {
            case 0x3C where follows(0x3C):
                depth += 1
                position += 2
            case 0x3E where follows(0x3E):
                depth -= 1
                position += 2
            case 0x3C: skip(through: 0x3E)
            case 0x28: skipText()
            case 0x25: skipComment()
            default: position += 1
            }
        } while depth > 0
        return start..<position
    }

    private static let depthMax = 100

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func follows(_ byte: UInt8) -> Bool {
        position + 1 < bytes.count && bytes[position + 1] == byte
    }

    private mutating func skip(through byte: UInt8) {
        while let found = next {
            position += 1
            if found == byte { return }
        }
    }

    /// A string in brackets, which may hold others (ISO 32000-2, 7.3.4.2).
    private mutating func skipText() {
        var depth = 0
        repeat {
            guard let byte = next else { return }
            if byte == 0x5C { position += 1 }
            if byte == 0x28 { depth += 1 }
            if byte == 0x29 { depth -= 1 }
            position += 1
        } while depth > 0
    }

    private mutating func skipComment() {
        while let byte = next, byte != 0x0A, byte != 0x0D { position += 1 }
    }

    private mutating func skipBlanks() {
        while let byte = next, byte <= 0x20 || byte == 0x25 {
            if byte == 0x25 { skipComment() } else { position += 1 }
        }
    }
}
