import App
import Foundation
import TestSupport

/// The built executable, running as a process of its own.
final class RunningCommand {
    private let process = Foundation.Process()

    convenience init(_ arguments: [String], of settings: Settings, smtp: RecordingSMTP) throws {
        let environment = TestSite.environment(
            home: settings.home, database: TestSite.database(of: settings), smtp: smtp)
        try self.init(arguments, environment: environment)
    }

    init(_ arguments: [String], environment: [String: String]) throws {
        process.executableURL = Self.executable
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = FileHandle.standardError
        process.standardError = FileHandle.standardError
        try process.run()
    }

    /// Beside the test bundle, where `swift build --build-tests` puts it.
    private static var executable: URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "entente")
    }

    deinit { if process.isRunning { kill() } }

    /// `kill -9`.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Ctrl-C.
    func interrupt() { process.interrupt() }

    /// The exit code, once it has ended.
    func status() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}
