/// How to connect, and which limits hold on the connection.
package struct ConnectionConfiguration: Sendable {
    /// Any libpq string, URI or keywords; several hosts and `target_session_attrs` are understood.
    ///
    /// What it says wins over the defaults below (`connect_timeout`, `keepalives…`, `application_name`, and the
    /// limits of the session when its `options` set them: `options='-c lock_timeout=10s'`).
    package var string: String

    /// How long one host may take, TLS and authentication included.
    package var connectTimeLimit: Duration = .seconds(5)

    /// How long an unanswered network is believed: keepalive probes and `tcp_user_timeout`.
    package var networkTimeLimit: Duration = .seconds(5)

    /// `statement_timeout`: the server ends a longer statement.
    package var statementTimeLimit: Duration = .seconds(30)

    /// `lock_timeout`: the longest wait for one lock.
    package var lockTimeLimit: Duration = .seconds(3)

    /// `idle_in_transaction_session_timeout`: the longest pause inside a transaction; then the connection is cut.
    package var idleInTransactionTimeLimit: Duration = .seconds(5)

    /// How long a COMMIT may take before the connection is given up and the outcome called unknown.
    ///
    /// A commit is not cancelled: cancelling one that waits for a standby would make it look like a success.
    package var commitTimeLimit: Duration = .seconds(10)

    /// How long after a cancel the server may take to answer before the connection is given up.
    package var cancelTimeLimit: Duration = .seconds(5)

    /// How many prepared statements are kept on the connection.
    package var preparedMax = 128

    /// The name that `pg_stat_activity` shows.
    package var applicationName = "entente"

    package init(_ string: String) { self.string = string }
}

extension ConnectionConfiguration: CustomStringConvertible {
    /// Without the string, which may hold a password.
    package var description: String { "PostgreSQL connection of \(applicationName)" }
}
