import Agreements
import Expressions

/// Reads what the states of one process mean.
struct StateReader {
    let reading: WorkflowReading
    let outline: Outline
    /// What could not be read, by the index of the state.
    private(set) var harm: [Int: Harm] = [:]

    init(reading: WorkflowReading, outline: Outline) {
        self.reading = reading
        self.outline = outline
    }

    private var read: NodeReader { reading.read }

    /// The states in document order, each with the legal status that holds in it.
    mutating func states() -> [StateDefinition] {
        var definitions = outline.states.indices.map { definition($0) }
        for state in outline.top { inherit(state, nil, nil, &definitions) }
        return definitions
    }

    private mutating func definition(_ index: Int) -> StateDefinition {
        let state = outline.states[index]
        var harm = state.harm
        defer { if !harm.isEmpty { self.harm[index] = harm } }
        var definition = StateDefinition(id: state.path, order: index, title: LocalizedText(fr: "", en: ""))
        guard let fields = state.fields else {
            definition.title =
                state.parent.flatMap { outline.states[$0].fields }
                .flatMap { $0["title"] }.flatMap(reading.localized) ?? definition.title
            return definition
        }
        if let title = reading.localized(fields.required("title")) { definition.title = title }
        definition.notices = reading.noticeUses(fields["notify"])
        reading.noting(.meaning, in: &harm) { meaning(&definition, state, fields) }
        definition.task = reading.noting(.task, in: &harm) { task(fields["task"]) }
        reading.noting(.ways, in: &harm) {
            definition.timers = timers(fields["timers"], definition.task, hasTask: fields["task"] != nil)
            definition.children = reading.children(fields["children"])
        }
        refusals(&definition, fields["refuse"])
        return definition
    }

    private func meaning(_ definition: inout StateDefinition, _ state: Outline.State, _ fields: Fields) {
        definition.legal = read.word(fields["legal"], LegalStatus.self)
        definition.effective = reading.formula(fields["effective"], [.string])
        definition.actions = ActionReader(reading: reading, outline: outline, state: definition.order)
            .actions(fields["do"])
        definition.outcome = read.name(fields["outcome"], .word)
        refuseOfFinal(state, fields)
    }

    private func refuseOfFinal(_ state: Outline.State, _ fields: Fields) {
        guard state.kind == .final else { return }
        for key in ["task", "timers", "children", "on", "refuse"] {
            guard let node = fields[key] else { continue }
            let message = LocalizedText(
                fr: "\(state.path) est une fin : il n’a pas de \(key.quotedInFrench)",
                en: "\(state.path) is an end: it has no \(key.quoted)")
            reading.log.report(.conflict, at: node.place, message)
        }
    }

    private func task(_ node: YAMLNode?) -> TaskDefinition? {
        guard let node, let fields = reading.fields(node, .task) else { return nil }
        let role = reading.role(fields.required("role"))
        let title = reading.localized(fields.required("title"))
        let due = reading.due(fields["due"])
        let reminders = reading.reminders(fields["remind"], hasDue: fields["due"] != nil)
        guard let role, let title else { return nil }
        return TaskDefinition(role: role, title: title, due: due, reminders: reminders)
    }

    private func timers(_ node: YAMLNode?, _ task: TaskDefinition?, hasTask: Bool) -> [TimerDefinition] {
        var names: Set<String> = []
        return read.oneOrMore(node).compactMap { item in
            guard let fields = reading.fields(item, .timer) else { return nil }
            let name = read.name(fields.required("name"), .word)
            let due = timerDue(fields.required("due"), task, hasTask: hasTask)
            let event = read.name(fields.required("event"), .dotted)
            guard let name, let due, let event else { return nil }
            if !names.insert(name).inserted {
                reading.log.report(
                    .duplicateName, at: item.place,
                    .init(fr: "l’état a déjà un délai \(name)", en: "the state has a timer \(name) already"))
            }
            return TimerDefinition(name: name, due: due, event: event)
        }
    }

    private func timerDue(_ node: YAMLNode?, _ task: TaskDefinition?, hasTask: Bool) -> DueRule? {
        guard let node, node.scalar?.text == "task" else { return reading.due(node) }
        // What is wrong with a task that could not be read has been said.
        if task == nil, hasTask { return nil }
        if let due = task?.due { return due }
        reading.log.report(
            .missingKey, at: node.place,
            .init(
                fr: "due: task, mais l’état n’a pas de tâche avec une échéance",
                en: "due: task, but the state has no task with a due date"))
        return nil
    }

    /// Codes, each for an act; a new version of the text may have conditions instead, since no transition has them.
    private func refusals(_ definition: inout StateDefinition, _ node: YAMLNode?) {
        for entry in read.entries(
            node, .init(fr: "un tableau d’actes avec leurs refus", en: "a mapping of acts to refusals"))
        {
            reading.uses.refusedActs.append(Uses.Use(name: entry.key, place: entry.place))
            if entry.key == "add_text", entry.value.scalar == nil {
                definition.textConditions = reading.clauses(entry.value)
            } else {
                definition.refusals[entry.key] = reading.usedRefusal(entry.value)
            }
        }
    }
}
