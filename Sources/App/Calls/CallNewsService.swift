import Agreements
import Jobs
import Storage

/// Says when subscribers are owed news of a call: when it opens, and when it is extended while it is open.
struct CallNewsService: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    /// Stores a job for each call of which nobody was told yet, one however often it is asked.
    func plan() async throws {
        for news in try await installation.callMails.news() {
            try await installation.jobs.insert([
                NewJob(kind: CallNewsWorker.kind, key: CallNewsWorker.key(of: news))
            ])
        }
    }

    /// The next instant at which there will be news, for the simulated clock to stop at.
    func next() async throws -> Instant? { try await installation.callMails.next() }
}
