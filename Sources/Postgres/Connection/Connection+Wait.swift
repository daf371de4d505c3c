import Glibc

extension Connection {
    /// The next result, or nil where libpq ends a command; sends what is unsent while it waits.
    func receive(_ patience: inout Patience) throws(PostgresError) -> PQResult? {
        let handle = try liveForCopy()
        while true {
            let unsent = handle.flush() == 1
            guard handle.isBusy else { return handle.nextResult() }
            try pause(handle, for: unsent ? POLLIN | POLLOUT : POLLIN, &patience)
            guard handle.consumeInput() else { throw lost(handle) }
        }
    }

    /// Waits for the socket, or cancels the statement when the task was cancelled or the time is up.
    ///
    /// - Throws: `unavailable(.timeout)` when the server did not answer the cancel either.
    func pause(_ handle: PQHandle, for events: Int32, _ patience: inout Patience) throws(PostgresError) {
        guard !isTerminated else { throw PostgresError(.closed).losingConnection() }
        switch patience.verdict(at: .now) {
        case .cancel: requestCancel(handle)
        case .giveUp: throw PostgresError(.unavailable(.timeout)).losingConnection()
        case .wait(let deadline): waitForSocket(handle.socket, for: events, until: deadline)
        }
    }

    /// Waits for the socket or for ``ConnectionThread/wake()``, whichever comes first, but not past the deadline.
    func waitForSocket(_ socket: Int32, for events: Int32, until deadline: ContinuousClock.Instant) {
        precondition(interruptions.isCurrent, "a connection waits on its own thread only")
        var watched = [
            pollfd(fd: socket, events: Int16(events), revents: 0),
            pollfd(fd: interruptions.wakeDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        let left = max(.zero, deadline - .now)
        let milliseconds = left / .milliseconds(1)
        poll(&watched, nfds_t(watched.count), Int32(min(milliseconds.rounded(.up), 600_000)))
        if watched[1].revents != 0 { interruptions.clearWake() }
    }

    /// The error of a connection that was cut.
    func lost(_ handle: PQHandle) -> PostgresError {
        var error = PostgresError(.unavailable(.lost)).losingConnection()
        error.message = handle.ownMessage
        return error
    }
}
