import Expressions
import Statechart

extension Deliberation {
    /// What follows from the steps of a chart: what was left ends, actions are done, what was entered begins.
    mutating func apply(
        _ microsteps: [Microstep], _ session: Session<RuleModel>, _ draft: inout Draft
    ) throws(Refusal) {
        let path = draft.delivery.path
        guard let definition = agreement.processes[path].flatMap({ workflow.processes[$0.definition] }) else {
            return
        }
        let before = agreement.processes[path]?.configuration ?? []
        let movement = movement(of: microsteps, session)
        for state in movement.left where before.contains(state) { leave(state, of: path, &draft) }
        draft.children = agreement.children(of: path)
        record(.moved(path: path, movement: movement), in: &draft)
        for action in microsteps.flatMap(definition.actions) { try perform(action, &draft) }
        try updateLegalStatus(definition, &draft)
        let entered = definition.activeStates(
            of: agreement.processes[path] ?? Process(path: path, definition: "", name: "")
        )
        .filter { movement.entered.contains($0.id) }
        let resumed = Self.resumedStates(microsteps, definition.chart)
        for state in entered { try begin(state, resuming: resumed.contains(state.id), &draft) }
        try updateOutcome(entered, session, definition, &draft)
        try owe(microsteps, definition, &draft)
    }

    private func movement(of microsteps: [Microstep], _ session: Session<RuleModel>) -> Movement {
        let snapshot = session.snapshot
        let active = session.chart.ids(session.configuration.filter { $0 != Chart<Guard>.root })
        return Movement(
            configuration: active.sorted(), state: snapshot.atomicStates.sorted(), history: snapshot.history,
            left: microsteps.flatMap(\.exited), entered: microsteps.flatMap { $0.entered.map(\.id) },
            at: now == recordedAt ? nil : now)
    }

    /// Ends what belongs to a state: its tasks, its timers, the children that it started.
    private mutating func leave(_ state: String, of path: String, _ draft: inout Draft) {
        close(tasks: agreement.tasks.filter { $0.process == path && $0.state == state }, &draft)
        close(timers: agreement.timers.filter { $0.process == path && $0.state == state }, &draft)
        for child in agreement.children(of: path) where child.owner == state && child.status == .active {
            cancel(child, &draft)
        }
    }

    mutating func cancel(_ process: Process, _ draft: inout Draft) {
        close(tasks: agreement.tasks.filter { $0.process == process.path }, &draft)
        close(timers: agreement.timers.filter { $0.process == process.path }, &draft)
        for child in agreement.children(of: process.path) where child.status == .active {
            cancel(child, &draft)
        }
        record(.processClosed(path: process.path, status: .cancelled), in: &draft)
    }

    private mutating func close(tasks: [HumanTask], _ draft: inout Draft) {
        for task in tasks { record(.taskClosed(task: task.id), in: &draft) }
    }

    mutating func close(timers: [ArmedTimer], fired: Bool = false, _ draft: inout Draft) {
        for timer in timers { record(.timerClosed(timer: timer.id, fired: fired), in: &draft) }
    }

    /// The legal status that the active states of the life give.
    mutating func updateLegalStatus(
        _ definition: ProcessDefinition, _ draft: inout Draft
    ) throws(Refusal) {
        guard draft.delivery.path == "life", let life = agreement.processes["life"],
            let state = definition.activeStates(of: life).last(where: { $0.legal != nil }),
            let status = state.legal,
            status != agreement.legalStatus
        else { return }
        guard agreement.legalStatus.mayBecome(status) else {
            throw .rule(
                "legal_status",
                fr: "Le statut \(status.rawValue) ne peut pas suivre \(agreement.legalStatus.rawValue).",
                en: "The status \(status.rawValue) may not follow \(agreement.legalStatus.rawValue).")
        }
        let values = bindings(for: "life", event: draft.delivery.input)
        let day = try state.effective?.day(values, noting: draft.log, zone: facts.zone) ?? today
        draft.effectiveOn = day
        record(.legalStatus(status: status, effectiveOn: day), in: &draft)
    }

    /// What the parent hears: the outcome of the states entered, and that the process has ended.
    private mutating func updateOutcome(
        _ entered: [StateDefinition], _ session: Session<RuleModel>, _ definition: ProcessDefinition,
        _ draft: inout Draft
    ) throws(Refusal) {
        guard let process = agreement.processes[draft.delivery.path] else { return }
        let outcome = definition.activeStates(of: process).compactMap(\.outcome).last
        if outcome != process.outcome { record(.outcome(path: process.path, outcome: outcome), in: &draft) }
        if let parent = process.parent, let said = entered.compactMap(\.outcome).last {
            pending.append(
                .deliver(
                    event: "\(process.name).\(said)", to: parent, cause: "process",
                    about: ["item": .object(process.item), "path": .string(process.path)]))
        }
        if case .finished = session.status {
            record(.processClosed(path: process.path, status: .ended), in: &draft)
        }
    }
}
