package import Agreements
import FoundationEssentials
import Postgres

/// Which files of the office's list are shown; nil leaves a criterion out.
package struct AwaitedFilter: Sendable, Hashable {
    package var awaited: Awaited?
    package var workflow: String?
    package var version: String?
    package var stage: String?

    /// A filter that lets everything through but for what is named.
    package init(
        awaited: Awaited? = nil, workflow: String? = nil, version: String? = nil, stage: String? = nil
    ) {
        (self.awaited, self.workflow, self.version, self.stage) = (awaited, workflow, version, stage)
    }

    fileprivate var conditions: SQL {
        var conditions: [SQL] = ["true"]
        if let awaited { conditions.append("w.awaited = \(awaited.rawValue)") }
        if let workflow { conditions.append("w.workflow = \(workflow)") }
        if let version { conditions.append("w.version = \(version)") }
        if let stage { conditions.append("w.stage = \(stage)") }
        return .joined(conditions, separator: " AND ")
    }
}

/// Which open steps are shown; nil leaves a criterion out.
package struct StepFilter: Sendable, Hashable {
    package var role: String?
    /// With whom; ``nobody`` for steps for which nobody is named.
    package var holder: String?
    package var isOverdue: Bool

    /// Stands for no holder.
    package static let nobody = "-"

    /// A filter that lets everything through but for what is named.
    package init(role: String? = nil, holder: String? = nil, isOverdue: Bool = false) {
        (self.role, self.holder, self.isOverdue) = (role, holder, isOverdue)
    }

    fileprivate var conditions: SQL {
        var conditions: [SQL] = ["t.closed_seq IS NULL"]
        if let role { conditions.append("t.role = \(role)") }
        if isOverdue { conditions.append("t.due_at < (SELECT entente.now())") }
        if holder == Self.nobody {
            conditions.append("NOT EXISTS (SELECT FROM (\(Catalogue.holders)) h)")
        } else if let holder {
            conditions.append(
                "EXISTS (SELECT FROM (\(Catalogue.holders)) h WHERE h.person = \(Person.ID(holder)))")
        }
        return .joined(conditions, separator: " AND ")
    }
}

extension Catalogue {
    /// How many files wait on what, by definition and stage: each file is counted once.
    package func awaitedCounts() async throws -> [AwaitedCount] {
        let rows = try await pool.query(
            SQL(
                "office.counts",
                """
                SELECT w.workflow, w.stage, w.awaited, count(*) AS count, min(w.since) AS oldest
                FROM (\(Self.awaited)) w GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                """
            ).readOnly())
        return try rows.map { try AwaitedCount(row: $0) }
    }

    /// How many files of one version of a definition wait on what, by all their states: each file is counted once.
    package func stateCounts(of workflow: String, _ version: String) async throws -> [StateCount] {
        let filter = AwaitedFilter(workflow: workflow, version: version)
        let rows = try await pool.query(
            SQL(
                "office.states",
                """
                SELECT w.state, w.awaited, count(*) AS count, min(w.since) AS oldest
                FROM (\(Self.awaited)) w WHERE \(filter.conditions) GROUP BY 1, 2 ORDER BY 1, 2
                """
            ).readOnly())
        return try rows.map { try StateCount(row: $0) }
    }

    /// The states of lives of one version in which a step is open, and since when the first.
    package func stepAges(of workflow: String, _ version: String) async throws -> [String: Instant] {
        let rows = try await pool.query(
            SQL(
                "office.step_ages",
                """
                SELECT t.state, min(t.opened_at) AS oldest
                FROM entente.task t JOIN entente.agreement a ON a.id = t.agreement
                WHERE t.closed_seq IS NULL AND t.process = 'life' AND a.workflow = \(workflow)
                    AND a.version = \(version)
                GROUP BY 1
                """
            ).readOnly())
        return Dictionary(
            try rows.map { (try $0.decode(String.self, "state"), try $0.decode(Instant.self, "oldest")) },
            uniquingKeysWith: min)
    }

    /// The files that a filter lets through, those that have waited longest first.
    package func awaited(_ filter: AwaitedFilter, offset: Int, limit: Int) async throws -> [AwaitedRow] {
        let rows = try await pool.query(
            SQL(
                "office.list",
                """
                SELECT w.*, a.reference, \(Self.subject) AS subject
                FROM (SELECT * FROM (\(Self.awaited)) w WHERE \(filter.conditions)
                    ORDER BY w.since, w.id LIMIT \(limit) OFFSET \(offset)) w
                JOIN entente.agreement a ON a.id = w.id ORDER BY w.since, w.id
                """
            ).readOnly())
        return try rows.map { try AwaitedRow(row: $0) }
    }

