package import Agreements
import FoundationEssentials
import Postgres

/// What an agreement waits on.
package enum Awaited: String, Sendable, Hashable, CaseIterable {
    /// Somebody is asked for a step.
    case person
    /// Nothing is asked of anybody: time goes on.
    case date
    /// The machine has something to do, or gave it up.
    case job
    /// Its life is over and nothing is left to do.
    case done
}

/// How many files of one definition in one stage wait on the same.
package struct AwaitedCount: Sendable, Hashable {
    package var workflow: String
    package var stage: String
    package var awaited: Awaited
    package var count: Int
    /// The legal instant since when the first of them waits.
    package var oldest: Instant
}

/// How many files of one version of a definition are in the same states and wait on the same.
package struct StateCount: Sendable, Hashable {
    /// The innermost active states of the life.
    package var state: [String]
    package var awaited: Awaited
    package var count: Int
    /// The legal instant since when the first of them waits.
    package var oldest: Instant

    /// So many files in these states.
    package init(_ state: [String], _ awaited: Awaited, count: Int, oldest: Instant) {
        (self.state, self.awaited, self.count, self.oldest) = (state, awaited, count, oldest)
    }
}

/// A file and what it waits on.
package struct AwaitedRow: Sendable, Hashable {
    package var id: Agreement.ID
    package var reference: String?
    package var workflow: String
    package var version: String
    package var state: [String]
    package var subject: String?
    package var awaited: Awaited
    package var since: Instant
    /// When the step or the date is due; nil where none is set.
    package var due: Instant?
}

/// Open steps of one role that are with the same person; nil where nobody is named for them.
package struct HolderCount: Sendable, Hashable {
    package var role: String
    package var person: Person.ID?
    package var name: String?
    package var count: Int
    package var overdue: Int
    package var oldest: Instant
}

/// An open step with its file and those it is with.
package struct StepRow: Sendable, Hashable {
    package var task: TaskRow
    package var workflow: String
    package var version: String
    package var definition: String
    package var subject: String?
    package var holders: [String]
    /// For each of them the last day of their absence, where they are absent today.
    package var absentUntil: [Day?]
    /// For each of them the names of those who may act for them now, under a delegation that covers the file; empty where
    /// nobody may.
    package var delegates: [String]
    package var isOverdue: Bool
}

extension Awaited {
    init(row: Row) throws {
        let text = try row.decode(String.self, "awaited")
        guard let known = Awaited(rawValue: text) else { throw StorageFault.unreadable("awaited \(text)") }
        self = known
    }
}

extension AwaitedCount {
    init(row: Row) throws {
        (workflow, stage, awaited) = (try row["workflow"], try row["stage"], try Awaited(row: row))
        (count, oldest) = (try row["count"], try row["oldest"])
    }
}

extension StateCount {
    init(row: Row) throws {
        (state, awaited) = (try row["state"], try Awaited(row: row))
        (count, oldest) = (try row["count"], try row["oldest"])
    }
}

extension AwaitedRow {
    init(row: Row) throws {
        (id, reference, subject) = (try row["id"], try row["reference"], try row["subject"])
        (workflow, version, state) = (try row["workflow"], try row["version"], try row["state"])
        (awaited, since, due) = (try Awaited(row: row), try row["since"], try row["due"])
    }
}

extension HolderCount {
    init(row: Row) throws {
        (role, person, name) = (try row["role"], try row["person"], try row["name"])
        (count, overdue, oldest) = (try row["count"], try row["overdue"], try row["oldest"])
    }
}

extension StepRow {
    init(row: Row) throws {
        (task, workflow, version) = (try TaskRow(row: row), try row["workflow"], try row["version"])
        (definition, subject) = (try row["definition"], try row["subject"])
        (holders, isOverdue) = (try row["holders"], try row["overdue"])
        delegates = try row["delegates"]
        absentUntil = try row.decode([String].self, "absent").map { try $0.isEmpty ? nil : Day(parsing: $0) }
    }
}
