import Expressions
import Statechart

extension Deliberation {
    /// Starts a process: its first event has no state before it.
    mutating func start(_ process: Process, authority: Authority, delivery: Delivery? = nil) throws(Refusal) {
        guard let definition = workflow.processes[process.definition] else { return }
        var draft = Draft(
            delivery ?? Delivery(.started, to: process.path, authority: authority), seq: agreement.seq + 1,
            from: [])
        for change in draft.delivery.changes { record(change, in: &draft) }
        record(.processStarted(process: process), in: &draft)
        var session = Session(definition.chart, model: model(for: draft))
        let macrosteps = session.start()
        session.model.rest()
        try conclude(session, macrosteps, &draft)
    }

    /// Gives an event to a process; false when nothing there wanted it, and then nothing is recorded.
    mutating func deliver(_ delivery: Delivery) throws(Refusal) -> Bool {
        guard let process = agreement.processes[delivery.path], process.status == .active,
            let definition = workflow.processes[process.definition]
        else { return false }
        var draft = Draft(delivery, seq: agreement.seq + 1, from: process.state)
        var session = try restored(process, definition, model(for: draft))
        let event = Statechart.Event(delivery.event, data: Value.object(delivery.input.mapValues(\.value)))
        let macrosteps = session.process(event)
        session.model.rest()
        guard macrosteps.contains(where: { !$0.trace.microsteps.isEmpty }) else { return false }
        try checkReason(macrosteps, definition, delivery)
        for change in delivery.changes { record(change, in: &draft) }
        try conclude(session, macrosteps, &draft)
        return true
    }

    /// Of an act with several branches some may ask for a reason: the one that is taken has it.
    private func checkReason(
        _ macrosteps: [Macrostep<Value>], _ definition: ProcessDefinition, _ delivery: Delivery
    ) throws(Refusal) {
        guard delivery.person != nil, delivery.input["reason"] == nil,
            let first = macrosteps.first?.trace.microsteps.first
        else { return }
        let taken = first.transitions.compactMap { $0.label.flatMap { definition.transitions[$0] } }
        if taken.contains(where: \.reasonRequired) { throw .reasonRequired(delivery.event) }
    }

    /// The session of a process as its events left it.
    func restored(
        _ process: Process, _ definition: ProcessDefinition, _ model: RuleModel
    ) throws(Refusal) -> Session<RuleModel> {
        do {
            return try Session(
                definition.chart, restoring: Snapshot(atomicStates: process.state, history: process.history),
                model: model)
        } catch {
            throw .rule(
                "unreadable_state",
                fr: "L’état du processus \(process.path) n’existe pas dans la définition : \(error).",
                en: "The state of process \(process.path) is not in the definition: \(error).")
        }
    }

    func model(for draft: Draft) -> RuleModel {
        let delivery = draft.delivery
        let isAct = delivery.person != nil
        return RuleModel(
            bindings: bindings(for: delivery.path, event: delivery.input, actor: delivery.person),
            act: isAct ? delivery.event : nil, mayTake: delivery.mayTake, log: draft.log,
            seen: watch?.clauses(of: workflow.id), trial: StepTrial(of: self, delivery))
    }

    /// Writes what the chart did into the draft, and seals it.
    private mutating func conclude(
        _ session: Session<RuleModel>, _ macrosteps: [Macrostep<Value>], _ draft: inout Draft
    ) throws(Refusal) {
        if let fault = macrosteps.compactMap(\.fault).first {
            throw .rule(
                "endless", fr: "La définition tourne sans fin : \(fault).",
                en: "The definition never comes to rest: \(fault).")
        }
        let microsteps = macrosteps.flatMap(\.trace.microsteps)
        note(microsteps, of: draft.delivery.path)
        try apply(microsteps, session, &draft)
        try seal(draft)
    }

    /// Notes the transitions that the chart of a process took.
    private mutating func note(_ microsteps: [Microstep], of path: String) {
        guard watch != nil, let process = agreement.processes[path]?.definition else { return }
        let labels = microsteps.flatMap(\.transitions).compactMap(\.label)
        taken += labels.map { TakenTransition(process: process, label: $0) }
    }

    /// Applies a change at once and keeps it for the event.
    mutating func record(_ change: Change, in draft: inout Draft) {
        draft.changes.append(change)
        agreement.apply(change, seq: draft.seq, at: recordedAt)
    }

    /// Makes the draft an event of the agreement's chain.
    mutating func seal(_ draft: Draft) throws(Refusal) {
        let delivery = draft.delivery
        let event = Event(
            stream: agreement.id.description, seq: draft.seq, process: delivery.path, type: delivery.event,
            fromState: draft.from, toState: agreement.processes[delivery.path]?.state ?? [],
            authority: delivery.authority, at: recordedAt, effectiveOn: draft.effectiveOn,
            requestID: delivery.requestID, workflow: workflow.name,
            payload: Payload(
                input: delivery.recordedInput ?? delivery.input, reads: draft.reads, changes: draft.changes,
                notices: draft.notices, recorded: delivery.recorded),
            documentHashes: delivery.documentHashes, previousHash: agreement.headHash)
        do {
            let sealed = try event.sealed()
            events.append(sealed)
            agreement.close(sealed)
        } catch {
            throw .rule(
                "unwritable_event", fr: "L’événement ne peut pas être écrit : \(error).",
                en: "The event cannot be written: \(error).")
        }
    }

    /// The instant of recording: that of the command, never before the last event.
    var recordedAt: Instant { max(facts.now, agreement.lastAt ?? facts.now) }
}
