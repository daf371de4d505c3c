package import Agreements
package import Engine
package import FoundationEssentials
package import Postgres

/// Accounts, sessions and tries, over connections that may do what `entente_app` may; each call is one statement.
package struct PostgresAccountStore: AccountStore {
    let pool: Pool

    package init(_ pool: Pool) { self.pool = pool }

    // MARK: Accounts

    /// The account of a mail address, in any case; nil where nobody of the register has it, or several.
    package func account(address: String) async throws -> Account? {
        try await account(
            SQL(
                "account.address",
                """
                \(Self.account) WHERE lower(p.email) = lower(\(address)::text)
                    AND NOT EXISTS (SELECT FROM entente.person q WHERE lower(q.email) = lower(p.email) AND q.id <> p.id)
                """
            ).readOnly())
    }

    /// The account of a person, made when there was none; nil for nobody of the register.
    package func account(of person: Person.ID) async throws -> Account? {
        try await pool.execute(
            SQL(
                "account.make",
                """
                INSERT INTO entente.account (person) SELECT id FROM entente.person WHERE id = \(person)
                ON CONFLICT DO NOTHING
                """))
        return try await account(SQL("account.person", "\(Self.account) WHERE p.id = \(person)").readOnly())
    }

    private static let account: SQL = """
        SELECT p.id, p.name, p.email, p.active AND p.left_at IS NULL AND a.disabled_at IS NULL AS active,
            a.password, a.factor, coalesce(a.factor_step, 0) AS factor_step,
            extract(epoch FROM clock_timestamp())::bigint AS read_at
        FROM entente.person p LEFT JOIN entente.account a ON a.person = p.id
        """

    private func account(_ statement: SQL) async throws -> Account? {
        try await pool.oneOrNone(statement).map { row in
            Account(
                person: try row["id"], name: try row.decode(String?.self, "name") ?? "",
                email: try row.decode(String?.self, "email") ?? "", isActive: try row["active"],
                password: try row["password"],
                factor: try row.decode([UInt8]?.self, "factor"), factorStep: try row["factor_step"],
                readAt: try row["read_at"])
        }
    }

    /// Stores the hash of a new password.
    package func setPassword(_ hash: String, of person: Person.ID) async throws {
        try await pool.execute(
            SQL(
                "account.password",
                """
                INSERT INTO entente.account (person, password, password_at)
                VALUES (\(person), \(hash), clock_timestamp())
                ON CONFLICT (person) DO UPDATE SET password = excluded.password, password_at = excluded.password_at
                """))
    }

    /// Stores another hash of the same password; nothing when it is no longer `old`.
    package func replacePassword(_ old: String, by hash: String, of person: Person.ID) async throws {
        try await pool.execute(
            SQL(
                "account.rehash",
                """
                UPDATE entente.account SET password = \(hash) WHERE person = \(person) AND password = \(old)
                """))
    }

    /// The language that a person wants from now on.
    package func setLanguage(_ language: Language, of person: Person.ID) async throws {
        try await pool.execute(
            SQL(
                "account.language",
                """
                INSERT INTO entente.account (person, language) VALUES (\(person), \(language.rawValue))
                ON CONFLICT (person) DO UPDATE SET language = excluded.language
                """))
    }

    // MARK: The second factor

    /// Stores the sealed secret of a second factor with the hashes of its recovery codes; nil removes both.
    package func setFactor(_ sealed: [UInt8]?, recovery: [String], of person: Person.ID) async throws {
        try await pool.execute(
            SQL(
                "account.factor",
                """
                WITH changed AS (
                    UPDATE entente.account SET factor = \(sealed), factor_step = 0 WHERE person = \(person)
                    RETURNING person),
                gone AS (DELETE FROM entente.recovery_code WHERE person = \(person) AND hash <> ALL (\(recovery)))
                INSERT INTO entente.recovery_code (person, hash)
                SELECT changed.person, code FROM changed, unnest(\(recovery)::text[]) AS code
                """))
    }

    /// Uses a time step up; false when it, or a later one, was used before.
    package func use(step: Int64, of person: Person.ID) async throws -> Bool {
        try await pool.execute(
            SQL(
                "account.step",
                """
                UPDATE entente.account SET factor_step = \(step) WHERE person = \(person) AND factor_step < \(step)
                """)) == 1
    }

    /// Uses a recovery code up; false when it is none, or was used.
    package func use(recovery hash: String, of person: Person.ID) async throws -> Bool {
        try await pool.execute(
            SQL(
                "account.recovery",
                """
                UPDATE entente.recovery_code SET used_at = clock_timestamp()
                WHERE person = \(person) AND hash = \(hash) AND used_at IS NULL
                """)) == 1
    }

    // MARK: Invitations

    /// Stores the hash of a one-time code that lets a person choose a password.
    package func invite(_ person: Person.ID, hash: String, lifetime: Duration) async throws {
        try await pool.execute(
            SQL(
                "invitation.make",
                """
                INSERT INTO entente.invitation (hash, person, expires_at)
                VALUES (\(hash), \(person),
                    clock_timestamp() + make_interval(secs => \(Double(lifetime.components.seconds))))
                """))
    }

    /// Who may choose a password with that code.
    package func invited(hash: String) async throws -> Person.ID? {
        try await pool.oneOrNone(
            SQL(
                "invitation.find",
                """
                SELECT person FROM entente.invitation
                WHERE hash = \(hash) AND person IS NOT NULL AND used_at IS NULL AND expires_at > clock_timestamp()
                """
            ).readOnly()
        ).map { try $0["person"] }
    }

    /// Stores the hash of a one-time code and the job that mails it, for an address that is nobody's, too.
    package func makeReset(_ id: UUID, hash: String, address: String) async throws {
        try await pool.execute(
            SQL("reset.make", "SELECT entente.make_reset(\(id), \(hash), \(address))"))
    }

    /// Uses a code up, and with it every other of that person; false when it is none, is over, or was used.
    package func use(invitation hash: String) async throws -> Bool {
        try await pool.value(
            Bool.self,
            SQL(
                "invitation.use",
                """
                WITH used AS (
                    UPDATE entente.invitation SET used_at = clock_timestamp()
                    WHERE hash = \(hash) AND person IS NOT NULL AND used_at IS NULL
                        AND expires_at > clock_timestamp()
                    RETURNING hash, person),
                others AS (
                    UPDATE entente.invitation i SET used_at = clock_timestamp() FROM used
                    WHERE i.person = used.person AND i.hash <> used.hash AND i.used_at IS NULL)
                SELECT EXISTS (SELECT FROM used)
                """))
    }
}
