import Agreements
import Synchronization

/// Collects what is found while one definition is read.
final class FindingLog: Sendable {
    private struct Content {
        var findings: [Finding] = []
        /// What was said of misspelt keys behind which all was read as it was meant.
        var mended: Set<Finding> = []
    }

    private let content = Mutex(Content())
    /// Beyond so many findings none is worth a search for what was meant.
    private static let suggestionsMax = 100

    func report(
        _ code: Finding.Code, at place: Place, _ message: LocalizedText, suggestion: String? = nil,
        path: [LocalizedText] = []
    ) {
        let name = suggestion.map { LocalizedText(name: $0) }
        report([Finding(code, at: place, message, suggestion: name, path: path)])
    }

    /// Reports something with a suggestion that is no name or text to write, but words.
    func report(
        _ code: Finding.Code, at place: Place, _ message: LocalizedText, suggestion: LocalizedText,
        path: [LocalizedText] = []
    ) {
        report([Finding(code, at: place, message, suggestion: suggestion, path: path)])
    }

    func report(_ findings: [Finding]) { content.withLock { $0.findings += findings } }

    /// All that was found, in the order in which it was.
    var findings: [Finding] { content.withLock { $0.findings } }

    /// Notes that the last finding is about a misspelt key, behind which all was read as it was meant.
    func mendLast() {
        content.withLock { if let last = $0.findings.last { $0.mended.insert(last) } }
    }

    /// Whether a finding leaves all that stands behind it as clear as it was.
    func isMended(_ finding: Finding) -> Bool {
        content.withLock { $0.mended.contains(finding) }
    }

    /// Reports a name that is none of `known`, with the one that was probably meant.
    ///
    /// - Parameter what: what goes on "there is no …" and "il n’y a …", such as "state" and "aucun état".
    func reportUnknown(
        _ code: Finding.Code, _ what: LocalizedText, _ name: String, at place: Place,
        known: @autoclosure () -> some Sequence<String>
    ) {
        let suggestion = findings.count < Self.suggestionsMax ? Spelling.nearest(to: name, in: known()) : nil
        let message = LocalizedText(
            fr: "il n’y a \(what.fr) \(name.quotedInFrench)", en: "there is no \(what.en) \(name.quoted)")
        report(code, at: place, message, suggestion: suggestion)
    }

    /// Each finding once: the main file's first, each file's in the order of its text.
    func sorted(mainFile: String) -> [Finding] {
        var seen: Set<Finding> = []
        return findings.filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
            let (left, right) = (a.element.place, b.element.place)
            if (left.file == mainFile) != (right.file == mainFile) { return left.file == mainFile }
            return left == right ? a.offset < b.offset : left < right
        }.map(\.element)
    }
}
