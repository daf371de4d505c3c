import Jobs
import Postgres

extension Job {
    init(row: Row) throws {
        self.init(
            kind: Kind(try row["kind"]), key: try row["key"], sequence: try row["sequence"],
            attempt: try row["attempts"], attemptsMax: try row["attempts_max"],
            createdAt: try MachineTime(row, "created_at"), runAt: try MachineTime(row, "run_at"),
            claimedAt: try MachineTime(row, "claimed_at"), payload: try row["payload"],
            fence: try Fence(row: row))
    }
}

extension Job.Fence {
    init(row: Row) throws {
        self.init(job: Job.ID(String(try row.decode(Int64.self, "id"))), token: try row["lease"])
    }
}

extension MachineTime {
    init(_ row: Row, _ column: String) throws {
        self.init(microseconds: try row.decode(PostgresTimestamp.self, column).microseconds)
    }
}

extension Duration {
    /// Seconds as PostgreSQL's `make_interval` takes them; exact to the microsecond for a thousand years.
    var inSeconds: Double { Double(microseconds) / 1_000_000 }
}
