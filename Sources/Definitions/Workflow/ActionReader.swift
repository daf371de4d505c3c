import Agreements
import Expressions

/// Reads what a state or a transition does.
struct ActionReader {
    let reading: WorkflowReading
    let outline: Outline
    /// The state from which other states are named.
    let state: Int

    private var read: NodeReader { reading.read }
    private static let words: [(word: String, value: ActionDefinition)] = [
        ("reference", .reference), ("register", .register), ("signature", .signature),
        ("void_signatures", .voidSignatures), ("renew", .renew),
    ]
    private static let keys = [
        "term", "set", "assign", "spawn", "call", "add_party", "remove_party", "add_lab", "drop_lab",
        "instrument", "tell", "release", "pass_on",
    ]

    /// One action or a list, in order.
    func actions(_ node: YAMLNode?) -> [ActionDefinition] {
        read.oneOrMore(node).flatMap { item -> [ActionDefinition] in
            if item.scalar != nil { return read.choice(item, Self.words).map { [$0] } ?? [] }
            return mapping(item)
        }
    }

    private func mapping(_ node: YAMLNode) -> [ActionDefinition] {
        guard let fields = read.fields(node, .init(fr: "une action", en: "an action"), keys: Self.keys) else {
            return []
        }
        guard fields.values.count == 1, let (key, value) = fields.values.first else {
            reading.log.report(
                .conflict, at: node.place,
                .init(
                    fr: "une action est une seule de \(Self.keys.joined(separator: ", "))",
                    en: "an action is one of \(Self.keys.joined(separator: ", "))"))
            return []
        }
        switch key {
        case "term": return term(value).map { [$0] } ?? []
        case "set": return variables(value)
        case "assign": return assignment(value).map { [$0] } ?? []
        case "spawn": return spawn(value).map { [$0] } ?? []
        case "call": return reading.formula(value, [.string]).map { [.call($0)] } ?? []
        case "add_party":
            let types: [CELType] = [.object("Party"), .list(.object("Party")), .list(.dyn)]
            return reading.formula(value, types).map { [.addParty($0)] } ?? []
        case "remove_party":
            let types: [CELType] = [.string, .list(.string), .list(.dyn)]
            return reading.formula(value, types).map { [.removeParty($0)] } ?? []
        case "add_lab": return reading.formula(value, [.dyn]).map { [.addLab($0)] } ?? []
        case "drop_lab": return reading.formula(value, [.string]).map { [.dropLab($0)] } ?? []
        case "pass_on": return reading.formula(value, [.string]).map { [.passOn(to: $0)] } ?? []
        case "instrument": return reading.formula(value, [.string]).map { [.instrument($0)] } ?? []
        case "release": return reading.role(value).map { [.release(role: $0.role)] } ?? []
        case "tell": return telling(value).map { [$0] } ?? []
        default: return []
        }
    }

    private func term(_ node: YAMLNode) -> ActionDefinition? {
        guard let fields = reading.fields(node, .term) else { return nil }
        let end = reading.formula(fields["end"], [.string])
        return reading.formula(fields.required("start"), [.string]).map { .term(start: $0, end: end) }
    }

    private func variables(_ node: YAMLNode) -> [ActionDefinition] {
        read.entries(node, .init(fr: "un tableau de variables", en: "a mapping of variables")).compactMap {
            entry in
            guard read.isName(entry.key, .word, at: entry.place) else { return nil }
            return reading.formula(entry.value, [.dyn]).map { .set(name: entry.key, value: $0) }
        }
    }

    private func assignment(_ node: YAMLNode) -> ActionDefinition? {
        guard let fields = reading.fields(node, .assign) else { return nil }
        let role = reading.role(fields.required("role"))
        let person = reading.formula(fields.required("person"), [.string])
        guard let role, let person else { return nil }
        return .assign(role: role.role, person: person)
    }

    private func spawn(_ node: YAMLNode) -> ActionDefinition? {
        guard let fields = reading.fields(node, .spawn) else { return nil }
        let name = read.name(fields.required("name"), .word)
        let run = reading.usedProcess(fields.required("run"))
        let itemName = fields["as"] == nil ? "item" : read.name(fields["as"], .word)
        let item = reading.formula(fields.required("item"), [.dyn])
        let of = activeState(fields.required("of"))
        guard let name, let run, let itemName, let item, let of else { return nil }
        return .spawn(name: name, run: run, itemName: itemName, item: item, of: of)
    }

    private func telling(_ node: YAMLNode) -> ActionDefinition? {
        guard let fields = reading.fields(node, .tell) else { return nil }
        let isToCiting = read.choice(fields.required("to"), [("citing", true)]) ?? false
        guard let node = fields.required("event"), let event = read.name(node, .dotted), isToCiting else {
            return nil
        }
        guard event.hasPrefix(DomainEvents.framework) else {
            reading.log.report(
                .badValue, at: node.place,
                .init(
                    fr: "ce qui est annoncé à d’autres commence par \(DomainEvents.framework)",
                    en: "what is told to others begins with \(DomainEvents.framework)"))
            return nil
        }
        return .tell(event: event)
    }

    private func activeState(_ node: YAMLNode?) -> String? {
        guard let node, let path = read.text(node, .init(fr: "un état", en: "a state")) else { return nil }
        if let found = outline.resolve(path, from: state) { return outline.states[found].path }
        reading.log.reportUnknown(
            .unknownState, .init(fr: "aucun état", en: "state"), path, at: node.place,
            known: outline.names(from: state))
        return nil
    }
}
