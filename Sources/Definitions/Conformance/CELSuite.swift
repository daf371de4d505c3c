import Expressions

/// Runs suites of expressions: arrays of cases in JSON files.
///
/// Only the named files are read; nothing is written.
package enum CELSuite {
    /// The verdicts on a file of cases, or on all of a folder, by name.
    ///
    /// - Throws: ``ConformanceProblem`` when the path is not there, or a file is of another form.
    package static func run(_ path: String) throws(ConformanceProblem) -> [ConformanceVerdict] {
        guard try ConformanceFiles.isFolder(path) else { return try verdicts(path) }
        let files = try ConformanceFiles.files(in: path, suffix: ".json")
        guard !files.isEmpty else {
            throw ConformanceProblem(.notASuite, path, "the folder has no file of cases (*.json)")
        }
        var verdicts: [ConformanceVerdict] = []
        for file in files { verdicts += try self.verdicts(file) }
        return verdicts
    }

    private static func verdicts(_ path: String) throws(ConformanceProblem) -> [ConformanceVerdict] {
        guard let entries = try ConformanceFiles.json(path).items else {
            throw ConformanceProblem(.notASuite, path, "the file is not an array of cases")
        }
        guard !entries.isEmpty else { throw ConformanceProblem(.notASuite, path, "the file has no case") }
        var verdicts: [ConformanceVerdict] = []
        for (number, entry) in entries.enumerated() {
            guard let verdict = verdict(on: entry) else {
                let name = entry.field("id")?.text ?? "number \(number + 1)"
                throw ConformanceProblem(
                    .notASuite, path,
                    "the entry \(name) is no case: it needs id, expr and expect, and values with their types")
            }
            verdicts.append(verdict)
        }
        return verdicts
    }

    /// The verdict on an entry, which fails with a value that does not exist; nil for what is no case.
    private static func verdict(on entry: Value) -> ConformanceVerdict? {
        if let id = entry.field("id")?.text, let reason = CELCase.unreadableValue(of: entry) {
            return ConformanceVerdict(id, family: CELCase.family(of: entry), failure: reason)
        }
        return CELCase(entry).map {
            ConformanceVerdict($0.id, family: $0.family, failure: CELTrial.failure(of: $0))
        }
    }
}
