import Logging
import Web

@testable import App

extension AccessSite {
    /// Serves the pages of the site on a free port of the loopback interface for as long as `body` lasts.
    func withServer(_ body: @Sendable @escaping (AccessCall) async throws -> Void) async throws {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let silent = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = WebServer(
            configuration: WebConfiguration(port: 0), ports: installation.webPorts, logger: silent
        ) { address in
            found.yield(address.port)
            found.finish()
        }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                defer { found.finish() }
                try await server.run()
                return false
            }
            group.addTask {
                for await port in ports { try await body(AccessCall(port: port)) }
                return true
            }
            defer { group.cancelAll() }
            while let isOver = try await group.next() {
                if isOver { return }
            }
        }
    }
}
