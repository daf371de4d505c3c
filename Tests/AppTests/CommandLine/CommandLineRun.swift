import Agreements
import Foundation

/// One run of the built executable: how it ended and what it printed.
struct CommandLineRun {
    let status: Int32
    let output: String
    let errors: String

    /// The answer of `--json`.
    var json: JSON { (try? JSON(parsing: output)) ?? .null }

    /// Runs a program in a folder to its end; both outputs go to files, so that none can fill a pipe.
    static func run(
        _ program: String, _ arguments: [String], environment: [String: String], in folder: URL
    ) async throws -> CommandLineRun {
        let names = [folder.appending(path: UUID().uuidString), folder.appending(path: UUID().uuidString)]
        let files = try names.map { name in
            _ = FileManager.default.createFile(atPath: name.path, contents: nil)
            return try FileHandle(forWritingTo: name)
        }
        defer { for file in files { try? file.close() } }
        let process = Foundation.Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        (process.standardOutput, process.standardError) = (files[0], files[1])
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return CommandLineRun(status: status, output: texts[0], errors: texts[1])
    }

    /// Beside the test bundle, where `swift build --build-tests` puts it.
    static var executable: String {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "entente").path
    }
}
