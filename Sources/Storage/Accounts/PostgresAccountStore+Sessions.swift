package import Agreements
package import Engine
package import FoundationEssentials
import Postgres

extension PostgresAccountStore {
    /// Opens a session, for an account or by the link of a notice.
    package func open(
        _ session: UUID, tokenHash: String, person: Person.ID, notice: UUID?, origin: Origin,
        limits: SessionLimits
    ) async throws {
        try await pool.execute(
            SQL(
                "session.open",
                """
                INSERT INTO entente.session (id, token_hash, person, notice, address, agent, ends_at)
                VALUES (\(session), \(tokenHash), \(person), \(notice), \(origin.address), \(origin.agent),
                    clock_timestamp() + \(limits.whole.interval))
                """))
    }

    /// Whose session that is, and notes that it was seen, once a minute; nil when it is over, or its owner may not come
    /// in any more.
    package func visitor(tokenHash: String, limits: SessionLimits) async throws -> Visitor? {
        try await pool.oneOrNone(
            SQL(
                "session.visitor",
                """
                WITH found AS (
                    SELECT s.*, p.name, p.email, coalesce(a.language, p.language) AS spoken, a.factor IS NOT NULL AS factor
                    FROM entente.session s
                        JOIN entente.person p ON p.id = s.person AND p.active AND p.left_at IS NULL
                        LEFT JOIN entente.account a ON a.person = s.person
                    WHERE s.token_hash = \(tokenHash) AND s.ended_at IS NULL AND s.ends_at > clock_timestamp()
                        AND s.seen_at > clock_timestamp() - \(limits.idle.interval) AND a.disabled_at IS NULL),
                seen AS (
                    UPDATE entente.session SET seen_at = clock_timestamp()
                    WHERE id = (SELECT id FROM found WHERE seen_at < clock_timestamp() - interval '1 minute'))
                SELECT f.id, f.person, f.name, f.email, f.spoken, f.factor, f.notice,
                    f.fresh_at > clock_timestamp() - \(limits.fresh.interval) AS fresh,
                    ARRAY (SELECT DISTINCT h.role FROM entente.held_by(f.person) h ORDER BY 1) AS roles
                FROM found f
                """)
        ).map { row in
            Visitor(
                person: try row["person"], name: try row.decode(String?.self, "name") ?? "",
                address: try row.decode(String?.self, "email") ?? "",
                language: try row.decode(String?.self, "spoken").flatMap(Language.init),
                roles: Set(try row.decode([String].self, "roles")), session: try row["id"],
                isFresh: try row["fresh"], hasFactor: try row["factor"], notice: try row["notice"])
        }
    }

    /// The sessions of a person that are not over, the last seen first.
    package func sessions(of person: Person.ID, limits: SessionLimits) async throws -> [SessionRow] {
        let rows = try await pool.query(
            SQL(
                "session.list",
                """
                SELECT id, address, agent, created_at, seen_at FROM entente.session
                WHERE person = \(person) AND ended_at IS NULL AND ends_at > clock_timestamp()
                    AND seen_at > clock_timestamp() - \(limits.idle.interval)
                ORDER BY seen_at DESC LIMIT 100
                """
            ).readOnly())
        return try rows.map {
            SessionRow(
                id: try $0["id"], address: try $0["address"], agent: try $0["agent"],
                createdAt: try $0["created_at"],
                seenAt: try $0["seen_at"])
        }
    }

    /// Ends one session of a person, or all but `kept`.
    package func end(_ session: UUID?, of person: Person.ID, keeping kept: UUID?) async throws {
        try await pool.execute(
            SQL(
                "session.end",
                """
                UPDATE entente.session SET ended_at = clock_timestamp()
                WHERE person = \(person) AND ended_at IS NULL AND (\(session)::uuid IS NULL OR id = \(session))
                    AND id IS DISTINCT FROM \(kept)::uuid
                """))
    }

    /// Notes that the holder of a session just showed password or code.
    package func refresh(_ session: UUID) async throws {
        try await pool.execute(
            SQL(
                "session.refresh",
                "UPDATE entente.session SET fresh_at = clock_timestamp() WHERE id = \(session) AND ended_at IS NULL"
            ))
    }

