import Synchronization

extension Pool {
    /// Lends no more, closes what is idle and waits for what is lent; after `grace` it is cut off.
    ///
    /// Whoever waits is refused with `closed`. When this returns all connections are closed. A second call waits too.
    package func shutdown(grace: Duration = .seconds(10)) async {
        let cutter = Task {
            guard (try? await Task.sleep(for: grace)) != nil else { return }
            for connection in lent.withLock({ Array($0.values) }) {
                connection.terminate()
                await connection.close()
            }
            reportDrained()
        }
        await withCheckedContinuation { continuation in
            drained.withLock { $0.append(continuation) }
            perform(state.withLock { $0.close() })
        }
        cutter.cancel()
    }
}
