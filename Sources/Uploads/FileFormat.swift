/// The forms of files that are taken in, told by their bytes and never by their name alone.
package enum FileFormat: String, Sendable, CaseIterable {
    case pdf, docx, xlsx, odt, png, jpeg, text

    /// The ends of names that announce it.
    package var extensions: [String] {
        switch self {
        case .pdf, .docx, .xlsx, .odt, .png: [rawValue]
        case .jpeg: ["jpg", "jpeg"]
        case .text: ["txt", "text", "md"]
        }
    }

    /// Whether ``DocumentText`` reads its text, with something that reads PDF or without.
    package func hasText(readingPDF: Bool) -> Bool {
        switch self {
        case .text, .docx, .odt: true
        case .pdf: readingPDF
        case .xlsx, .png, .jpeg: false
        }
    }

    /// The form that a name announces by its end; nil where it announces none of these.
    package static func announced(by name: String) -> FileFormat? {
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?
            .lowercased()
        return allCases.first { $0.extensions.contains(ending ?? "") }
    }

    /// What a field for a file offers.
    package static let accept = allCases.flatMap(\.extensions).map { ".\($0)" }.joined(separator: ",")

    /// The form of a file.
    ///
    /// - Throws: ``UploadFlaw`` for bytes that are none of these, not what the name announces, cut short,
    ///   or more than a document.
    package static func check(_ name: String, _ bytes: [UInt8]) throws(UploadFlaw) -> FileFormat {
        guard !bytes.isEmpty else { throw .empty }
        guard let announced = announced(by: name) else { throw .formatUnknown }
        guard !bytes.holds(testVirus) else { throw .virus }
        guard let found = try announced.found(in: bytes) else {
            throw announced == .text ? .formatText : .formatOther
        }
        guard found == announced else { throw .formatOther }
        try Polyglot.check(bytes, found)
        switch found {
        case .pdf: try PDFCheck(bytes).check()
        case .docx, .xlsx, .odt: try OfficeCheck(bytes).check()
        case .png: try ImageCheck.png(bytes)
        case .jpeg: try ImageCheck.jpeg(bytes)
        case .text: break
        }
        return found
    }

    /// The form that the bytes have.
    package static func format(of bytes: [UInt8]) -> FileFormat? { try? readFormat(of: bytes) }

    /// The form that the bytes have; what is wrong with an archive is told where one was announced.
    private func found(in bytes: [UInt8]) throws(UploadFlaw) -> FileFormat? {
        do { return try Self.readFormat(of: bytes) } catch {
            guard [.docx, .xlsx, .odt].contains(self) else { return nil }
            throw error
        }
    }

    private static func readFormat(of bytes: [UInt8]) throws(UploadFlaw) -> FileFormat? {
        if bytes.starts(with: pdfMark) { return .pdf }
        if bytes.starts(with: ImageCheck.pngMark) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: ZipArchive.entryMark) { return try zipFormat(of: bytes) }
        return isText(bytes) ? .text : nil
    }

    private static func zipFormat(of bytes: [UInt8]) throws(UploadFlaw) -> FileFormat? {
        let names = try ZipArchive(bytes).entries.map(\.name)
        if names.contains("[Content_Types].xml") {
            if names.contains("word/document.xml") { return .docx }
            return names.contains("xl/workbook.xml") ? .xlsx : nil
        }
        // The type stands first and unpacked (OpenDocument 1.3, part 2, 3.3).
        let type = Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)
        let isODT = bytes.count > 30 + type.count && bytes[30..<30 + type.count].elementsEqual(type)
        return isODT && names.contains("content.xml") ? .odt : nil
    }

    private static let pdfMark = Array("%PDF-".utf8)

    /// UTF-8 without control characters other than tab and line ends.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
            && !bytes.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) || $0 == 0x7F }
    }

    /// What a download is called a type of: nothing that a browser would open by itself, but PDF.
    package static func mediaType(of bytes: [UInt8]) -> String {
        format(of: bytes) == .pdf ? "application/pdf" : "application/octet-stream"
    }

    /// What every virus scanner must find (EICAR); in two parts, lest one finds it here.
    private static let testVirus = Array(
        (#"X5O!P%@AP[4\PZX54(P^)7CC)7}"# + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").utf8)
}
