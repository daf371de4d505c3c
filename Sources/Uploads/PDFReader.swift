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
        while position < bytes.count, (0x30...0x39).contains(bytes[position]), digits.count < 11 {
            digits.unicodeScalars.append(Unicode.Scalar(bytes[position]))
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

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }
}
