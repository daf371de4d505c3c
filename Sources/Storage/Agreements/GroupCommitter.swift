package import Engine

/// Lets commits that arrive together share one statement, one transaction and one fsync.
///
/// The first to arrive sends at once; those that arrive while a batch is under way wait and form the next. A
/// commit of a failed batch is sent again alone, so that one that cannot be stored does not take others with
/// it.
package actor GroupCommitter {
    /// Sends a batch.
    package typealias Send = @Sendable ([Commit]) async throws -> [CommitOutcome]

    private struct Waiting {
        let commits: [Commit]
        let continuation: CheckedContinuation<[CommitOutcome], any Error>
    }

    private let send: Send
    private let batchMax: Int
    private var waiting: [Waiting] = []
    private var isSending = false
    /// How many batches were sent, for measurements.
    package private(set) var batchCount = 0

    /// A committer.
    /// - Parameter batchMax: how many arrivals one statement carries at most.
    package init(batchMax: Int = 64, send: @escaping Send) {
        precondition(batchMax > 0, "A batch holds at least one commit.")
        self.send = send
        self.batchMax = batchMax
    }

    /// A committer over the store.
    package init(_ store: PostgresAgreementStore, batchMax: Int = 64) {
        self.init(batchMax: batchMax) { try await store.commit($0) }
    }

    /// Records the commits; their outcomes are in the same order.
    ///
    /// - Throws: what the store throws for the batch of these commits.
    package func commit(_ commits: [Commit]) async throws -> [CommitOutcome] {
        try await withCheckedThrowingContinuation { continuation in
            waiting.append(Waiting(commits: commits, continuation: continuation))
            guard !isSending else { return }
            isSending = true
            // Unstructured, since the batch belongs to all who wait for it: a cancelled caller must not undo
            // theirs.
            Task { await drain() }
        }
    }

    private func drain() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(batchMax))
            waiting.removeFirst(batch.count)
            await send(batch)
        }
        isSending = false
    }

    private func send(_ batch: [Waiting]) async {
        batchCount += 1
        do {
            var outcomes = try await send(batch.flatMap(\.commits))[...]
            for member in batch {
                member.continuation.resume(returning: Array(outcomes.prefix(member.commits.count)))
                outcomes = outcomes.dropFirst(member.commits.count)
            }
        } catch {
            guard batch.count > 1, error.isKnownNotApplied else {
                for member in batch { member.continuation.resume(throwing: error) }
                return
            }
            for member in batch { await send([member]) }
        }
    }
}
