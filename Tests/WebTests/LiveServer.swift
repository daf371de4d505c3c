import Agreements
import Logging
import Web

/// Runs a server on a free loopback port for as long as `body` lasts.
func withServer<Answer: Sendable>(
    _ status: WebStatus = .sample, house: House = House(), configuration: WebConfiguration = .init(port: 0),
    logger: Logger = .silent, body: @Sendable @escaping (Wire) async throws -> Answer
) async throws -> Answer {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let server = WebServer(configuration: configuration, ports: house.ports(status), logger: logger) {
        address in
        found.yield(address.port)
        found.finish()
    }
    return try await withThrowingTaskGroup(of: Answer?.self) { group in
        group.addTask {
            defer { found.finish() }
            try await server.run()
            return nil
        }
        group.addTask {
            for await port in ports { return try await body(Wire(port: port)) }
            return nil
        }
        defer { group.cancelAll() }
        while let answer = try await group.next() {
            if let answer { return answer }
        }
        throw NotStarted()
    }
}

struct NotStarted: Error {}

extension Logger {
    static var silent: Logger { Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }) }
}
