import Expressions

/// Runs SCXML documents and suites of them in virtual time, each case in a session of its own.
///
/// Only the named files and those that documents name in their own folder are read; nothing is written.
package enum SCXMLSuite {
    /// The verdicts on a document, which has to end in `pass`, or on a folder with a `manifest.json` whose
    /// entries have to end in `pass` or, where they have a `script`, to follow it.
    ///
    /// A document that is missing or refused fails, with the reason.
    /// - Throws: ``ConformanceProblem`` when the path or the manifest is not there or of another form.
    package static func run(_ path: String) throws(ConformanceProblem) -> [ConformanceVerdict] {
        if try ConformanceFiles.isFolder(path) { return try run(folder: path) }
        if path.hasSuffix("manifest.json") { return try run(folder: ConformanceFiles.folder(of: path)) }
        return [ConformanceVerdict(path, family: "", failure: try failure(of: .pass, path))]
    }

    /// Why a document does not end in `pass`, run by itself in virtual time; nil when it does.
    package static func failure(of document: SCXMLDocument) -> String? {
        SCXMLTrial.failure(of: .pass, document)
    }

    private static func run(folder: String) throws(ConformanceProblem) -> [ConformanceVerdict] {
        var verdicts: [ConformanceVerdict] = []
        for test in try cases(in: folder) {
            let failure: String?
            do throws(ConformanceProblem) {
                failure = try self.failure(
                    of: test.expectation, ConformanceFiles.join(folder, test.file))
            } catch {
                failure = error.description
            }
            verdicts.append(ConformanceVerdict(test.id, family: test.family, failure: failure))
        }
        return verdicts
    }

    static func cases(in folder: String) throws(ConformanceProblem) -> [SCXMLCase] {
        let path = ConformanceFiles.join(folder, "manifest.json")
        guard (try? ConformanceFiles.isFolder(path)) == false else {
            throw ConformanceProblem(.notASuite, folder, "the folder has no manifest.json")
        }
        guard let entries = try ConformanceFiles.json(path).field("tests")?.items else {
            throw ConformanceProblem(.notASuite, path, "the manifest has no list of tests")
        }
        guard !entries.isEmpty else { throw ConformanceProblem(.notASuite, path, "the manifest has no test") }
        var cases: [SCXMLCase] = []
        for (number, entry) in entries.enumerated() {
            guard let test = SCXMLCase(entry) else {
                let name = entry.field("id")?.text ?? "number \(number + 1)"
                throw ConformanceProblem(
                    .notASuite, path,
                    "the entry \(name) is of neither kind: it needs id and file, "
                        + "and, for a script, initial and steps with event and then")
            }
            cases.append(test)
        }
        return cases
    }

    private static func failure(
        of expectation: SCXMLCase.Expectation, _ path: String
    ) throws(ConformanceProblem) -> String? {
        let folder = SCXMLFolder.directory(ConformanceFiles.folder(of: path))
        let bytes = try ConformanceFiles.bytes(path)
        do throws(SCXMLRefusal) {
            return SCXMLTrial.failure(of: expectation, try SCXMLReader.read(bytes, in: folder))
        } catch {
            return "refused, \(error.findings.map(\.description).joined(separator: "; "))"
        }
    }
}
