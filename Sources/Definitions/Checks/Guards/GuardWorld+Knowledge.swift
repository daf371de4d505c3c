package import Agreements
package import Expressions

extension GuardWorld {
    /// What is known when a formula runs in an event of this shape.
    ///
    /// The parameters of the workflow are known by value, except where `parametersVary`. The variables in
    /// `set` count as set.
    func knowledge(
        in process: ProcessDraft, _ event: EventShape?, parametersVary: Bool = false, set: Set<String> = []
    ) -> Knowledge {
        var knowledge = common
        if let event, !event.isPartial { declare(event, &knowledge) }
        for (name, type) in items(of: process.name) ?? [:] {
            knowledge.domains.paths["item.\(name)"] = Domain(type, isRequired: true)
        }
        for name in set { knowledge.domains.paths["vars.\(name)"]?.isRequired = true }
        guard parametersVary else { return knowledge }
        knowledge.values["param"] = nil
        for (name, value) in draft.parameters {
            knowledge.domains.paths["param.\(name)"] = Domain(value.value.scalarType, isRequired: true)
        }
        return knowledge
    }

    /// The institution is always a party, and no other is home; an agreement begins with two parties.
    private func declareParties(_ knowledge: inout Knowledge) {
        knowledge.elements["agreement.parties"] = Knowledge.Elements(
            fields: ["home": false], first: ["home": true], least: draft.letsPartiesLeave ? 1 : 2)
        knowledge.elements["agreement.foreignParties"] = Knowledge.Elements(fields: ["home": false])
    }

    /// What is known in every process and event.
    func commonKnowledge() -> Knowledge {
        var knowledge = Knowledge()
        declareRules(&knowledge)
        declareParties(&knowledge)
        knowledge.values["param"] = .object(draft.parameters.mapValues(\.value))
        if draft.entry == .call { knowledge.domains.paths["call"] = Domain(isRequired: true) }
        for (name, domain) in variables {
            knowledge.domains.paths["vars.\(name)"] = domain
            knowledge.domains.paths["vars.\(name)"]?.isRequired = false
        }
        knowledge.instants = ["now"]
        knowledge.domains.paths["agreement.legal"] = Domain(
            .string, choices: draft.statuses.map { .string($0.rawValue) })
        if let instruments = draft.instruments {
            knowledge.domains.paths["agreement.instrument"] = Domain(
                .string, choices: instruments.sorted().map { .string($0) })
        }
        return knowledge
    }

    /// Each rule has one of its values, whatever the day.
    private func declareRules(_ knowledge: inout Knowledge) {
        for (name, values) in draft.rules {
            let all = values.value.all.map(\.value)
            let types = Set(all.map(\.scalarType))
            knowledge.domains.paths["rule.\(name)"] = Domain(
                types.count == 1 ? all.first?.scalarType : nil, choices: all.uniqued(), isRequired: true)
        }
    }

    private func declare(_ event: EventShape, _ knowledge: inout Knowledge) {
        guard event.act != nil || !event.fields.isEmpty else {
            knowledge.values["event"] = .object([:])
            return
        }
        for field in event.required { knowledge.domains.paths["event.\(field.name)"] = field.domain(true) }
        for field in event.optional {
            let (path, domain) = ("event.\(field.name)", field.domain(false))
            let known = knowledge.domains.paths[path]
            knowledge.domains.paths[path] = known?.joined(with: domain) ?? domain
        }
        // What a child process was about is no party, but holds what it was about by its name.
        if event.act == nil { knowledge.domains.paths["event.item"] = Domain(isRequired: true) }
    }
}

extension WorkflowDraft {
    /// The legal statuses that its agreements may have, as far as all that sets one could be read.
    fileprivate var statuses: [LegalStatus] {
        guard tellsAll, let life = processes["life"]?.value else { return LegalStatus.allCases }
        let set = Set(life.states.compactMap(\.legal)).union([.none])
        return LegalStatus.allCases.filter(set.contains)
    }

    /// Whether a party may leave an agreement, as far as all that its processes do could be read.
    fileprivate var letsPartiesLeave: Bool {
        let processes = orderedProcesses.map(\.value)
        let actions =
            processes.flatMap(\.states).flatMap(\.actions)
            + processes.flatMap(\.transitions).flatMap(\.definition.actions)
        return !tellsAll || actions.contains { if case .removeParty = $0 { true } else { false } }
    }
}

extension InputField {
    /// The values that the engine lets through.
    package func domain(_ isRequired: Bool) -> Domain {
        switch kind {
        case .integer: Domain(.int, minimum: 0, isRequired: isRequired)
        case .flag: Domain(.bool, isRequired: isRequired)
        case .choice(let words):
            Domain(.string, choices: words.map { .string($0) }, isRequired: isRequired)
        case .day: Domain(.string, days: .always, isRequired: isRequired, example: "2017-01-01")
        case .instant: Domain(.string, isInstant: true, isRequired: isRequired)
        case .text, .person, .document, .party, .call: Domain(.string, isRequired: isRequired)
        case .candidate: Domain(.object("Candidate"), isRequired: isRequired)
        case .organisation: Domain(.object("Party"), isRequired: isRequired)
        case .organisations: Domain(.list(.object("Party")), isRequired: isRequired)
        }
    }
}

extension Value {
    /// The type of a plain value; nil for others.
    var scalarType: CELType? {
        switch self {
        case .bool: .bool
        case .int: .int
        case .string: .string
        default: nil
        }
    }
}
