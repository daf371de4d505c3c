import Agreements
import Statechart

/// What only Entente knows of a workflow, as elements of its own namespace.
struct WorkflowNotes {
    private func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLText] = []
    ) -> XMLText {
        XMLText("entente:\(name)", attributes, children)
    }

    func head(_ process: ProcessDefinition, of workflow: Workflow) -> XMLText {
        element(
            "process",
            [
                "workflow": workflow.id, "version": workflow.version, "name": process.name,
                "sha256": workflow.sha256,
            ], titles(process.title))
    }

    func elements(_ state: StateDefinition) -> [XMLText] {
        var elements = titles(state.title)
        if let legal = state.legal {
            elements.append(
                element("legal", ["status": legal.rawValue, "effective": state.effective?.source]))
        }
        if let outcome = state.outcome { elements.append(element("outcome", ["name": outcome])) }
        if let task = state.task { elements.append(self.task(task)) }
        elements += state.timers.map { timer in
            element("timer", ["name": timer.name, "event": timer.event], [due(timer.due)])
        }
        elements += state.children.map(children)
        elements += state.actions.map(action)
        elements += state.notices.map(notice)
        elements += state.refusals.sorted { $0.key < $1.key }.map { act, code in
            element("refusal", ["act": act, "code": code])
        }
        elements += state.textConditions.map { clause in
            element("refusal", ["act": "add_text", "if": clause.formula.source, "code": clause.refusal])
        }
        return elements
    }

    func elements(
        _ transition: Transition<Guard>, _ definition: TransitionDefinition?
    ) -> [XMLText] {
        var elements = definition?.title.map(titles) ?? []
        elements += (transition.condition?.by ?? []).map { element("by", ["role": role($0)]) }
        elements += (transition.condition?.clauses ?? []).map { clause in
            element("clause", ["if": clause.formula.source, "else": clause.refusal])
        }
        guard let definition else { return elements }
        if definition.reasonRequired { elements.append(element("reason")) }
        elements += definition.input.map { element("input", ["name": $0.name]) }
        elements += definition.actions.map(action)
        return elements + definition.notices.map(notice)
    }

    private func titles(_ text: LocalizedText) -> [XMLText] {
        Language.allCases.map { language in
            var element = element("title", ["lang": language.rawValue])
            element.text = text[language]
            return element
        }
    }

    private func role(_ role: RoleReference) -> String {
        role.of == .agreement ? role.role : "\(role.role)(\(role.of.rawValue))"
    }

    private func roles(_ roles: [RoleReference]) -> String? {
        roles.isEmpty ? nil : roles.map(role).joined(separator: " ")
    }

    private func task(_ task: TaskDefinition) -> XMLText {
        let reminders = task.reminders.map { reminder in
            element(
                "remind",
                [
                    "notice": reminder.notice, "to": roles(reminder.to),
                    "at": reminder.offsets.map(\.description).joined(separator: " "),
                ], reminder.base.map { [due($0)] } ?? [])
        }
        return element(
            "task", ["role": role(task.role)],
            titles(task.title) + (task.due.map { [due($0)] } ?? []) + reminders)
    }

    private func due(_ due: DueRule) -> XMLText {
        let base =
            switch due.base {
            case .entry: "entry"
            case .formula(let formula): formula.source
            case .yearly(let month, let day): "yearly \(month)-\(day)"
            }
        return element(
            "due",
            [
                "from": base, "asOf": due.asOf?.source, "after": due.offset?.description,
                "kind": due.kind.rawValue,
            ])
    }

    private func notice(_ use: NoticeUse) -> XMLText {
        element(
            "notice",
            [
                "id": use.notice, "to": roles(use.to), "if": use.condition?.source,
                "others": use.others ? "true" : nil,
            ])
    }

    private func children(_ children: ChildrenDefinition) -> XMLText {
        let join =
            switch children.join {
            case .all: "all"
            case .any: "any"
            case .atLeast(let count): "at least \(count)"
            case .when(let formula): formula.source
            case .none: "none"
            }
        return element(
            "children",
            [
                "name": children.name, "run": children.run, "forEach": children.forEach?.source,
                "item": children.forEach == nil ? nil : children.itemName, "join": join,
            ])
    }

    private func action(_ action: ActionDefinition) -> XMLText {
        switch action {
        case .set(let name, let value): element("set", ["name": name, "value": value.source])
        case .reference: element("reference")
        case .register: element("register")
        case .term(let start, let end): element("term", ["start": start.source, "end": end?.source])
        case .assign(let role, let person): element("assign", ["role": role, "person": person.source])
        case .spawn(let name, let run, let itemName, let item, let of):
            element(
                "spawn", ["name": name, "run": run, "item": itemName, "value": item.source, "beside": of])
        case .signature: element("signature")
        case .voidSignatures: element("void-signatures")
        case .call(let formula): element("call", ["value": formula.source])
        case .addParty(let formula): element("add-party", ["value": formula.source])
        case .removeParty(let formula): element("remove-party", ["value": formula.source])
        case .addLab(let formula): element("add-lab", ["value": formula.source])
        case .dropLab(let formula): element("drop-lab", ["value": formula.source])
        case .passOn(let formula): element("pass-on", ["value": formula.source])
        case .release(let role): element("release", ["role": role])
        case .renew: element("renew")
        case .instrument(let formula): element("instrument", ["value": formula.source])
        case .tell(let event): element("tell", ["event": event, "to": "citing"])
        }
    }
}
