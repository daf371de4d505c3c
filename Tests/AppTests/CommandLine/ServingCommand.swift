import Foundation

/// `entente serve` on a free port of this machine, until it is interrupted.
final class ServingCommand {
    private let process = Foundation.Process()
    private let output: URL

    /// Serves the site's database without definitions of its own to publish.
    /// - Parameter isOwner: whether its login owns the tables.
    init(
        _ site: CommandLineSite, _ changes: [String: String] = [:], _ flags: [String] = [],
        isOwner: Bool = true
    ) throws {
        let workflows = site.folder.appending(path: "no-workflows")
        try FileManager.default.createDirectory(at: workflows, withIntermediateDirectories: true)
        output = site.folder.appending(path: "serve.out")
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        process.executableURL = URL(filePath: CommandLineRun.executable)
        process.arguments = ["serve", "--empty", "--port", "0"] + (isOwner ? ["--single-role"] : []) + flags
        process.environment = site.environment.merging(["ENTENTE_WORKFLOWS": workflows.path]) { $1 }
            .merging(changes) { $1 }
        let file = try FileHandle(forWritingTo: output)
        defer { try? file.close() }
        (process.standardOutput, process.standardError) = (file, file)
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// The port, once it answers.
    func port() async throws -> Int {
        var found: Int?
        try await Patience.until("the server announces its port: \(output.path)") {
            let text = try String(contentsOf: output, encoding: .utf8)
            found = text.firstMatch(of: /serves on http:\/\/[0-9.]+:([0-9]+)/).flatMap { Int($0.1) }
            return found != nil || !process.isRunning
        }
        guard let found else {
            throw Patience.Exhausted(what: try String(contentsOf: output, encoding: .utf8))
        }
        return found
    }

    /// What it has printed and logged so far.
    func said() throws -> String { try String(contentsOf: output, encoding: .utf8) }

    /// Ctrl-C; the exit code.
    func interrupt() -> Int32 {
        process.interrupt()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
