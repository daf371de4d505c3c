import Logging
import Synchronization

extension Pool {
    /// Carries out what the state decided.
    ///
    /// Called outside the lock.
    func perform(_ actions: [State.Action]) {
        for action in actions { perform(action) }
    }

    private func perform(_ action: State.Action) {
        switch action {
        case .lend(let member, let waiter): waiter.continuation.resume(returning: .success(member))
        case .refuse(let waiter, let error): waiter.continuation.resume(returning: .failure(error))
        case .open: Task { await open() }
        case .openLater(let failures): Task { await openLater(failures) }
        case .close(let member): Task { await member.connection.close() }
        case .drained: reportDrained()
        }
    }

    /// Lets those go who wait for the pool to be empty.
    func reportDrained() {
        let waiting = drained.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    private func open() async {
        do {
            let connection = try await Connection.connect(connectionConfiguration, logger: logger)
            do { try await configuration.onConnect(connection) } catch {
                await connection.close()
                throw error
            }
            let now = ContinuousClock.now
            let lifetime = configuration.lifetimeMax * (1 - configuration.random() / 10)
            let member = PooledConnection(connection: connection, expiry: now + lifetime, lastUse: now)
            perform(state.withLock { $0.opened(member) })
        } catch {
            let failure =
                error as? PostgresError ?? PostgresError(.misuse("onConnect threw \(type(of: error))"))
            logger.warning(
                "a database connection could not be opened", metadata: ["error": "\(failure.description)"])
            perform(state.withLock { $0.openFailed(failure) })
        }
    }

    private func openLater(_ failures: Int) async {
        let pause = configuration.backoff.pause(after: failures, random: configuration.random())
        try? await Task.sleep(for: pause)
        perform(state.withLock { $0.pauseEnded() })
    }
}
