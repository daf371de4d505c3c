import ServiceLifecycle

/// Starts the private cluster again when it dies.
package struct ClusterWatch: Service {
    private let site: Site

    package init(_ site: Site) { self.site = site }

    /// Looks every half second until the service is told to stop.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    _ = try await site.restartIfDead()
                    try await Task.sleep(for: .milliseconds(500))
                } catch is CancellationError {
                    return
                } catch {
                    try? await Task.sleep(for: .seconds(2))
                }
            }
        }
    }
}
