/// A text file of the checkout, named by its path from the package root.
struct SourceFile: Sendable {
    let path: String
    let text: String
    /// The text of a Swift source with everything but code blanked; of another file, nothing.
    let code: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = path.hasSuffix(".swift") ? SwiftMask.code(in: text) : ""
    }

    var name: String { String(path.split(separator: "/").last ?? "") }

    /// The lines as an editor numbers them; a last line break opens no further line.
    var lines: [Substring] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    func finding(_ message: String, line: Int = 1) -> Finding {
        Finding(file: path, line: line, message: message)
    }
}
