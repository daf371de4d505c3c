import Agreements
import Engine
import Logging
import Postgres
import Storage

/// Serves the timers of agreements when they are due.
package struct TimerService: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// How many agreements one round takes at most.
    private static let roundMax = 200

    /// Serves every timer that is due now; returns how many agreements it served.
    ///
    /// An agreement whose timer cannot be served is noted with the cause, for the office and for `/readyz`,
    /// and tried again later; it holds up no other.
    /// - Throws: whatever the store throws when the database is away.
    package func serveDue() async throws -> Int {
        var served = 0
        var failed: Set<Agreement.ID> = []
        while true {
            let due = try await installation.store.due(installation.store.now(), Self.roundMax)
                .filter { !failed.contains($0) }
            guard !due.isEmpty else { return served }
            for agreement in due {
                if try await !serve(agreement) { failed.insert(agreement) }
                served += 1
            }
        }
    }

    /// Whether the timers of an agreement could be served.
    private func serve(_ agreement: Agreement.ID) async throws -> Bool {
        do {
            try await installation.engine.serveTimers(of: agreement)
            return true
        } catch {
            guard let trouble = Trouble(error) else { throw error }
            installation.logger.error(
                "a timer could not be served",
                metadata: ["agreement": "\(agreement)", "code": "\(trouble.code)"])
            try await installation.troubles.note(
                agreement, code: trouble.code, cause: trouble.cause, rule: trouble.rule)
            return false
        }
    }
}

extension TimerService {
    /// Why the timers of one agreement cannot be served, while others can.
    private struct Trouble {
        let code: String
        let cause: LocalizedText
        let rule: String?

        /// Nil for what concerns every agreement: the database, or the end of the service.
        init?(_ error: any Error) {
            switch error {
            case is PostgresError, is CancellationError: return nil
            case let refusal as Refusal: (code, cause, rule) = (refusal.code, refusal.text, refusal.rule)
            default:
                let text = "\(error)"
                (code, cause, rule) = ("fault", LocalizedText(fr: text, en: text), nil)
            }
        }
    }
}
