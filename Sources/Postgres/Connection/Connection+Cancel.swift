extension Connection {
    /// Asks the server to stop the current statement, on another thread, because asking may block.
    func requestCancel(_ handle: PQHandle) {
        guard cancelling == nil, let request = handle.cancelRequest() else { return }
        let thread = interruptions
        let isStarted = DetachedThread.start {
            request.send()
            thread.wake()
        }
        if isStarted { cancelling = request }
    }

    /// Waits until the request has left, so that it cannot hit the next statement; a connection on which it stays
    /// under way past its time limit is given up.
    func awaitCancel() {
        guard let request = cancelling else { return }
        let deadline = ContinuousClock.now + configuration.cancelTimeLimit
        while !request.isDone, .now < deadline, !isTerminated { waitForSocket(-1, for: 0, until: deadline) }
        if !request.isDone { abandon(PostgresError(.unavailable(.timeout))) }
        cancelling = nil
    }
}
