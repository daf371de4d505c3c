import Statechart

extension Deliberation {
    /// Moves the agreement to another version of its definition: every process stays in its states, and what
    /// these ask for there replaces what they asked for here.
    ///
    /// A running process keeps its definition's name and each of its states, or nothing moves: no state is
    /// guessed. A period that counts the same in both versions goes on as it was armed; another counts from
    /// the entry of its state.
    mutating func migrate(to version: String) throws(Refusal) {
        guard case .system(cause: "migration") = command.actor else {
            throw .rule(
                "not_authorized", fr: "Une migration n’est l’acte de personne.",
                en: "A migration is nobody's act.")
        }
        guard let target, target.id == workflow.id, target.version == version else {
            throw .rule(
                "unknown_workflow", fr: "Cette version de la définition n’est pas connue.",
                en: "This version of the definition is not known.")
        }
        guard agreement.version != version else {
            throw .rule(
                "already_migrated", fr: "Ce dossier suit déjà cette version.",
                en: "This file follows this version already.")
        }
        try checkCounterparts(in: target)
        let former = self
        follow(target)
        var delivery = Delivery(.migrated, to: "life", authority: .system("migration"))
        delivery.requestID = command.requestID.isEmpty ? nil : command.requestID
        var draft = Draft(delivery, seq: agreement.seq + 1, from: agreement.state)
        record(.migrated(version: version), in: &draft)
        for path in activePaths { try carryOver(path, from: former, &draft) }
        if let life = target.processes["life"] { try updateLegalStatus(life, &draft) }
        try seal(draft)
    }

    /// Replaces what the active states of a process ask for, where the two versions differ.
    private mutating func carryOver(
        _ path: String, from former: Deliberation, _ draft: inout Draft
    ) throws(Refusal) {
        guard let process = agreement.processes[path], let definition = workflow.processes[process.definition]
        else { return }
        let old = former.workflow.processes[process.definition]
        draft.delivery.path = path
        defer { draft.delivery.path = "life" }
        for state in definition.activeStates(of: process) {
            try carryOver(state, process, old?.states[state.id], former, &draft)
        }
        let outcome = definition.activeStates(of: process).compactMap(\.outcome).last
        if outcome != process.outcome { record(.outcome(path: path, outcome: outcome), in: &draft) }
    }

    private mutating func carryOver(
        _ state: StateDefinition, _ process: Process, _ old: StateDefinition?, _ former: Deliberation,
        _ draft: inout Draft
    ) throws(Refusal) {
        let entered = process.entries[state.id]?.at ?? now
        let plan = try plan(of: state, process, since: entered, draft)
        var formerly = StatePlan()
        if let old {
            let scratch = Draft(draft.delivery, seq: draft.seq, from: draft.from)
            let planned = try? former.plan(of: old, process, since: entered, scratch)
            formerly = planned ?? StatePlan(agreement, process.path, state.id)
        }
        replaceTask(of: state, process, formerly.task, by: plan.task, &draft)
        replaceTimers(of: state, process, formerly.timers, by: plan.timers, &draft)
        try replaceChildren(of: state, process, old, &draft)
    }

    /// What a state asks for when it is entered at `since`, by the rules that are followed.
    private func plan(
        of state: StateDefinition, _ process: Process, since: Instant, _ draft: Draft
    ) throws(Refusal) -> StatePlan {
        var then = self
        then.now = since
        let values = then.bindings(for: process.path)
        var plan = StatePlan()
        plan.task = try state.task.map { task throws(Refusal) in
            try then.humanTask(task, state, process, values, draft)
        }
        plan.timers = try then.timers(of: state, values, draft)
        return plan
    }

    private mutating func replaceTask(
        of state: StateDefinition, _ process: Process, _ old: HumanTask?, by new: HumanTask?,
        _ draft: inout Draft
    ) {
        guard !(new.isSame(as: old)) else { return }
        let open = agreement.tasks.filter { $0.process == process.path && $0.state == state.id }
        for task in open { record(.taskClosed(task: task.id), in: &draft) }
        guard var task = new else { return }
        task.openedAt = open.first?.openedAt ?? now
        record(.taskOpened(task: task), in: &draft)
    }

    private mutating func replaceTimers(
        of state: StateDefinition, _ process: Process, _ old: [ArmedTimer], by new: [ArmedTimer],
        _ draft: inout Draft
    ) {
        let armed = agreement.timers.filter { $0.process == process.path && $0.state == state.id }
        let (before, after) = (StatePlan.byKey(old), StatePlan.byKey(new))
        for timer in armed {
            let key = StatePlan.key(of: timer)
            if let kept = after[key], kept.rings(as: before[key]) { continue }
            close(timers: [timer], &draft)
        }
        for timer in new {
            let key = StatePlan.key(of: timer)
            guard !timer.rings(as: before[key]) else { continue }
            let isArmed = armed.contains { StatePlan.key(of: $0) == key }
            // What rang already, and what only reminds of a day that is past, does not ring again.
            if timer.due <= now, (before[key] != nil && !isArmed) || timer.isReminder { continue }
            var timer = timer
            timer.due = max(timer.due, now)
            record(.timerArmed(timer: timer), in: &draft)
        }
    }

    /// Children that only one of the versions has are started, or end.
    private mutating func replaceChildren(
        of state: StateDefinition, _ process: Process, _ old: StateDefinition?, _ draft: inout Draft
    ) throws(Refusal) {
        let names = Set(state.children.map(\.name))
        let former = Set(old?.children.map(\.name) ?? [])
        for child in agreement.children(of: process.path)
        where child.owner == state.id && child.status == .active && former.contains(child.name)
            && !names.contains(child.name)
        {
            cancel(child, &draft)
        }
        let values = bindings(for: process.path)
        for children in state.children where !former.contains(children.name) {
            try launch(children, state, values, &draft)
        }
    }
}
