import Foundation
import Uploads

/// The text of PDF files, by Poppler's `pdftotext`.
///
/// It runs without a shell, in a process that may take ``memoryMax`` bytes, ``secondsMax`` seconds of a processor and
/// of the clock, and write ``textMax`` bytes: a file made to harm it ends with it.
struct PDFToText: Sendable {
    private let program: String

    private static let memoryMax = 1 << 30
    private static let secondsMax = 20
    private static let textMax = 4 << 20

    /// Nil where the package `poppler-utils` is not installed.
    static let installed: PDFToText? = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"]
        .first(where: FileManager.default.isExecutableFile).map { PDFToText(program: $0) }

    /// The port of the pages.
    var port: PDFTextReader {
        PDFTextReader { bytes throws(TextFlaw) in try text(of: bytes) }
    }

    /// The text of a file as it stands on its pages; the thread waits.
    ///
    /// - Throws: ``TextFlaw`` for what cannot be read, within the bounds.
    func text(of bytes: [UInt8]) throws(TextFlaw) -> String {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "entente-pdf-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, text) = (folder.appending(path: "in.pdf"), folder.appending(path: "out.txt"))
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(bytes).write(to: source)
        } catch { throw .notText }
        let ended = try? invocation(from: source, to: text).run(limit: .seconds(Self.secondsMax))
        switch ended?.status {
        case 0:
            guard let words = try? String(contentsOf: text, encoding: .utf8) else { throw .notText }
            return words
        // Out of time, or of room: signals SIGXCPU and SIGXFSZ.
        case nil, 128 + 24, 128 + 25: throw .tooLong
        default: throw .notText
        }
    }

    private func invocation(from source: URL, to text: URL) -> Invocation {
        Invocation(
            program: "/usr/bin/prlimit",
            arguments: [
                "--as=\(Self.memoryMax)", "--cpu=\(Self.secondsMax)", "--fsize=\(Self.textMax)", "--core=0",
                "--",
                program, "-q", "-enc", "UTF-8", "-eol", "unix", source.path(percentEncoded: false),
                text.path(percentEncoded: false),
            ])
    }
}
