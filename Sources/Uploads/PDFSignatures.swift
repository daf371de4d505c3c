/// What the signatures of a PDF cover (ISO 32000-2, 12.8.1): all but themselves from the first byte on, the last one
/// up to the end.
///
/// Who signed is not told here: a reader does that.
struct PDFSignatures {
    private struct Signature {
        /// The signature itself, which no signature covers.
        let gap: Range<Int>
        let end: Int
    }

    private let bytes: [UInt8]
    private let names: [PDFNames.Name]

    init(_ bytes: [UInt8], _ names: [PDFNames.Name]) {
        self.bytes = bytes
        self.names = names.filter { $0.text == "ByteRange" }
    }

    func check() throws(UploadFlaw) {
        var signatures: [Signature] = []
        for name in names { signatures.append(try signature(name)) }
        var covered = 0
        for signature in signatures.sorted(by: { $0.end < $1.end }) {
            guard signature.gap.lowerBound >= covered else { throw .pdfSignature }
            covered = signature.end
        }
        // What was added behind the last signature is signed by nobody, and may show another text.
        guard signatures.isEmpty || bytes[covered...].allSatisfy({ $0 <= 0x20 }) else { throw .pdfChanged }
    }

    private func signature(_ name: PDFNames.Name) throws(UploadFlaw) -> Signature {
        var reader = PDFReader(bytes, at: name.end)
        guard reader.word("["), reader.number() == 0, let first = reader.number(),
            let second = reader.number(), let length = reader.number(), reader.word("]"), first < second,
            second + length <= bytes.count
        else { throw .pdfSignature }
        let gap = first..<second
        guard isWritten(in: gap), isBeside(gap, name) else { throw .pdfSignature }
        return Signature(gap: gap, end: second + length)
    }

    /// What is left out is a signature in hexadecimal, in DER, and no other text.
    private func isWritten(in gap: Range<Int>) -> Bool {
        gap.count > 4 && bytes[gap.lowerBound] == 0x3C && bytes[gap.upperBound - 1] == 0x3E
            && ["30", "04"].contains { bytes.holds(Array($0.utf8), at: gap.lowerBound + 1) }
            && bytes[gap].dropFirst().dropLast().allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF)
            }
    }

    /// Both stand in one object.
    private func isBeside(_ gap: Range<Int>, _ name: PDFNames.Name) -> Bool {
        let between =
            gap.lowerBound >= name.end
            ? name.end..<gap.lowerBound : gap.upperBound..<max(gap.upperBound, name.start)
        return between.count <= 4_096 && !Array(bytes[between]).holds("endobj")
    }
}
