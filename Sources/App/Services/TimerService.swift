package import Agreements
import Engine
package import Logging

/// Serves the timers of agreements when they are due.
package struct TimerService: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// How many agreements one round takes at most.
    private static let roundMax = 200

    /// Serves every timer that is due now; returns how many agreements it served.
    ///
    /// - Throws: whatever the store throws; an agreement whose timers cannot be decided is logged and left.
    package func serveDue() async throws -> Int {
        var served = 0
        var failed: Set<Agreement.ID> = []
        while true {
            let due = try await installation.store.due(installation.store.now(), Self.roundMax)
                .filter { !failed.contains($0) }
            guard !due.isEmpty else { return served }
            for agreement in due {
                do { try await installation.engine.serveTimers(of: agreement) } catch let refusal as Refusal {
                    installation.logger.error(
                        "timers of an agreement were refused",
                        metadata: ["agreement": "\(agreement)", "code": "\(refusal.code)"])
                    failed.insert(agreement)
                }
                served += 1
            }
        }
    }
}
