package import ServiceLifecycle

/// Services of which each begins when the one before has done its work.
package struct InTurn: Service {
    private let services: [any Service]

    package init(_ services: [any Service]) { self.services = services }

    /// Ends when it is told to stop, also where every service is done before.
    package func run() async throws {
        for service in services where !Task.isShuttingDownGracefully { try await service.run() }
        try? await gracefulShutdown()
    }
}

/// What is done in no time between two services.
package struct Step: Service {
    private let body: @Sendable () -> Void

    package init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    /// Does it at once.
    package func run() async { body() }
}
