import Synchronization

extension Pool {
    /// A connection that works, within the time limit.
    func acquire() async throws(PostgresError) -> PooledConnection {
        let deadline = ContinuousClock.now + configuration.acquireTimeLimit
        while true {
            let member = try await next(until: deadline)
            lent.withLock { $0[ObjectIdentifier(member.connection)] = member.connection }
            if await isHealthy(member) { return member }
            remove(member)
        }
    }

    /// Takes a connection back, or closes it when it is not fit to be lent again.
    func release(_ member: PooledConnection) async {
        guard await member.connection.isAtRest, member.expiry > .now else { return remove(member) }
        var rested = member
        rested.lastUse = .now
        forget(member)
        perform(state.withLock { $0.giveBack(rested) })
    }

    private func remove(_ member: PooledConnection) {
        forget(member)
        perform(state.withLock { $0.discard(member) })
    }

    private func forget(_ member: PooledConnection) {
        lent.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(member.connection)) }
    }

    /// The next connection, healthy or not.
    private func next(until deadline: ContinuousClock.Instant) async throws(PostgresError) -> PooledConnection
    {
        let id = newID()
        let timer = Task {
            guard (try? await Task.sleep(until: deadline, clock: .continuous)) != nil else { return }
            perform(state.withLock { $0.timeOut(id) })
        }
        defer { timer.cancel() }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                perform(state.withLock { $0.acquire(id, PoolWaiter(continuation: continuation)) })
                if Task.isCancelled { giveUp(id) }
            }
        } onCancel: {
            giveUp(id)
        }
        return try result.get()
    }

    private func giveUp(_ id: Int) {
        perform(state.withLock { $0.abandon(id, because: PostgresError(.cancelled).during(.pool)) })
    }

    private func isHealthy(_ member: PooledConnection) async -> Bool {
        guard await member.connection.isUsable, member.expiry > .now else { return false }
        guard ContinuousClock.now - member.lastUse > configuration.healthCheckAfter else { return true }
        let question = SQL("pool.check", "SELECT 1").readOnly()
        return (try? await member.connection.query(question, timeLimit: configuration.acquireTimeLimit))
            != nil
    }
}
