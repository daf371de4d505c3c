import Agreements
import Crypto
import Postgres

extension AuditRun {
    /// Compares the tables of one agreement with what its events add up to.
    nonisolated(nonsending) func check(_ fold: StreamFold) async throws {
        guard let agreement = fold.agreement else { return }
        guard let row = try await transaction.oneOrNone(Self.tables(of: agreement.id)) else {
            return found(fold, "events without an agreement")
        }
        let snapshot = try? row.json(Agreement.self, "snapshot")
        if snapshot != agreement { found(fold, "the stored agreement is not the fold of its events") }
        compare(fold, "agreement", [try Self.row(of: agreement, fold)], try row.json("agreement"))
        for (table, rows) in fold.projections.rows(processes: agreement.processes.values) {
            compare(fold, table, rows, try row.json(table))
        }
        try await checkValues(fold)
        try await checkDocuments(fold)
    }

    private func found(_ fold: StreamFold, _ detail: String) {
        report.findings.append(AuditFinding(.projection, stream: fold.stream, detail))
    }

    /// Row for row; the order means nothing.
    private func compare(_ fold: StreamFold, _ table: String, _ expected: [JSON], _ stored: JSON) {
        var counts: [String: Int] = [:]
        for row in expected { counts[row.canonical, default: 0] += 1 }
        for row in stored.elements ?? [] { counts[row.canonical, default: 0] -= 1 }
        let different = counts.values.reduce(0) { $0 + abs($1) }
        if different > 0 { found(fold, "\(table): \(different) rows differ from the events") }
    }

    /// The agreement's row as the events make it.
    private static func row(of agreement: Agreement, _ fold: StreamFold) throws -> JSON {
        guard case .object(var columns) = try agreement.row(at: fold.lastAt) else { return .null }
        columns["snapshot"] = nil
        columns["started_at"] = .text(fold.firstAt)
        return .object(columns.filter { $0.value != .null })
    }

    private static func tables(of id: Agreement.ID) -> SQL {
        let rows = AuditedTable.all.map { $0.rows(of: "a.id") }
        return SQL(
            "audit.agreement",
            "SELECT a.snapshot, \(SQL.joined(rows)) FROM entente.agreement a WHERE a.id = \(id)")
    }
}
