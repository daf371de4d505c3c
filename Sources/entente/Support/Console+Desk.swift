import Agreements
import App
import Foundation

extension Console {
    /// Opens the installation, and lets `body` work as this operator.
    func withDesk(_ body: (CommandDesk) async throws -> Void) async throws {
        try await withInstallation { try await body(try await CommandDesk.open($0)) }
    }

    /// The bytes of a file that a command names.
    static func bytes(of path: String, max: Int = 26 * 1_048_576) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw FileFault.unreadable(path) }
        guard data.count <= max else { throw WrongUsage(path, "the file is over \(max / 1_048_576) MiB") }
        return Array(data)
    }
}
