/// The forms of files that are taken in, told by their bytes and never by their name alone.
enum FileFormat: String, Sendable, CaseIterable {
    case pdf, docx, xlsx, odt, png, jpeg, text

    /// The ends of names that announce it.
    var extensions: [String] {
        switch self {
        case .pdf, .docx, .xlsx, .odt, .png: [rawValue]
        case .jpeg: ["jpg", "jpeg"]
        case .text: ["txt", "text", "md"]
        }
    }

    /// What the field for a file offers.
    static let accept = allCases.flatMap(\.extensions).map { ".\($0)" }.joined(separator: ",")

    /// Why bytes are not taken in; raw values are keys of the catalogue.
    enum Flaw: String, Error {
        case empty, formatUnknown, formatOther, formatActive, formatText
    }

    /// The form of a file.
    ///
    /// - Throws: ``Flaw`` for bytes that are none of these, or not what the name announces.
    static func check(_ name: String, _ bytes: [UInt8]) throws(Flaw) -> FileFormat {
        guard !bytes.isEmpty else { throw .empty }
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?
            .lowercased()
        guard let announced = allCases.first(where: { $0.extensions.contains(ending ?? "") }) else {
            throw .formatUnknown
        }
        guard let found = format(of: bytes) else {
            throw announced == .text ? .formatText : .formatOther
        }
        guard found == announced else { throw .formatOther }
        guard !holdsMacros(bytes, found) else { throw .formatActive }
        return found
    }

    /// The form that the bytes have.
    static func format(of bytes: [UInt8]) -> FileFormat? {
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return zipFormat(of: bytes) }
        return isText(bytes) ? .text : nil
    }

    private static func zipFormat(of bytes: [UInt8]) -> FileFormat? {
        guard let names = ZipNames(bytes)?.names else { return nil }
        if names.contains("[Content_Types].xml") {
            if names.contains("word/document.xml") { return .docx }
            return names.contains("xl/workbook.xml") ? .xlsx : nil
        }
        // The type stands first and unpacked (OpenDocument 1.3, part 2, 3.3).
        let type = Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)
        let isODT = bytes.count > 30 + type.count && bytes[30..<30 + type.count].elementsEqual(type)
        return isODT && names.contains("content.xml") ? .odt : nil
    }

    private static func holdsMacros(_ bytes: [UInt8], _ format: FileFormat) -> Bool {
        guard [.docx, .xlsx, .odt].contains(format), let names = ZipNames(bytes)?.names else { return false }
        return names.contains { $0.hasSuffix("vbaProject.bin") || $0.hasPrefix("Basic/") }
    }

    /// UTF-8 without control characters other than tab and line ends.
    static func isText(_ bytes: [UInt8]) -> Bool { PercentCoding.checked(bytes) != nil }

    /// What a download is called a type of: nothing that a browser would open by itself, but PDF.
    static func mediaType(of bytes: [UInt8]) -> String {
        format(of: bytes) == .pdf ? "application/pdf" : "application/octet-stream"
    }
}

/// The names in a ZIP archive, read from its directory; nothing is unpacked.
struct ZipNames {
    let names: Set<String>

    /// More entries than an office document has.
    private static let entriesMax = 5_000

    /// Nil when the bytes are no archive with a sound directory.
    init?(_ bytes: [UInt8]) {
        guard let end = Self.directoryEnd(in: bytes) else { return nil }
        let (count, start) = (Self.number(bytes, at: end + 10, 2), Self.number(bytes, at: end + 16, 4))
        guard count <= Self.entriesMax else { return nil }
        var (names, position) = (Set<String>(), start)
        for _ in 0..<count {
            guard position >= 0, position + 46 <= bytes.count,
                bytes[position..<position + 4].elementsEqual([0x50, 0x4B, 0x01, 0x02])
            else { return nil }
            let length = Self.number(bytes, at: position + 28, 2)
            let rest = Self.number(bytes, at: position + 30, 2) + Self.number(bytes, at: position + 32, 2)
            guard position + 46 + length <= bytes.count,
                let name = String(
                    validating: bytes[(position + 46)..<(position + 46 + length)], as: UTF8.self)
            else { return nil }
            names.insert(name)
            position += 46 + length + rest
        }
        self.names = names
    }

    /// Where the last record begins: within 65,557 bytes of the end.
    private static func directoryEnd(in bytes: [UInt8]) -> Int? {
        var position = bytes.count - 22
        while position >= max(0, bytes.count - 65_557) {
            if bytes[position..<position + 4].elementsEqual([0x50, 0x4B, 0x05, 0x06]) { return position }
            position -= 1
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], at position: Int, _ size: Int) -> Int {
        (0..<size).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
}
