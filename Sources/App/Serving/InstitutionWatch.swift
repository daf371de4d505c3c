import ServiceLifecycle

/// Follows what is changed of the institution while the process runs, on whatever server.
package struct InstitutionWatch: Service {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// Looks every few seconds until the service is told to stop; while the database is away, nothing changes.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await installation.followInstitution()
                try? await Task.sleep(for: .seconds(5))
            }
        }
    }
}
