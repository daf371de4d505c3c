import Logging

extension Connection {
    /// Logs what the server said beside its results.
    ///
    /// - Throws: `outcomeUnknown` when it said that a commit may not have reached its standby. PostgreSQL reports
    ///   such a commit as a success, with only a warning.
    func checkNotices(_ handle: PQHandle) throws(PostgresError) {
        let notices = handle.takeNotices()
        for notice in notices { log(notice) }
        guard let warning = notices.first(where: \.leavesCommitUncertain) else { return }
        var error = PostgresError(.outcomeUnknown)
        error.sqlState = warning.sqlState
        error.severity = warning.severity
        error.message = "a commit was not confirmed by the standby"
        throw error
    }

    /// The error to throw after a failed exchange: decides whether the outcome is known, and gives the connection up
    /// when it is gone.
    ///
    /// A server that reports an error has not applied the statement. A reply that never came leaves that open, when
    /// the exchange would have committed.
    func settle(
        _ failure: PostgresError, _ handle: PQHandle, decides: Bool, _ terms: Terms, _ statements: [SQL]
    ) -> PostgresError {
        var error = failure
        if terms.isCommit { error.phase = .commit }
        if error.statement == nil, statements.count == 1 { error.statement = statements[0].label }
        let isReported = error.sqlState != nil && !terms.isCommit
        if decides, error.isConnectionLost, !isReported, error.leavesOutcomeOpen {
            error.kind = .outcomeUnknown
        }
        do throws(PostgresError) { try checkNotices(handle) } catch { return settleUncertain(error, failure) }
        if error.isConnectionLost { abandon(error) }
        return error
    }

    private func settleUncertain(_ uncertain: PostgresError, _ failure: PostgresError) -> PostgresError {
        var error = uncertain
        error.statement = failure.statement
        error.isConnectionLost = failure.isConnectionLost
        if error.isConnectionLost { abandon(error) }
        return error
    }

    private func log(_ notice: PQNotices.Notice) {
        let level: Logger.Level = notice.severity == "WARNING" ? .warning : .debug
        logger.log(
            level: level, "the server sent a notice",
            metadata: [
                "sql.state": "\(notice.sqlState)", "sql.severity": "\(notice.severity)",
                "sql.message": "\(notice.message ?? SQLState.condition(of: notice.sqlState))",
            ])
    }
}

extension PostgresError {
    /// Whether the reply was missed, rather than the request refused.
    fileprivate var leavesOutcomeOpen: Bool {
        switch kind {
        case .unavailable, .closed: true
        default: false
        }
    }
}
