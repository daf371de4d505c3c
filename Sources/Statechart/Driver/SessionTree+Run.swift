extension SessionTree {
    /// Starts the root session and runs until nothing is queued.
    package mutating func start() {
        guard case .unstarted = root.status else { return }
        begin(0, with: [:])
        settle()
    }

    /// Gives the root session an event from outside and runs until nothing is queued.
    package mutating func send(_ event: Event<Value>) {
        members[0].session.enqueue(event)
        settle()
    }

    /// Lets time pass: what falls due meanwhile is delivered at its time.
    package mutating func advance(by duration: Duration) {
        let end = now + duration
        while let next = pending.nextDue, next <= end, !isExhausted { deliverDue(at: next) }
        now = end
    }

    /// Jumps from one due event to the next until none waits, the root session ends or macrosteps run out.
    package mutating func runToEnd() {
        while root.isRunning, let next = pending.nextDue, !isExhausted { deliverDue(at: next) }
    }

    private mutating func deliverDue(at due: Duration) {
        now = due
        guard let next = pending.popFirst() else { return }
        if let position = members.firstIndex(where: { $0.session.id == next.sender }) {
            dispatch(next.delivery, from: position)
        }
        settle()
    }

    private mutating func settle() {
        while let position = members.firstIndex(where: { $0.session.isRunning && $0.session.hasQueuedEvents })
        {
            guard records.count < macrostepsMax, actionsRun <= Self.actionsMax else {
                isExhausted = true
                return
            }
            guard let macrostep = members[position].session.step() else { return }
            note([macrostep], of: position)
        }
    }

    mutating func begin(_ position: Int, with arguments: [String: Value]) {
        note(members[position].session.start(with: arguments), of: position)
    }

    mutating func note(_ macrosteps: [Macrostep<Value>], of position: Int) {
        let id = members[position].session.id
        for macrostep in macrosteps {
            records.append(Record(session: id, at: now, macrostep: macrostep))
            for output in macrostep.outputs { perform(output, of: position) }
        }
        if case .finished(let data) = members[position].session.status { reportEnd(of: position, data) }
    }
}
