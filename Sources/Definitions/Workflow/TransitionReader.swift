import Agreements
import Expressions

/// Reads the transitions of one process.
struct TransitionReader {
    let reading: WorkflowReading
    let outline: Outline
    /// The states some of whose transitions could not be read at all.
    private(set) var lossy: Set<Int> = []

    init(reading: WorkflowReading, outline: Outline) {
        self.reading = reading
        self.outline = outline
    }

    private var read: NodeReader { reading.read }

    /// All transitions, by state in document order, then as they are written.
    mutating func transitions() -> [TransitionDraft] {
        outline.states.indices.flatMap { index -> [TransitionDraft] in
            if let fields = outline.states[index].fields { return written(index, fields["on"]) }
            return joined(index).map { [$0] } ?? []
        }
    }

    private mutating func written(_ state: Int, _ node: YAMLNode?) -> [TransitionDraft] {
        var lost: Harm = []
        let entries = reading.noting(.ways, in: &lost) {
            read.entries(node, .init(fr: "un tableau d’événements", en: "a mapping of events"))
        }
        let drafts = entries.flatMap { entry -> [TransitionDraft] in
            guard read.isName(entry.key, .dotted, at: entry.place) else {
                lost = .ways
                return []
            }
            var harm: Harm = []
            reading.noting(.target, in: &harm) { checkDone(entry, state) }
            return read.oneOrMore(entry.value).enumerated().compactMap { index, node in
                let draft = transition(state, entry, index, node, harm)
                if draft == nil { lost = .ways }
                return draft
            }
        }
        if !lost.isEmpty { lossy.insert(state) }
        return drafts
    }

    private func checkDone(_ entry: YAMLEntry, _ state: Int) {
        guard entry.key == "done" else { return }
        switch outline.states[state].kind {
        case .compound, .parallel: return
        case .atomic, .final:
            let path = outline.states[state].path
            let message = LocalizedText(
                fr: "\(path) ne s’achève jamais : il n’a pas d’états et n’attend pas d’enfants",
                en: "\(path) is never done: it has no states and waits for no children")
            reading.log.report(.nobodySends, at: entry.place, message)
        }
    }

    /// What leads from waiting for children to done.
    private func joined(_ index: Int) -> TransitionDraft? {
        let state = outline.states[index]
        guard state.kind == .atomic, let parent = state.parent else { return nil }
        let event = "joined." + outline.states[parent].path
        let definition = TransitionDefinition(label: "\(state.path)/\(event)/0", event: event)
        return TransitionDraft(
            definition: definition, place: state.place, source: index, event: event, condition: nil,
            targets: [.state(index + 1)])
    }

    private func transition(
        _ state: Int, _ entry: YAMLEntry, _ index: Int, _ node: YAMLNode, _ harm: Harm
    ) -> TransitionDraft? {
        var harm = harm
        guard let fields = reading.noting(.all, in: &harm, { reading.fields(node, .transition) }) else {
            return nil
        }
        let path = outline.states[state].path
        var definition = TransitionDefinition(label: "\(path)/\(entry.key)/\(index)", event: entry.key)
        let isAct = fields["by"] != nil
        people(&definition, fields, &harm)
        definition.title = reading.localized(isAct ? fields.required("title") : fields["title"])
        definition.input = reading.noting(.input, in: &harm) { reading.input(fields["input"]) }
        definition.actions = reading.noting(.deeds, in: &harm) {
            ActionReader(reading: reading, outline: outline, state: state).actions(fields["do"])
        }
        definition.notices = reading.noticeUses(fields["notify"])
        reading.noting(.all, in: &harm) { refuseOfNobody(entry, fields, isAct) }
        var clauses = reading.noting(.condition, in: &harm) {
            isAct ? reading.clauses(fields["if"]) : plainConditions(fields["if"])
        }
        if harm.contains(.condition) {
            clauses += UnreadCondition.clause(at: node.place).map { [$0] } ?? []
        }
        return TransitionDraft(
            definition: definition, place: index == 0 ? entry.place : node.place, source: state,
            event: event(entry.key, path),
            condition: clauses.isEmpty && !isAct ? nil : Guard(clauses, by: definition.by),
            targets: reading.noting(.target, in: &harm) { targets(fields["to"], from: state) }, isAct: isAct,
            harm: harm)
    }

    /// Reads who does it; where that cannot be told it may be anybody.
    private func people(_ definition: inout TransitionDefinition, _ fields: Fields, _ harm: inout Harm) {
        var unknown: Harm = []
        definition.by = reading.noting(.people, in: &unknown) { reading.rolesList(fields["by"]) }
        if !unknown.isEmpty { definition.by = reading.roles.sorted().map { RoleReference($0) } }
        definition.reasonRequired =
            reading.noting(.people, in: &unknown) { read.choice(fields["reason"], [("required", true)]) }
            ?? false
        harm.formUnion(unknown)
    }

    private func event(_ key: String, _ path: String) -> String? {
        switch key {
        case "always": nil
        case "done": "done.state." + path
        default: key
        }
    }

    private func refuseOfNobody(_ entry: YAMLEntry, _ fields: Fields, _ isAct: Bool) {
        for key in ["input", "reason"] where !isAct {
            guard let node = fields[key] else { continue }
            reading.log.report(
                .conflict, at: node.place,
                .init(
                    fr: "\(key.quotedInFrench) se demande à une personne, mais il n’y a pas de « by »",
                    en: "\(key.quoted) is asked of a person, but there is no \"by\""))
        }
        if isAct, ["always", "done"].contains(entry.key) {
            reading.log.report(
                .conflict, at: entry.place,
                .init(
                    fr: "\(entry.key) se produit de soi-même : personne ne le fait",
                    en: "\(entry.key) happens by itself: nobody does it"))
        }
    }

    // MARK: Conditions

    private func plainConditions(_ node: YAMLNode?) -> [Guard.Clause] {
        guard let node else { return [] }
        guard node.scalar != nil else {
            let message = LocalizedText(
                fr: "là où aucune personne n’agit, une condition est une seule formule, sans refus",
                en: "where no person acts a condition is one expression, without refusal")
            reading.log.report(.wrongKind, at: node.place, message)
            return []
        }
        return reading.formula(node, [.bool]).map { [Guard.Clause($0, else: "")] } ?? []
    }

    // MARK: Targets

    private func targets(_ node: YAMLNode?, from state: Int) -> [TransitionDraft.Target] {
        read.oneOrMore(node).compactMap { item in
            guard let text = read.text(item, .init(fr: "un état", en: "a state")) else { return nil }
            let isHistory = text.hasPrefix("history(") && text.hasSuffix(")")
            let path = isHistory ? String(text.dropFirst("history(".count).dropLast()) : text
            guard let target = outline.resolve(path, from: state) else {
                reading.log.reportUnknown(
                    .unknownState, .init(fr: "aucun état", en: "state"), path, at: item.place,
                    known: outline.names(from: state))
                return nil
            }
            let hasParts = !outline.states[target].children.isEmpty
            if isHistory, !hasParts {
                reading.slips.report(
                    .unknownState, at: item.place,
                    .init(
                        fr: "\(path) n’a pas d’états à lui : history(\(path)) ne retient rien",
                        en: "\(path) has no states of its own: history(\(path)) remembers nothing"),
                    suggestion: path)
            }
            return isHistory && hasParts ? .history(target) : .state(target)
        }
    }
}
