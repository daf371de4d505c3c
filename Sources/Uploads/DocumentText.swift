/// The text of a document, one line a paragraph: of plain text, of Word (DOCX) and of Writer (ODT); one line a sentence
/// of PDF, by the help of another program.
///
/// Notes follow the body. Headers, footers, comments and pictures stay out, and so does what was deleted while changes
/// were tracked.
///
/// Of an archive only the parts that hold text are unpacked, ``unpackedMax`` bytes at most; time and room grow with
/// these, whatever else lies in the file. Call it off the cooperative pool.
package enum DocumentText {
    /// Bytes of the text of a document.
    static let bytesMax = 2 << 20
    /// Bytes of the parts that hold it: tags take far more room than words.
    static let unpackedMax = 32 << 20

    /// The text of a file, each line with its end.
    ///
    /// - Parameter reader: what reads PDF; without one it is no text.
    /// - Throws: ``TextFlaw`` for a file that is no text, holds XML that is not well formed or declares a document
    ///   type, or is longer than the bounds.
    package static func text(
        of bytes: [UInt8], readingPDF reader: PDFTextReader? = nil
    ) throws(TextFlaw) -> String {
        guard let format = FileFormat.format(of: bytes) else { throw .notText }
        switch format {
        case .text:
            guard bytes.count <= bytesMax else { throw .tooLong }
            return String(decoding: bytes, as: UTF8.self)
        case .docx:
            let parts = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"]
            return try text(of: parts, in: bytes, .word)
        case .odt:
            return try text(of: ["content.xml"], in: bytes, .writer)
        case .pdf:
            guard let pages = try reader?.read(bytes) else { throw .notText }
            guard pages.utf8.count <= bytesMax else { throw .tooLong }
            let text = LaidOutText.sentences(in: pages)
            // A scan has pictures of words alone.
            guard !text.isEmpty else { throw .notText }
            return text
        case .xlsx, .png, .jpeg:
            throw .notText
        }
    }

    /// The same, one line a sentence whatever the form: for a paper beside what it was printed from.
    package static func sentences(
        of bytes: [UInt8], readingPDF reader: PDFTextReader?
    ) throws(TextFlaw) -> String {
        let text = try text(of: bytes, readingPDF: reader)
        return switch FileFormat.format(of: bytes) {
        case .docx, .odt: LaidOutText.sentences(in: text.replacing("\n", with: "\n\n"))
        case .text: LaidOutText.sentences(in: text)
        case .pdf, .xlsx, .png, .jpeg, nil: text
        }
    }

    private static func text(
        of parts: [String], in bytes: [UInt8], _ tags: TextTags
    ) throws(TextFlaw) -> String {
        guard let archive = try? ZipArchive(bytes) else { throw .notText }
        var (reader, room) = (ParagraphReader(tags), unpackedMax)
        for name in parts {
            guard let entry = archive.entries.first(where: { $0.name == name }) else { continue }
            room -= entry.size
            guard room >= 0 else { throw .tooLong }
            guard let part = try? archive.content(of: entry) else { throw .notText }
            try reader.read(part)
        }
        // Tags with other names than those that office suites write would be passed over.
        guard reader.hasParagraphs else { throw .notText }
        return String(decoding: reader.text, as: UTF8.self)
    }
}
