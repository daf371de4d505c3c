import Agreements
import Foundation
import TestSupport
import Testing

@Suite("The command line, on files of definitions that it cannot use", .besideThePool)
struct CommandLineDefinitionInputTests {
    /// What is asked in a folder with a broken definition, a broken history and an empty folder; exit code and code.
    private static let table: [(arguments: [String], status: Int32, code: String)] = [
        (["replay", "nowhere"], 2, "wrong_usage"), (["replay", "empty"], 2, "wrong_usage"),
        (["replay", "bad.jsonl"], 1, "unreadable_history"),
        (["replay", "later.jsonl"], 1, "unreadable_history"),
        (["replay", "nowhere.jsonl"], 3, "unreadable_file"),
        (["test", "nowhere.yaml"], 3, "unreadable_file"), (["test", "bad.yaml"], 1, "invalid_definition"),
        (["test", "empty"], 2, "wrong_usage"),
        (["test", "--generate", "nowhere.yaml"], 3, "unreadable_file"),
        (["test", "--generate", "bad.yaml"], 1, "invalid_definition"),
        (["draw", "nowhere.yaml"], 1, "invalid_definition"), (["draw", "bad.yaml"], 1, "invalid_definition"),
        (["draw", "bad.yaml", "--format", "png"], 2, "wrong_usage"),
        (["impact", "nowhere.yaml"], 1, "invalid_definition"),
        (["impact", "bad.yaml"], 1, "invalid_definition"),
        (["check", "nowhere.yaml"], 1, "invalid_definition"),
        (["check", "bad.yaml"], 1, "invalid_definition"),
    ]

    private static let files = [
        "bad.yaml": "x: [\n", "bad.jsonl": "{}\n",
        "later.jsonl": "{\"format\":\"entente/history/2\"}\n",
    ]

    @Test("Each is told with its name and code, and changes nothing", arguments: table)
    func badFile(arguments: [String], status: Int32, code: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-files-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "empty"), withIntermediateDirectories: true)
        for (name, text) in Self.files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path]
        let run = try await CommandLineRun.run(
            CommandLineRun.executable, ["workflow"] + arguments + ["--json"], environment: environment,
            in: folder)
        #expect(run.status == status && run.json["code"] == .string(code), "\(run.output)")
        #expect(run.json["applied"] == "no")
        let name = try #require(arguments.last { $0 != "png" && !$0.hasPrefix("--") })
        #expect(run.output.contains(name) || arguments.contains("png"), "\(run.output)")
        #expect(run.errors.isEmpty)
    }
}