    /// How many files a filter lets through.
    package func count(of filter: AwaitedFilter) async throws -> Int {
        try await pool.value(
            Int.self,
            SQL("office.count", "SELECT count(*) FROM (\(Self.awaited)) w WHERE \(filter.conditions)")
                .readOnly())
    }

    /// Each file with what it waits on: what the machine owes comes first, then people, then a mail that did not arrive,
    /// then time.
    ///
    /// The age of a job is told on the legal clock, which may stand elsewhere than the machine's.
    private static let awaited: SQL = """
        SELECT a.id, a.workflow, a.version, a.state, split_part(a.state[1], '.', 1) AS stage,
            CASE WHEN j.since IS NOT NULL THEN 'job' WHEN t.since IS NOT NULL THEN 'person'
                WHEN j.mail IS NOT NULL THEN 'job' WHEN p.status <> 'active' THEN 'done' ELSE 'date' END AS awaited,
            coalesce(j.since, t.since, j.mail, a.staged_at) AS since,
            CASE WHEN j.since IS NOT NULL THEN NULL WHEN t.since IS NOT NULL THEN t.due
                WHEN j.mail IS NULL AND p.status = 'active' THEN d.due END AS due
        FROM entente.agreement a
        JOIN entente.process p ON p.agreement = a.id AND p.path = 'life'
        LEFT JOIN (
            SELECT x.agreement, min(x.since) FILTER (WHERE NOT x.is_mail) AS since, min(x.since) AS mail FROM (
                SELECT j.agreement, j.state = 'dead' AND j.kind = 'mail' AS is_mail, (SELECT entente.now()) - (clock_timestamp() - j.created_at) AS since FROM entente.job j
                WHERE j.state IN ('ready', 'running', 'dead') AND j.agreement IS NOT NULL
                    AND NOT (j.state = 'dead' AND j.kind = 'mail' AND EXISTS (SELECT FROM entente.notice n
                        WHERE n.id::text = j.key AND n.acknowledged_at IS NOT NULL))
                UNION ALL
                SELECT t.agreement, false, t.due_at FROM entente.timer t
                WHERE t.status = 'armed' AND t.due_at <= (SELECT entente.now())) x
            GROUP BY 1) j ON j.agreement = a.id
        LEFT JOIN (
            SELECT t.agreement, min(t.opened_at) AS since, min(t.due_at) AS due FROM entente.task t
            WHERE t.closed_seq IS NULL GROUP BY 1) t ON t.agreement = a.id
        LEFT JOIN (
            SELECT t.agreement, min(t.due_at) AS due FROM entente.timer t
            WHERE t.status = 'armed' GROUP BY 1) d ON d.agreement = a.id
        """

    /// Those whom an open step `t` is with: the person it is for, else those assigned to its role, else those who hold it
    /// by a grant that covers the file.
    fileprivate static let holders: SQL = """
        SELECT t.narrowed_to::uuid AS person WHERE t.role_of = 'person'
        UNION ALL
        SELECT x.person FROM entente.assignment x
        WHERE t.role_of = 'agreement' AND x.agreement = t.agreement AND x.role = t.role AND x.ended_seq IS NULL
        UNION
        SELECT g.person FROM entente.role_grant g JOIN entente.agreement b ON b.id = t.agreement
        WHERE g.role = t.role AND tstzrange(g.valid_from, g.valid_until) @> (SELECT entente.now())
            AND CASE t.role_of
                WHEN 'person' THEN false
                WHEN 'party' THEN g.scope = 'party:' || t.narrowed_to
                WHEN 'agreement' THEN g.scope NOT LIKE 'party:%' AND entente.covers(g.scope, b)
                    AND NOT EXISTS (SELECT FROM entente.assignment x WHERE x.agreement = t.agreement
                        AND x.role = t.role AND x.ended_seq IS NULL)
                ELSE g.scope LIKE 'party:%' AND entente.covers(g.scope, b) END
        """

    /// The names of those who may do an open step `t` of a file `a` for its holder `h` now.
    private static let delegates: SQL = """
        SELECT string_agg(coalesce(e.name, e.id::text), ', ' ORDER BY e.name, e.id) FROM entente.person e
        WHERE e.active AND coalesce(e.left_at > (SELECT entente.now()), true) AND e.id <> h.person
            AND e.id IN (SELECT d.grantee FROM entente.delegation d WHERE d.grantor = h.person AND d.role = t.role)
            AND EXISTS (SELECT FROM entente.delegated_to(e.id) l
                WHERE l.grantor = h.person AND l.role = t.role AND entente.covers(l.scope, a)
                    AND CASE WHEN l.scope NOT LIKE 'party:%' THEN true
                        WHEN t.role_of = 'party' THEN l.scope = 'party:' || t.narrowed_to
                        ELSE t.role_of NOT IN ('person', 'agreement') END)
        """

