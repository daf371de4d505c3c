import Agreements
import Crypto
import Postgres

extension AuditRun {
    /// Compares the tables of one agreement with what its events add up to.
    nonisolated(nonsending) func check(_ fold: StreamFold) async throws {
        guard let agreement = fold.agreement else { return }
        guard let row = try await transaction.oneOrNone(SQL("audit.agreement", Self.tables(of: agreement.id)))
        else {
            return found(fold, "events without an agreement")
        }
        let snapshot = try? row.json(Agreement.self, "snapshot")
        if snapshot != agreement { found(fold, "the stored agreement is not the fold of its events") }
        compare(fold, "columns", [Self.columns(of: agreement)], [try row["columns"]])
        compare(fold, "tasks", fold.projections.taskLines, Set(try row.decode([String].self, "tasks")))
        compare(fold, "timers", fold.projections.timerLines, Set(try row.decode([String].self, "timers")))
        compare(
            fold, "assignments", fold.projections.assignments,
            Set(try row.decode([String].self, "assignments")))
        let processes = agreement.processes.values.map {
            "\($0.path)|\($0.status.rawValue)|\($0.state.joined(separator: ","))"
        }
        compare(fold, "processes", Set(processes), Set(try row.decode([String].self, "processes")))
        try await checkValues(fold)
        try await checkDocuments(fold)
    }

    private func found(_ fold: StreamFold, _ detail: String) {
        report.findings.append(AuditFinding(.projection, stream: fold.stream, detail))
    }

    private func compare(_ fold: StreamFold, _ name: String, _ expected: Set<String>, _ stored: Set<String>) {
        let different = expected.symmetricDifference(stored)
        if !different.isEmpty { found(fold, "\(name): \(different.count) lines differ from the events") }
    }

    private static func columns(of agreement: Agreement) -> String {
        [
            agreement.workflow, agreement.version, agreement.instrument, "\(agreement.revision)",
            agreement.state.joined(separator: ","), agreement.legalStatus.rawValue, agreement.reference ?? "",
            agreement.registerNumber ?? "", agreement.call?.description ?? "", agreement.unit ?? "",
            agreement.parties.map(\.id).joined(separator: ","), agreement.term?.start.description ?? "",
            agreement.term?.end?.description ?? "",
        ].joined(separator: "|")
    }

    private static func tables(of id: Agreement.ID) -> SQL {
        """
        SELECT a.snapshot, array_to_string(ARRAY[
                a.workflow, a.version, a.instrument, a.revision::text, array_to_string(a.state, ','), a.legal,
                a.reference, a.register_number, a.call::text, a.unit, array_to_string(a.parties, ','),
                a.term_start::text, a.term_end::text], '|', '') AS columns,
            ARRAY(SELECT array_to_string(ARRAY[t.id::text, t.process, t.state, t.role, t.narrowed_to,
                t.due_day::text,
                t.opened_seq::text, t.closed_seq::text], '|', '') FROM entente.task t
                    WHERE t.agreement = a.id) AS tasks,
            ARRAY(SELECT array_to_string(ARRAY[t.id::text, t.process, t.state, t.entry_seq::text, t.name,
                entente.instant_text(t.due_at), t.status, t.armed_seq::text, t.closed_seq::text], '|', '')
                FROM entente.timer t WHERE t.agreement = a.id) AS timers,
            ARRAY(SELECT concat_ws('|', x.role, x.person, x.seq, coalesce(x.ended_seq::text, ''))
                FROM entente.assignment x
                WHERE x.agreement = a.id) AS assignments,
            ARRAY(SELECT p.path || '|' || p.status || '|' || array_to_string(p.state, ',')
                FROM entente.process p
                WHERE p.agreement = a.id) AS processes
        FROM entente.agreement a WHERE a.id = \(id)
        """
    }
}
