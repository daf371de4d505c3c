/// Collects what is found while one definition is read; used by one task.
final class FindingLog {
    private(set) var findings: [Finding] = []
    /// What was said of misspelt keys behind which all was read as it was meant.
    private var mended: Set<Finding> = []
    /// Beyond so many findings none is worth a search for what was meant.
    private static let suggestionsMax = 100

    func report(
        _ code: Finding.Code, at place: Place, _ message: String, suggestion: String? = nil,
        path: [String] = []
    ) {
        findings.append(Finding(code, at: place, message, suggestion: suggestion, path: path))
    }

    func report(_ findings: [Finding]) { self.findings += findings }

    /// Notes that the last finding is about a misspelt key, behind which all was read as it was meant.
    func mendLast() { if let last = findings.last { mended.insert(last) } }

    /// Whether a finding leaves all that stands behind it as clear as it was.
    func isMended(_ finding: Finding) -> Bool { mended.contains(finding) }

    /// Reports a name that is none of `known`, with the one that was probably meant.
    func reportUnknown(
        _ code: Finding.Code, _ what: String, _ name: String, at place: Place,
        known: @autoclosure () -> some Sequence<String>
    ) {
        let suggestion = findings.count < Self.suggestionsMax ? Spelling.nearest(to: name, in: known()) : nil
        report(code, at: place, "there is no \(what) \(name.quoted)", suggestion: suggestion)
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
