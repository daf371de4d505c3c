import Glibc

extension Connection {
    /// Subscribes to channels of NOTIFY.
    ///
    /// Use a connection of its own, not one of a pool, and not through pgbouncer. Notifications sent while the
    /// connection was down are lost: after reconnecting, and now and then besides, look at the tables themselves.
    package func listen(to channels: [String]) async throws(PostgresError) {
        try await pipeline(channels.map { SQL("listen", "LISTEN \(identifier: $0)").unprepared().readOnly() })
    }

    /// The next notification, or nil when `limit` has passed without one.
    ///
    /// A loop over this is a poll with an alarm clock: whoever calls it looks at the tables after each return, so
    /// that a lost notification costs at most `limit`. Other statements on the connection are served in between.
    /// - Throws: ``PostgresError``: `cancelled`, or `unavailable` when the connection is lost; reconnecting is the
    ///   caller's.
    package func nextNotification(within limit: Duration) async throws(PostgresError) -> Notification? {
        let ticket = Ticket(interruptions)
        let outcome: Result<Notification?, PostgresError> = await withTaskCancellationHandler {
            do throws(PostgresError) {
                return .success(try await awaitNotification(ticket, until: .now + limit))
            } catch {
                return .failure(error.during(.listen))
            }
        } onCancel: {
            ticket.cancel()
        }
        return try outcome.get()
    }

    private func awaitNotification(
        _ ticket: Ticket, until deadline: ContinuousClock.Instant
    ) async throws(PostgresError) -> Notification? {
        while true {
            let handle = try live()
            guard handle.consumeInput() else {
                let error = lost(handle)
                abandon(error)
                throw error
            }
            if let notification = handle.nextNotification() { return notification }
            guard !ticket.isCancelled else { throw PostgresError(.cancelled) }
            guard ContinuousClock.now < deadline else { return nil }
            waitForSocket(handle.socket, for: POLLIN, until: deadline)
            if interruptions.hasJobs { await Task.yield() }
        }
    }

    /// The notifications of some channels as they come, until the task is cancelled or the connection is lost.
    package nonisolated func notifications(on channels: [String]) -> Notifications {
        Notifications(connection: self, channels: channels)
    }
}
