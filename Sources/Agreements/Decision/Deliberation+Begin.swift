import Expressions

extension Deliberation {
    /// Begins what a state asks for while it is active: its task, its timers and reminders, its children.
    ///
    /// - Parameter resuming: whether it is entered through history; it then has the children that it had.
    mutating func begin(
        _ state: StateDefinition, resuming: Bool = false, _ draft: inout Draft
    ) throws(Refusal) {
        let values = bindings(
            for: draft.delivery.path, event: draft.delivery.input, actor: draft.delivery.person)
        if let task = state.task { try open(task, state, values, &draft) }
        try arm(state, values, &draft)
        let resumed = resuming ? resumeChildren(of: state.id, &draft) : []
        for children in state.children where !resumed.contains(children.name) {
            try launch(children, state, values, &draft)
        }
    }

    private mutating func open(
        _ task: TaskDefinition, _ state: StateDefinition, _ values: ValueMap, _ draft: inout Draft
    ) throws(Refusal) {
        let process = agreement.processes[draft.delivery.path]
        record(.taskOpened(task: try humanTask(task, state, process, values, draft)), in: &draft)
    }

    /// The task that a state of a process opens now.
    func humanTask(
        _ task: TaskDefinition, _ state: StateDefinition, _ process: Process?, _ values: ValueMap,
        _ draft: Draft
    ) throws(Refusal) -> HumanTask {
        let due = try task.due.flatMap { rule throws(Refusal) in
            try deadline(rule, values, draft.log, since: since(state, draft))
        }
        let (role, narrowedTo) = narrowed(task.role, process)
        return HumanTask(
            id: randomness.identifier(), process: draft.delivery.path, state: state.id, role: role,
            narrowedTo: narrowedTo, openedAt: now, due: due)
    }

    /// A role with the party or person that narrows it; one that was passed on is asked of that person.
    private func narrowed(_ role: RoleReference, _ process: Process?) -> (RoleReference, String?) {
        switch role.of {
        case .party:
            guard let heir = roster.heir(of: role, in: process, at: now) else {
                return (role, process?.party)
            }
            return (RoleReference(role.role, of: .person), heir.description)
        case .person: return (role, process?.person?.description)
        case .agreement, .otherParties, .foreignParties, .parties: return (role, nil)
        }
    }

    /// Arms the timers of a state and those of its task's reminders; what lies before its entry is not
    /// planned.
    mutating func arm(_ state: StateDefinition, _ values: ValueMap, _ draft: inout Draft)
        throws(Refusal)
    {
        for timer in try timers(of: state, values, draft) { record(.timerArmed(timer: timer), in: &draft) }
    }

    /// The timers that a state has if it is planned now.
    ///
    /// Replanning, only those whose dates depend on these facts, without what rang already.
    func timers(
        of state: StateDefinition, _ values: ValueMap, _ draft: Draft, replanning: String? = nil
    ) throws(Refusal) -> [ArmedTimer] {
        let path = draft.delivery.path
        let entry = agreement.processes[path]?.entries[state.id]?.seq ?? draft.seq
        let since = since(state, draft)
        var timers: [ArmedTimer] = []
        var place = -1
        func add(_ name: String, _ due: Instant, _ purpose: ArmedTimer.Purpose) {
            timers.append(
                ArmedTimer(
                    id: randomness.identifier(), process: path, state: state.id, entrySeq: entry, name: name,
                    due: due,
                    order: state.order * 100 + min(place, 99), purpose: purpose))
        }
        for timer in state.timers {
            place += 1
            guard replanning.map(timer.due.reads) ?? true,
                let deadline = try deadline(timer.due, values, draft.log, since: since)
            else { continue }
            if replanning != nil, deadline.due <= now, !isArmed(timer.name, of: state, at: path) { continue }
            add(timer.name, max(deadline.due, now), .event(name: timer.event))
        }
        for reminder in state.task?.reminders ?? [] {
            guard let rule = reminder.base ?? state.task?.due, replanning.map(rule.reads) ?? true,
                let deadline = try deadline(rule, values, draft.log, since: since)
            else { continue }
            for (at, offset) in instants(of: reminder, deadline) {
                place += 1
                guard replanning != nil ? at > now : at >= now else { continue }
                add(
                    reminder.notice, at,
                    .reminder(
                        notice: reminder.notice, occurrence: "\(offset)@\(deadline.day)", to: reminder.to,
                        due: deadline))
            }
        }
        return timers
    }

