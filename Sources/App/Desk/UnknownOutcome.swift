import Agreements
import Postgres

/// The database did not say whether a command was recorded: its reply was lost.
package struct UnknownOutcome: Error, Sendable, Hashable {
    /// The same command under this id happens once, and gets the first answer; nil where the command makes
    /// the same id again by itself.
    package var requestID: String?
}

extension CommandDesk {
    /// Runs `body`, which sends a command under `requestID`; an unknown outcome names it.
    ///
    /// Nothing is sent while a demonstration is played: its story would not go on from there.
    func sending<Answer>(
        _ requestID: String?, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Answer
    ) async throws -> Answer {
        try checkNothingIsPlayed()
        do { return try await body() } catch let error as PostgresError where error.kind == .outcomeUnknown {
            throw UnknownOutcome(requestID: requestID)
        }
    }

    func checkNothingIsPlayed() throws(Refusal) {
        guard !isSimulated || !DemonstrationMark(installation.settings).isThere else {
            throw .demonstrationUnderWay
        }
    }
}
