import Agreements
import Definitions
import Engine
import Foundation
import TestSupport

/// The workflow files and scenarios of the checkout.
struct ScenarioFolder {
    private let workflows = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Workflows")

    /// The names of the scenarios, without their ending.
    ///
    /// Where time is short, only the numbered ones: the stories that the house is judged by. While one is
    /// written, only those whose name begins with `ENTENTE_SCENARIO`.
    static let names: [String] = {
        let folder = ScenarioFolder().workflows.appending(path: "scenarios")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let all = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
        let environment = ProcessInfo.processInfo.environment
        if let prefix = environment["ENTENTE_SCENARIO"] { return all.filter { $0.hasPrefix(prefix) } }
        return LongSuite.isShort ? all.filter { $0.first?.isNumber ?? false } : all
    }()

    private static let isWriting = ProcessInfo.processInfo.environment["ENTENTE_SCENARIO"] != nil
    private static let numbered = names.filter { $0.first?.isNumber ?? false }

    /// The stories that the house is judged by, or the one that is being written: checked most closely.
    static let judged = isWriting ? names : numbered

    /// Those that are played on real parts, too, which are the same for all: the numbered ones, the small ones and every third of
    /// the others, or the one that is being written; where time is short, the plain road, a call and a signature
    /// out of order.
    static let onRealParts: [String] = {
        if isWriting { return names }
        if LongSuite.isShort { return numbered.filter { ["01", "02", "04"].contains($0.prefix(2)) } }
        let third = Set(names.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
        return names.filter { third.contains($0) || numbered.contains($0) || $0.hasPrefix("small-") }
    }()

    func scenario(_ name: String) throws -> ScenarioFile {
        try ScenarioFile.read(Array(text(name).utf8), file: "\(name).yaml")
    }

    func text(_ name: String) throws -> String {
        try String(contentsOf: workflows.appending(path: "scenarios/\(name).yaml"), encoding: .utf8)
    }

    func workflow(_ name: String) throws -> Workflow {
        func bytes(_ path: String) -> [UInt8]? {
            (try? Data(contentsOf: workflows.appending(path: path))).map(Array.init)
        }
        let sources = WorkflowSources(
            name: "\(name).yaml", bytes: bytes("\(name).yaml") ?? [], include: { bytes($0) })
        return try WorkflowLoader().load(sources)
    }

    /// The shipped workflows, by name.
    func library() throws -> Library {
        let all = try Self.shipped.get()
        return Library { id, _ in all[id] }
    }

    private static let shipped = Result { try ScenarioFolder().read() }

    private func read() throws -> [String: Workflow] {
        let names = try FileManager.default.contentsOfDirectory(atPath: workflows.path)
            .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        return Dictionary(uniqueKeysWithValues: try names.map { ($0, try workflow($0)) })
    }
}