    // MARK: Tries

    /// Failed tries of the last quarter of an hour.
    package func failures(account: String, address: String) async throws -> FailedTries {
        let row = try await pool.one(
            SQL(
                "attempt.count",
                """
                WITH known AS MATERIALIZED (
                    SELECT DISTINCT address FROM entente.login_attempt
                    WHERE account = \(account) AND succeeded AND at > clock_timestamp() - interval '30 days'),
                recent AS MATERIALIZED (
                    SELECT * FROM entente.login_attempt
                    WHERE NOT succeeded AND at > clock_timestamp() - interval '15 minutes'
                        AND (account = \(account) OR address = \(address)))
                SELECT count(*) FILTER (WHERE account = \(account) AND address = \(address)) AS here,
                    count(*) FILTER (WHERE account = \(account) AND address NOT IN (SELECT address FROM known))
                        AS strangers,
                    count(*) FILTER (WHERE address = \(address)) AS address,
                    EXISTS (SELECT FROM known k WHERE k.address = \(address)) AS known
                FROM recent
                """
            ).readOnly())
        return FailedTries(
            here: Int(try row.decode(Int64.self, "here")),
            strangers: Int(try row.decode(Int64.self, "strangers")),
            address: Int(try row.decode(Int64.self, "address")), isKnown: try row["known"])
    }

    /// Notes a try, and forgets those that no limit asks for any more.
    package func note(account: String, address: String, succeeded: Bool) async throws {
        try await pool.execute(
            SQL(
                "attempt.note",
                """
                WITH forgotten AS (
                    DELETE FROM entente.login_attempt WHERE account = \(account) AND at < clock_timestamp() -
                        CASE WHEN succeeded THEN interval '30 days' ELSE interval '1 hour' END)
                INSERT INTO entente.login_attempt (account, address, succeeded)
                VALUES (\(account), \(address), \(succeeded))
                """))
    }

    /// Takes back the newest failed try on that account from that address.
    package func forgive(account: String, address: String) async throws {
        try await pool.execute(
            SQL(
                "attempt.forgive",
                """
                DELETE FROM entente.login_attempt WHERE ctid = (
                    SELECT ctid FROM entente.login_attempt
                    WHERE account = \(account) AND address = \(address) AND NOT succeeded
                    ORDER BY at DESC LIMIT 1)
                """))
    }

    // MARK: Codes of notices

    /// Makes a code for the reader of a notice, and the job that mails it; false when too many were asked for.
    package func makePasscode(_ id: UUID, notice: UUID) async throws -> Bool {
        try await pool.value(
            Bool.self, SQL("passcode.make", "SELECT entente.make_passcode(\(id), \(notice))"))
    }

    /// The codes of a notice that can still be used, the newest first; each try counts on all of them.
    package func tryPasscodes(notice: UUID) async throws -> [UUID] {
        let rows = try await pool.query(
            SQL(
                "passcode.try",
                """
                WITH tried AS (
                    UPDATE entente.passcode SET tries = tries + 1
                    WHERE notice = \(notice) AND used_at IS NULL AND expires_at > clock_timestamp() AND tries < 5
                    RETURNING id, created_at)
                SELECT id FROM tried ORDER BY created_at DESC
                """))
        return try rows.values(UUID.self, "id")
    }

    /// Uses a code up; false when it was used meanwhile.
    package func use(passcode id: UUID) async throws -> Bool {
        try await pool.execute(
            SQL(
                "passcode.use",
                """
                UPDATE entente.passcode SET used_at = clock_timestamp()
                WHERE id = \(id) AND used_at IS NULL AND expires_at > clock_timestamp()
                """)) == 1
    }

    /// Whom a notice is for; nil when it is none, or was withdrawn.
    package func reader(of notice: UUID) async throws -> Person.ID? {
        try await pool.oneOrNone(
            SQL("passcode.reader", "SELECT entente.reader_of(\(notice)) AS recipient").readOnly()
        ).flatMap { try $0["recipient"] }
    }
}

extension Duration {
    /// The SQL of an interval as long.
    fileprivate var interval: SQL { "make_interval(secs => \(Double(components.seconds)))" }
}
