import Jobs
import Storage

/// Does the jobs that are ready, here and now: for the clock of a simulated database and for commands, which have no
/// runner beside them.
package struct JobService: Sendable {
    private let runner: Runner

    /// Over the workers of `installation`.
    package init(_ installation: Installation) {
        runner = Runner(
            store: installation.jobs.port, workers: installation.workers,
            configuration: Runner.Configuration(name: "command"), logger: installation.logger)
    }

    /// Works until no job is ready; what must be tried again is left to the runner of `serve` or `work`.
    ///
    /// - Returns: how many attempts failed so that they are tried again.
    /// - Throws: whatever the store throws. Safe beside a runner: each job is claimed by one of them.
    @discardableResult
    package func doReady() async throws -> Int { try await runner.runReady() }
}
