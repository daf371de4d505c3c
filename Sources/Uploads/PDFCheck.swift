/// A PDF that is whole and does nothing by itself: no script, no start of a program, no file inside, no lock.
///
/// Packed objects are unpacked and read as well; what cannot be read is refused.
struct PDFCheck {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What each name would do.
    ///
    /// All are long: in pictures and fonts, which are read over, none stands by chance.
    private static let refused: [String: UploadFlaw] = [
        "JavaScript": .pdfScript, "Launch": .pdfActive, "SubmitForm": .pdfActive, "ImportData": .pdfActive,
        "RichMedia": .pdfActive, "Rendition": .pdfActive, "GoToE": .pdfActive, "EmbeddedFile": .pdfEmbedded,
        "EmbeddedFiles": .pdfEmbedded, "FileAttachment": .pdfEmbedded, "Encrypt": .locked,
    ]
    /// Too short to be told by themselves: only with what such a name stands for behind it.
    private static let refusedWithValue: [String: UploadFlaw] = ["XFA": .pdfForm]
    private static let known = Set(refused.keys).union(refusedWithValue.keys).union([
        "AA", "Page", "OpenAction", "ByteRange", "ObjStm",
    ])

    private static let pagesMax = 5_000
    /// A file has one, and one more in each earlier state that it keeps.
    private static let openingsMax = 16
    private static let packedMax = 64 << 20

    func check() throws(UploadFlaw) {
        try checkEnds()
        let names = try PDFNames(bytes, Self.known).all
        let packed = try PDFStreams(bytes, names, bound: Self.packedMax).objects
        var parts = [(bytes, names)]
        for part in packed { parts.append((part, try PDFNames(part, Self.known).all)) }
        for (part, names) in parts { try Self.checkNames(part, names) }
        guard parts.flatMap(\.1).count(where: { $0.text == "Page" }) <= Self.pagesMax else { throw .pdfLong }
        guard parts.flatMap(\.1).count(where: { $0.text == "OpenAction" }) <= Self.openingsMax else {
            throw .pdfActive
        }
        try Self.checkActions(parts)
        // A signature cannot be packed.
        guard parts.dropFirst().allSatisfy({ !$0.1.contains { $0.text == "ByteRange" } }) else {
            throw .pdfSignature
        }
        try PDFSignatures(bytes, names).check()
    }

    /// What happens when the file is opened, a page is turned or a field is entered or left.
    private static func checkActions(_ parts: [([UInt8], [PDFNames.Name])]) throws(UploadFlaw) {
        let objects = PDFObjects(parts: parts.map(\.0))
        let opening = PDFOpening(objects: objects)
        var actions = PDFActions(objects: objects)
        for (part, names) in parts {
            for name in names where name.text == "OpenAction" {
                guard opening.isHarmless(part, from: name.end) else { throw .pdfActive }
            }
            for name in names where name.text == "AA" && hasValue(part, behind: name) {
                guard actions.isHarmless(part, from: name.end) else { throw .pdfActive }
            }
        }
    }

    private static func hasValue(_ part: [UInt8], behind name: PDFNames.Name) -> Bool {
        var reader = PDFReader(part, at: name.end)
        return reader.word("<<") || reader.word("[") || reader.reference() != nil
    }

    private static func checkNames(_ part: [UInt8], _ names: [PDFNames.Name]) throws(UploadFlaw) {
        for name in names {
            if let flaw = refused[name.text] { throw flaw }
            guard let flaw = refusedWithValue[name.text] else { continue }
            if hasValue(part, behind: name) { throw flaw }
        }
    }

    /// The first line and the last three, and that the table of objects is where they say (ISO 32000-2, 7.5).
    private func checkEnds() throws(UploadFlaw) {
        let tail = Swift.max(0, bytes.count - 2_048)
        guard bytes.count > 8, [0x31, 0x32].contains(bytes[5]), bytes[6] == 0x2E,
            let last = lastPosition(of: "startxref", from: tail),
            bytes.position(of: "%%EOF", from: last) != nil
        else { throw .broken }
        var reader = PDFReader(bytes, at: last + 9)
        guard let table = reader.number(), table < last else { throw .broken }
        reader = PDFReader(bytes, at: table)
        guard reader.word("xref") || reader.number() != nil else { throw .broken }
    }

    private func lastPosition(of word: String, from start: Int) -> Int? {
        var (found, next) = (Int?.none, bytes.position(of: word, from: start))
        while let position = next {
            found = position
            next = bytes.position(of: word, from: position + 1)
        }
        return found
    }
}