    /// Open steps that are with the same: of each kind, with whom where somebody is assigned, one step that stands for
    /// all, and figures.
    ///
    /// A grant covers a file by its unit, institute, instrument or parties, and seldom by itself: whom it gives the steps
    /// of one such group to is then asked once, however many there are.
    private static let alike: SQL = """
        SELECT t.role, x.person, (array_agg(t.id))[1] AS one, count(*) AS count,
            count(*) FILTER (WHERE t.due_at < (SELECT entente.now())) AS overdue, min(t.opened_at) AS oldest
        FROM entente.task t
        LEFT JOIN entente.assignment x ON t.role_of = 'agreement' AND x.agreement = t.agreement AND x.role = t.role
            AND x.ended_at IS NULL
        WHERE t.closed_seq IS NULL
        GROUP BY t.role, x.person, CASE WHEN x.person IS NULL THEN (t.role_of, t.narrowed_to) END,
            CASE WHEN x.person IS NULL AND t.role_of NOT IN ('person', 'party') THEN (
                SELECT (b.unit, b.itmo, b.instrument, b.parties,
                    CASE WHEN 'agreement:' || b.id IN (SELECT g.scope FROM entente.role_grant g) THEN b.id END)
                FROM entente.agreement b WHERE b.id = t.agreement) END
        """

    /// Open steps by role and by those they are with, the most overdue first.
    package func holderCounts(limit: Int = 500) async throws -> [HolderCount] {
        let rows = try await pool.query(
            SQL(
                "office.holders",
                """
                WITH alike AS MATERIALIZED (\(Self.alike))
                SELECT h.*, p.name FROM (
                    SELECT k.role, coalesce(k.person, x.person) AS person, sum(k.count)::bigint AS count,
                        sum(k.overdue)::bigint AS overdue, min(k.oldest) AS oldest
                    FROM alike k LEFT JOIN entente.task t ON k.person IS NULL AND t.id = k.one
                    LEFT JOIN LATERAL (\(Self.holders)) x ON true GROUP BY 1, 2) h
                LEFT JOIN entente.person p ON p.id = h.person
                ORDER BY h.overdue DESC, h.count DESC, h.role, h.person LIMIT \(self.limit(limit))
                """
            ).readOnly())
        return try rows.map { try HolderCount(row: $0) }
    }

    /// The open steps that a filter lets through, the earliest due first.
    package func steps(_ filter: StepFilter, offset: Int, limit: Int) async throws -> [StepRow] {
        let rows = try await pool.query(
            SQL(
                "office.steps",
                """
                SELECT t.*, a.reference, a.instrument, a.workflow, a.version, p.definition, \(Self.subject) AS subject,
                    coalesce(t.due_at < (SELECT entente.now()), false) AS overdue,
                    ARRAY (SELECT coalesce(n.name, h.person::text) FROM (\(Self.holders)) h
                        LEFT JOIN entente.person n ON n.id = h.person ORDER BY n.name, h.person) AS holders,
                    ARRAY (SELECT coalesce((SELECT max(b.last_day) FROM entente.absence b
                            WHERE b.person = h.person AND entente.day_start(b.first_day) <= (SELECT entente.now())
                                AND (SELECT entente.now()) < entente.day_start(b.last_day + 1))::text, '')
                        FROM (\(Self.holders)) h LEFT JOIN entente.person n ON n.id = h.person
                        ORDER BY n.name, h.person) AS absent,
                    ARRAY (SELECT coalesce((\(Self.delegates)), '')
                        FROM (\(Self.holders)) h LEFT JOIN entente.person n ON n.id = h.person
                        ORDER BY n.name, h.person) AS delegates
                FROM (SELECT t.* FROM entente.task t WHERE \(filter.conditions)
                    ORDER BY t.due_at NULLS LAST, t.opened_at, t.id LIMIT \(limit) OFFSET \(offset)) t
                JOIN entente.agreement a ON a.id = t.agreement
                JOIN entente.process p ON p.agreement = a.id AND p.path = t.process
                ORDER BY t.due_at NULLS LAST, t.opened_at, t.id
                """
            ).readOnly())
        return try rows.map { try StepRow(row: $0) }
    }

    /// How many open steps a filter lets through.
    package func count(of filter: StepFilter) async throws -> Int {
        try await pool.value(
            Int.self,
            SQL("office.step_count", "SELECT count(*) FROM entente.task t WHERE \(filter.conditions)")
                .readOnly())
    }
}
