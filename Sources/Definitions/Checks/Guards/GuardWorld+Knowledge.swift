import Agreements
import Expressions

extension GuardWorld {
    /// What is known when a formula runs in an event of this shape.
    ///
    /// The parameters of the workflow are known by value, except where `parametersVary`. The variables in
    /// `set` count as set.
    func knowledge(
        in process: ProcessDraft, _ event: EventShape?, parametersVary: Bool = false, set: Set<String> = []
    ) -> Knowledge {
        var knowledge = Knowledge()
        if let event, !event.isPartial { declare(event, &knowledge) }
        for (name, type) in items(of: process.name) ?? [:] {
            knowledge.domains.paths["item.\(name)"] = Domain(type, isRequired: true)
        }
        if draft.entry == .call { knowledge.domains.paths["call"] = Domain(isRequired: true) }
        for (name, domain) in variables {
            knowledge.domains.paths["vars.\(name)"] = domain
            knowledge.domains.paths["vars.\(name)"]?.isRequired = set.contains(name)
        }
        let parameters = draft.parameters.mapValues(\.value)
        if parametersVary {
            for (name, value) in parameters {
                knowledge.domains.paths["param.\(name)"] = Domain(value.scalarType, isRequired: true)
            }
        } else {
            knowledge.values["param"] = .object(parameters)
        }
        return knowledge
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

extension InputField {
    /// The values that the engine lets through.
    func domain(_ isRequired: Bool) -> Domain {
        switch kind {
        case .integer: Domain(.int, minimum: 0, isRequired: isRequired)
        case .flag: Domain(.bool, isRequired: isRequired)
        case .choice(let words):
            Domain(.string, choices: words.map { .string($0) }, isRequired: isRequired)
        case .day: Domain(.string, days: .always, isRequired: isRequired, example: "2017-01-01")
        case .text, .instant, .person, .document, .party, .call: Domain(.string, isRequired: isRequired)
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
