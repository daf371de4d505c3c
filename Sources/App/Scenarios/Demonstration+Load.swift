import Agreements
import Definitions
import Foundation

extension Demonstration {
    /// Reads every scenario file of a folder.
    ///
    /// - Throws: ``InvalidDefinition`` with every finding of the first file that has one; ``ScenarioFailure``
    ///   for what a demonstration cannot have; ``FileFault`` when the folder or a file cannot be read, or
    ///   there
    ///   is none.
    package static func load(folder: String) throws -> Demonstration {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".yaml") }.sorted()
        let place = URL(filePath: folder)
        let files = try names.map { name in
            let url = place.appending(path: name)
            guard let data = try? Data(contentsOf: url) else { throw FileFault.unreadable(url.path) }
            return try ScenarioFile.read(Array(data), file: "\(place.lastPathComponent)/\(name)")
        }
        guard let start = files.map(\.start).min() else { throw FileFault.unreadable(folder) }
        return try Demonstration(files, start: start)
    }

    init(_ files: [ScenarioFile], start: Instant) throws(ScenarioFailure) {
        let ordered = files.enumerated()
            .flatMap { order, file in
                file.steps.enumerated().map { index, step in
                    (place: (step.at, order, index), line: Line(file: file, step: step))
                }
            }
            .sorted { $0.place < $1.place }
        self.files = files
        self.start = start
        lines = ordered.map(\.line)
        try Self.check(lines)
    }

    /// What is played again after a crash cannot wait for a refusal or compare with what was; names of
    /// agreements and documents are those of all files.
    private static func check(_ lines: [Line]) throws(ScenarioFailure) {
        var known: Set<String> = []
        for line in lines {
            let place = line.step.place
            guard line.step.refused == nil, line.step.expectations.isEmpty else {
                throw ScenarioFailure(place: place, message: "a step of a demonstration expects nothing")
            }
            for key in [line.step.proposal?.agreement, line.step.document?.key].compactMap(\.self) {
                guard known.insert(key).inserted else {
                    throw ScenarioFailure(
                        place: place, message: "\(key) names an agreement or a document already")
                }
            }
        }
    }
}
