/// Files that are two things at once: another program would open in them what nobody looked at.
enum Polyglot {
    /// The first bytes of RAR and 7z, which their programs look for behind other ones.
    private static let archiveMarks: [[UInt8]] = [
        Array("Rar!".utf8) + [0x1A, 0x07], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    ]
    /// How far readers of PDF look for its first line.
    private static let headMax = 1_024

    static func check(_ bytes: [UInt8], _ format: FileFormat) throws(UploadFlaw) {
        switch format {
        case .text: return
        case .pdf: guard !holdsArchive(bytes) else { throw .polyglot }
        case .png, .jpeg:
            guard !holdsArchive(bytes), !holdsPDF(bytes) else { throw .polyglot }
        case .docx, .xlsx, .odt: guard !holdsPDF(bytes) else { throw .polyglot }
        }
    }

    static func holdsArchive(_ bytes: [UInt8]) -> Bool {
        archiveMarks.contains { bytes.holds($0) } || ZipArchive.isHidden(in: bytes)
    }

    private static func holdsPDF(_ bytes: [UInt8]) -> Bool { Array(bytes.prefix(headMax)).holds("%PDF-") }
}
