import Agreements

extension ProcessWriter {
    func transition(_ draft: TransitionDraft) -> YAMLValue {
        let definition = draft.definition
        let inputs = definition.input.map {
            YAMLMember(key: $0.required ? $0.name : $0.name + "?", value: YAMLValue($0.kind))
        }
        return .members([
            ("title", definition.title.map(YAMLValue.init)),
            ("by", draft.isAct ? .roles(definition.by) ?? .list([]) : nil),
            ("if", condition(draft)), ("input", inputs.isEmpty ? nil : .mapping(inputs)),
            ("reason", definition.reasonRequired ? .text("required") : nil),
            ("to", .oneOrMore(draft.targets.map { target($0, from: draft.source) })),
            ("do", .oneOrMore(definition.actions.map { action($0, from: draft.source) })),
            ("notify", .oneOrMore(definition.notices.map(YAMLValue.init))),
        ])
    }

    private func condition(_ draft: TransitionDraft) -> YAMLValue? {
        let clauses = draft.condition?.clauses ?? []
        guard draft.isAct else { return clauses.first.map { YAMLValue($0.formula) } }
        return .oneOrMore(
            clauses.map { .members([("that", YAMLValue($0.formula)), ("else", .text($0.refusal))]) })
    }

    private func target(_ target: TransitionDraft.Target, from source: Int) -> YAMLValue {
        switch target {
        case .state(let state): .text(shortName(state, from: source))
        case .history(let state): .text("history(\(shortName(state, from: source)))")
        }
    }

    /// The last parts of a state's path that are enough to find it from another.
    private func shortName(_ state: Int, from source: Int) -> String {
        let parts = outline.states[state].path.split(separator: ".").map(String.init)
        let names = (1...parts.count).map { parts.suffix($0).joined(separator: ".") }
        return names.first { outline.resolve($0, from: source) == state } ?? outline.states[state].path
    }

    // MARK: Actions

    func action(_ action: ActionDefinition, from state: Int) -> YAMLValue {
        switch action {
        case .reference: .text("reference")
        case .register: .text("register")
        case .signature: .text("signature")
        case .voidSignatures: .text("void_signatures")
        case .set(let name, let value): .members([("set", .members([(name, YAMLValue(value))]))])
        case .call(let formula): .members([("call", YAMLValue(formula))])
        case .addParty(let formula): .members([("add_party", YAMLValue(formula))])
        case .removeParty(let formula): .members([("remove_party", YAMLValue(formula))])
        case .addLab(let formula): .members([("add_lab", YAMLValue(formula))])
        case .dropLab(let formula): .members([("drop_lab", YAMLValue(formula))])
        case .passOn(let formula): .members([("pass_on", YAMLValue(formula))])
        case .release(let role): .members([("release", .text(role))])
        case .renew: .text("renew")
        case .instrument(let formula): .members([("instrument", YAMLValue(formula))])
        case .tell(let event):
            .members([("tell", .members([("event", .text(event)), ("to", .text("citing"))]))])
        case .term(let start, let end):
            .members([("term", .members([("start", YAMLValue(start)), ("end", end.map(YAMLValue.init))]))])
        case .assign(let role, let person):
            .members([("assign", .members([("role", .text(role)), ("person", YAMLValue(person))]))])
        case .spawn(let name, let run, let itemName, let item, let of):
            .members([("spawn", spawned(name, run, itemName, item, of, from: state))])
        }
    }

    private func spawned(
        _ name: String, _ run: String, _ itemName: String, _ item: Formula, _ of: String, from state: Int
    ) -> YAMLValue {
        let owner = outline.states.firstIndex { $0.path == of }
        return .members([
            ("name", .text(name)), ("run", .text(run)), ("as", itemName == "item" ? nil : .text(itemName)),
            ("item", YAMLValue(item)), ("of", .text(owner.map { shortName($0, from: state) } ?? of)),
        ])
    }
}