    private func isArmed(_ name: String, of state: StateDefinition, at path: String) -> Bool {
        agreement.timers.contains { $0.process == path && $0.state == state.id && $0.name == name }
    }

    /// When the state was entered: what its lengths count from.
    private func since(_ state: StateDefinition, _ draft: Draft) -> Instant {
        agreement.processes[draft.delivery.path]?.entries[state.id]?.at ?? now
    }

    private func instants(of reminder: ReminderDefinition, _ deadline: Deadline) -> [(Instant, Period)] {
        reminder.offsets.map {
            (Reminder.instant($0, from: deadline.day, calendar: facts.calendar, zone: facts.zone), $0)
        }
    }

    mutating func launch(
        _ children: ChildrenDefinition, _ state: StateDefinition, _ values: ValueMap,
        _ draft: inout Draft
    ) throws(Refusal) {
        guard let list = children.forEach else {
            return plan(children.name, run: children.run, item: [:], owner: state.id, draft)
        }
        guard case .list(let elements) = try list.value(values, noting: draft.log) else {
            throw .formulaFailed(list, because: "the children of \(state.id) need a list", reads: [])
        }
        for element in elements {
            plan(
                children.name, run: children.run, item: [children.itemName: JSON(element)], owner: state.id,
                draft)
        }
    }

    /// Plans the start of one child process of `owner`, under a path of its own.
    mutating func plan(_ name: String, run: String, item: [String: JSON], owner: String, _ draft: Draft) {
        let parent = draft.delivery.path
        let ownerSeq = agreement.processes[parent]?.entries[owner]?.seq ?? draft.seq
        let path = freePath("\(parent)/\(name)/", key: Self.key(of: item))
        let process = Process(
            path: path, definition: run, owner: owner, ownerSeq: ownerSeq, name: name, item: item)
        pending.append(.start(process))
    }

    /// `base` and the key, numbered from the second start on; a number alone where there is no key.
    private func freePath(_ base: String, key: String?) -> String {
        var taken = Set(agreement.processes.keys)
        for case .start(let process) in pending { taken.insert(process.path) }
        var count = 1
        while true {
            let candidate = base + (key.map { count == 1 ? $0 : "\($0).\(count)" } ?? String(count))
            if !taken.contains(candidate) { return candidate }
            count += 1
        }
    }

    /// The id of the party or person that a child is about; nil where it cannot be a part of a path.
    private static func key(of item: [String: JSON]) -> String? {
        let key = item.values.lazy.compactMap { $0["id"]?.text ?? $0.text }.first
        return key.flatMap { key in
            let isPlain = key.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || "-_".unicodeScalars.contains($0)
            }
            return isPlain && !key.isEmpty ? key : nil
        }
    }

    /// The deadline that a rule gives now; nil where the day it counts from is not known.
    func deadline(
        _ rule: DueRule, _ values: ValueMap, _ log: ReadLog, since: Instant
    ) throws(Refusal) -> Deadline? {
        switch rule.base {
        case .entry: rule.deadline(from: since, calendar: facts.calendar, zone: facts.zone)
        case .yearly(let month, let day):
            DeadlineRule.fixedYearly(month: month, day: day)
                .deadline(from: since, calendar: facts.calendar, zone: facts.zone)
        case .formula(let formula): try deadline(rule, formula, try self.values(values, for: rule, log), log)
        }
    }

    private func deadline(
        _ rule: DueRule, _ formula: Formula, _ values: ValueMap, _ log: ReadLog
    ) throws(Refusal) -> Deadline? {
        switch try formula.value(values, noting: log) {
        case .timestamp(let time):
            rule.deadline(at: Instant(time), calendar: facts.calendar, zone: facts.zone)
        default:
            try formula.day(values, noting: log, zone: facts.zone)
                .map { rule.deadline(on: $0, calendar: facts.calendar, zone: facts.zone) }
        }
    }

    /// What a due rule reads: values with dates as they are on the day that it names.
    private func values(
        _ values: ValueMap, for rule: DueRule, _ log: ReadLog
    ) throws(Refusal) -> ValueMap {
        guard let day = try rule.asOf?.day(values, noting: log, zone: facts.zone) else { return values }
        return values.replacing("rule", by: workflow.ruleValues(on: day))
    }
}
