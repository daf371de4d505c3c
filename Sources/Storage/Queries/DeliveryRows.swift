package import Agreements
package import Engine
package import FoundationEssentials
import Postgres

/// A notice in a list, with where its job stands.
package struct NoticeRow: Codable, Sendable, Hashable {
    package var id: UUID
    package var agreement: Agreement.ID
    package var eventSeq: Int
    package var notice: String
    package var recipient: Person.ID
    /// The path of the process that owes it.
    package var process: String
    package var address: String
    package var copy: String?
    package var subject: String
    package var occurrence: String
    package var messageID: String
    package var status: String
    package var verdicts: [NoticeVerdict]
    package var createdAt: Instant
    package var jobState: String?
    package var attempts: Int?
    package var lastError: String?
    package var acknowledgedAt: Instant?

    init(row: Row) throws {
        (id, agreement, eventSeq) = (try row["id"], try row["agreement"], try row["event_seq"])
        (notice, recipient, address) = (try row["notice"], try row["recipient"], try row["to_address"])
        process = try row["process"]
        (copy, subject, occurrence) = (try row["copy"], try row["subject"], try row["occurrence"])
        (messageID, status) = (try row["message_id"], try row["status"])
        verdicts = try row.json([NoticeVerdict].self, "verdicts")
        (createdAt, jobState) = (try row["created_at"], try row["job_state"])
        (attempts, lastError) = (try row["attempts"], try row["last_error"])
        acknowledgedAt = try row["acknowledged_at"]
    }
}

/// Which step of which file a notice speaks of.
package struct NoticeSubject: Sendable, Hashable {
    package var agreement: Agreement.ID
    /// The path of the process that owes it.
    package var process: String
    package var state: String
    /// The number of the event by which that state was entered.
    package var entrySeq: Int
    package var isWithdrawn: Bool
    /// Whether its reader is of the institution, and comes in by account.
    package var isForStaff: Bool
    /// Whether its reader left.
    package var isReaderGone: Bool
    package var createdAt: Instant

    /// What the link of the notice opens.
    package var step: AwaitedStep {
        AwaitedStep(process: process, state: state, entrySeq: entrySeq, askedAt: createdAt)
    }

    init(row: Row) throws {
        (isForStaff, createdAt) = (try row["staff"], try row["created_at"])
        (agreement, process, state) = (try row["agreement"], try row["process"], try row["state"])
        (entrySeq, isReaderGone) = (try row["entry_seq"], try row["gone"])
        isWithdrawn = try row.decode(String.self, "status") == "withdrawn"
    }
}

/// A job in a list.
package struct JobRow: Codable, Sendable, Hashable {
    package var id: Int
    package var kind: String
    package var key: String
    package var state: String
    package var attempts: Int
    package var attemptsMax: Int
    package var agreement: Agreement.ID?
    package var recipient: String?
    package var createdAt: Instant
    package var runAt: Instant
    package var doneAt: Instant?
    package var lastError: String?
    /// One for each failed attempt, oldest first.
    package var errors: [String]

    init(row: Row) throws {
        (id, kind, key, state) = (try row["id"], try row["kind"], try row["key"], try row["state"])
        (attempts, attemptsMax) = (try row["attempts"], try row["attempts_max"])
        (agreement, recipient) = (try row["agreement"], try row["recipient"])
        (createdAt, runAt, doneAt) = (try row["created_at"], try row["run_at"], try row["done_at"])
        (lastError, errors) = (try row["last_error"], try row["errors"])
    }
}

/// How much there is, and how much waits or failed.
package struct StorageHealth: Codable, Sendable, Hashable {
    package var agreements: Int
    package var openTasks: Int
    package var dueTimers: Int
    package var readyJobs: Int
    /// Ready for more than half a minute.
    package var lateJobs: Int
    package var deadJobs: Int
    package var failedNotices: Int

    init(row: Row) throws {
        (agreements, openTasks, dueTimers) = (
            try row["agreements"], try row["open_tasks"], try row["due_timers"]
        )
        (readyJobs, lateJobs, deadJobs) = (try row["ready_jobs"], try row["late_jobs"], try row["dead_jobs"])
        failedNotices = try row["failed_notices"]
    }
}
