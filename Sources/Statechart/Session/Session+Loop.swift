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
        begin()
        declareVariables(arguments)
        enterInitialStates()
        settle()
        return [macrostep(on: nil)] + drain()
    }

    /// Puts an event at the rear of the external queue; ignored unless the session can still run.
    package mutating func enqueue(_ event: Event<Value>) {
        switch status {
        case .unstarted, .running: queue(event)
        case .finished, .cancelled, .faulted: break
        }
    }

    /// Queues an event, then runs until nothing is queued: one macrostep for each external event served.
    @inlinable
    package mutating func process(_ event: Event<Value>) -> [Macrostep<Value>] {
        guard position.isClear else { return processInTurn(event) }
        servedEvent = event
        guard position.react(to: event.name) else { return processOn(event) }
        return [Macrostep(event: event, trace: position.trace())]
    }

    @usableFromInline
    mutating func processInTurn(_ event: Event<Value>) -> [Macrostep<Value>] {
        enqueue(event)
        return drain()
    }

    /// Goes on as ``process(_:)`` when ``Position/react(to:)`` has stopped.
    @usableFromInline
    mutating func processOn(_ event: Event<Value>) -> [Macrostep<Value>] {
        resume(event)
        return drain(after: macrostep(on: event))
    }

    /// Runs until nothing is queued, at most ``SessionLimits/macrostepsMax`` macrosteps.
    package mutating func drain() -> [Macrostep<Value>] { drain(after: step()) }

    private mutating func drain(after first: Macrostep<Value>?) -> [Macrostep<Value>] {
        var macrosteps: [Macrostep<Value>] = []
        var next = first
        while let macrostep = next {
            macrosteps.append(macrostep)
            if macrosteps.count >= limits.macrostepsMax, hasQueuedEvents, isRunning {
                stop(.endlessMacrosteps(max: limits.macrostepsMax, states: atomicStates))
                macrosteps[macrosteps.count - 1].fault = fault
            }
            next = step()
        }
        return macrosteps
    }

    /// Serves the first event of the external queue; `nil` when there is none or the session does not run.
    package mutating func step() -> Macrostep<Value>? {
        guard isRunning, let next = externalQueue.popFirst() else { return nil }
        serve(next.event, row: next.row)
        return macrostep(on: next.event)
    }

    /// Serves the first event of the external queue as ``step()`` does, but leaves what it did in
    /// ``journal`` and ``outputs``, until the next one; false when there is none or the session does not run.
    ///
    /// Allocates nothing beyond the outputs, once the lists of the session have grown.
    package mutating func advance() -> Bool {
        guard isRunning, let next = externalQueue.popFirst() else { return false }
        serve(next.event, row: next.row)
        return true
    }

    /// Gives the event to the session at once, as ``enqueue(_:)`` and ``advance()`` would.
    ///
    /// Compiled for the data model of its caller; what no expression has a say in is done by code that is
    /// not generic.
    @inlinable
    package mutating func advance(on event: Event<Value>) -> Bool {
        guard position.isClear else { return advanceInTurn(on: event) }
        servedEvent = event
        if !position.react(to: event.name) { resume(event) }
        return true
    }

    @usableFromInline
    mutating func advanceInTurn(on event: Event<Value>) -> Bool {
        guard isRunning, externalQueue.isEmpty else {
            enqueue(event)
            return advance()
        }
        serve(event, row: chart.plan.triggers.row(for: event.name))
        return true
    }

    /// Ends the session from outside: leaves all states and cancels all children; nothing is done.
    package mutating func cancel() -> Macrostep<Value> {
        begin()
        position.isClear = false
        guard isRunning else { return macrostep(on: nil) }
        leaveAllStates()
        status = .cancelled
        return macrostep(on: nil)
    }

    mutating func queue(_ event: Event<Value>) {
        position.isClear = false
        externalQueue.append(event, row: chart.plan.triggers.row(for: event.name))
    }

    private mutating func begin() {
        position.beginMacrostep()
        if !outputs.isEmpty { outputs.removeAll(keepingCapacity: true) }
        if !failedConditions.isEmpty { failedConditions = [] }
        fault = nil
        actionsBefore += actionsRun
        actionsRun = 0
    }

    private mutating func macrostep(on event: Event<Value>?) -> Macrostep<Value> {
        defer { outputs = [] }
        return Macrostep(
            event: event, trace: position.journal.trace(in: chart.plan), outputs: outputs, fault: fault)
    }

    private mutating func serve(_ event: Event<Value>, row: Int) {
        begin()
        servedEvent = event
        if children.isEmpty, position.react(to: event.name, row: row) {
            noteClear()
        } else {
            resume(event)
        }
    }

    /// Goes on with a macrostep where ``Position/react(to:row:microstepsMax:)`` has stopped.
    @usableFromInline
    mutating func resume(_ event: Event<Value>) {
        if !children.isEmpty {
            position.hold(chart.plan.triggers.row(for: event.name), event.name)
            serveChildren(event)
        }
        if let (row, origin) = position.popWaiting() {
            selectTransitions(row, for: event.name)
            takeTransitions(on: origin)
        }
        settle()
        noteClear()
    }

    /// Notes whether the next event can be served at once.
    private mutating func noteClear() {
        position.isClear =
            isRunning && externalQueue.isEmpty && children.isEmpty && outputs.isEmpty
            && failedConditions.isEmpty && fault == nil && actionsRun == 0
    }

    /// Takes eventless transitions and internal events, in that order of preference, until there are none.
    private mutating func settle() {
        while position.finalState == nil {
            if failedConditions.isEmpty, actionsRun <= limits.actionsMax,
                position.glide()
            {
                return
            }
            guard position.finalState == nil else { break }
            guard position.rounds < limits.microstepsMax else {
                return stop(.endlessMicrosteps(max: limits.microstepsMax, states: atomicStates))
            }
            guard actionsRun <= limits.actionsMax else {
                return stop(.endlessContent(max: limits.actionsMax, states: atomicStates))
            }
            position.rounds += 1
            selectTransitions(TriggerIndex.eventless, for: nil)
            if !position.enabled.isEmpty {
                takeTransitions(on: Journal.eventless)
            } else if let signal = position.signals.popFirst() {
                serve(signal)
            } else {
                if position.toInvoke.isEmpty { return }
                startChildren()
                if position.signals.isEmpty { return }
            }
        }
        finish()
    }

    private mutating func serve(_ signal: SignalQueue.Signal) {
        position.doneState = signal.doneState
        guard signal.doneState == ChartShape.none else {
            selectTransitions(signal.row, for: chart.plan.done[signal.doneState].name)
            return takeTransitions(on: signal.doneState)
        }
        guard let raised = raisedEvents.popFirst()?.event else { return }
        servedEvent = raised
        selectTransitions(signal.row, for: raised.name)
        takeTransitions(on: position.journal.note(raised.name))
    }

    private mutating func takeTransitions(on origin: Journal.Origin) {
        guard position.beginStep(on: origin) else { return }
        if !failedConditions.isEmpty { failedConditions = [] }
        exitStates()
        for place in position.enabled.indices { executeContent(of: position.enabled[place]) }
        enterStates()
    }

    private mutating func executeContent(of transition: Int) {
        if chart.plan.moves[transition].hasContent { execute(chart.transitions[transition].content) }
    }

    private mutating func finish() {
        guard let finalState = position.finalState else { return }
        leaveAllStates()
        let data = payload(of: chart.states[finalState].doneData)
        position.configuration = chart.closure([finalState])
        status = .finished(data)
        externalQueue.removeAll()
        position.signals.removeAll()
        raisedEvents.removeAll()
    }

    private mutating func stop(_ fault: SessionFault) {
        position.isClear = false
        status = .faulted(fault)
        self.fault = fault
    }
}
