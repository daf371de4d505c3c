/// The main event loop, cut at its waits. Source: SCXML 1.0, appendix D (`interpret`, `mainEventLoop`).
extension Session {
    /// Enters the initial states and runs until nothing is queued.
    ///
    /// Once only: later calls do nothing.
    ///
    /// `arguments` replace the first values of variables that the chart declares at its top.
    package mutating func start(with arguments: [String: Value] = [:]) -> [Macrostep<Value>] {
        guard case .unstarted = status else { return [] }
        status = .running
        begin(nil)
        declareVariables(arguments)
        enterInitialStates()
        settle()
        return [current] + drain()
    }

    /// Puts an event at the rear of the external queue; ignored unless the session can still run.
    package mutating func enqueue(_ event: Event<Value>) {
        switch status {
        case .unstarted, .running: externalQueue.append(event)
        case .finished, .cancelled, .faulted: break
        }
    }

    /// Queues an event, then runs until nothing is queued: one macrostep for each external event served.
    package mutating func process(_ event: Event<Value>) -> [Macrostep<Value>] {
        enqueue(event)
        return drain()
    }

    /// Runs until nothing is queued, at most ``SessionLimits/macrostepsMax`` macrosteps.
    package mutating func drain() -> [Macrostep<Value>] {
        var macrosteps: [Macrostep<Value>] = []
        while let macrostep = step() {
            macrosteps.append(macrostep)
            guard macrosteps.count >= limits.macrostepsMax, hasQueuedEvents, isRunning else { continue }
            stop(.endlessMacrosteps(max: limits.macrostepsMax, states: atomicStates))
            macrosteps[macrosteps.count - 1].fault = current.fault
        }
        return macrosteps
    }

    /// Serves the first event of the external queue; `nil` when there is none or the session does not run.
    package mutating func step() -> Macrostep<Value>? {
        guard isRunning, !externalQueue.isEmpty else { return nil }
        let event = externalQueue.removeFirst()
        begin(event)
        self.event = event
        serveChildren(event)
        take(enabledTransitions(for: event.name), on: event.name)
        settle()
        return current
    }

    /// Ends the session from outside: leaves all states and cancels all children; nothing is done.
    package mutating func cancel() -> Macrostep<Value> {
        begin(nil)
        guard isRunning else { return current }
        leaveAllStates()
        status = .cancelled
        return current
    }

    private mutating func begin(_ event: Event<Value>?) {
        current = Macrostep(event: event)
        failedConditions = []
        actionsRun = 0
    }

    /// Takes eventless transitions and internal events, in that order of preference, until there are none.
    private mutating func settle() {
        var rounds = 0
        while finalState == nil {
            guard rounds < limits.microstepsMax else {
                return stop(.endlessMicrosteps(max: limits.microstepsMax, states: atomicStates))
            }
            guard actionsRun <= limits.actionsMax else {
                return stop(.endlessContent(max: limits.actionsMax, states: atomicStates))
            }
            rounds += 1
            let eventless = enabledTransitions(for: nil)
            if !eventless.isEmpty {
                take(eventless, on: nil)
            } else if !internalQueue.isEmpty {
                serveInternalEvent()
            } else {
                startChildren()
                if internalQueue.isEmpty { return }
            }
        }
        finish()
    }

    private mutating func serveInternalEvent() {
        let event = internalQueue.removeFirst()
        self.event = event
        take(enabledTransitions(for: event.name), on: event.name)
    }

    private mutating func take(_ transitions: [Transition<Expression>], on event: String?) {
        guard !transitions.isEmpty else {
            if let event { current.trace.ignored.append(event) }
            return
        }
        failedConditions = []
        let taken = transitions.map { Microstep.Taken(index: $0.index, label: $0.label) }
        current.trace.microsteps.append(Microstep(event: event, transitions: taken))
        // Before histories record what is left: with what they record now, a transition to a history of its
        // own ancestor could find a domain that has been left already.
        let domains = transitions.map { chart.domain(of: $0, history: history) }
        exitStates(of: transitions)
        for transition in transitions { execute(transition.content) }
        enterStates(of: transitions, within: domains)
    }

    private mutating func finish() {
        guard let finalState else { return }
        leaveAllStates()
        let data = payload(of: chart.states[finalState].doneData)
        configuration = chart.closure([finalState])
        status = .finished(data)
        externalQueue = []
        internalQueue = []
    }

    private mutating func stop(_ fault: SessionFault) {
        status = .faulted(fault)
        current.fault = fault
    }
}
