import Agreements
package import Logging
package import ServiceLifecycle
import UnixSignals

/// Runs services until they are told to stop by a signal: Ctrl-C, SIGTERM or SIGHUP.
package struct Serving: Sendable {
    private let services: [any Service]
    private let logger: Logger

    package init(_ services: [any Service], logger: Logger) {
        self.services = services
        self.logger = logger
    }

    /// Returns when every service has ended; a service that fails ends the others.
    package func run() async throws {
        let group = ServiceGroup(
            configuration: .init(
                // Named by its type: to describe a demonstration and all else that it holds would take seconds.
                services: services.map {
                    .init(
                        service: $0, failureTerminationBehavior: .gracefullyShutdownGroup,
                        serviceName: "\(type(of: $0))")
                },
                gracefulShutdownSignals: [.sigint, .sigterm, .sighup], logger: logger))
        try await group.run()
    }
}
