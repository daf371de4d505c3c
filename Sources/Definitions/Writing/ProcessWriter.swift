import Agreements

/// Writes one process: its states as they nest, each with what it means.
struct ProcessWriter {
    let process: ProcessDraft
    private let transitions: [Int: [TransitionDraft]]
    var outline: Outline { process.outline }

    init(_ process: ProcessDraft) {
        self.process = process
        transitions = Dictionary(grouping: process.transitions, by: \.source)
    }

    var value: YAMLValue {
        .members([
            ("title", process.title.map(YAMLValue.init)), ("text", process.ownsText ? .text("own") : nil),
            ("initial", name(outline.initial)), ("states", states(outline.top)),
        ])
    }

    private func name(_ state: Int?) -> YAMLValue? { state.map { .text(outline.states[$0].name) } }

    private func states(_ states: [Int]) -> YAMLValue {
        .mapping(states.map { YAMLMember(key: outline.states[$0].name, value: state($0)) })
    }

    private func state(_ index: Int) -> YAMLValue {
        .members(WorkflowSection.state.keys.map { ($0, part($0, of: index)) })
    }

    /// What a key of a state says; keys that the writer does not know are kept as they stand.
    private func part(_ key: String, of index: Int) -> YAMLValue? {
        let (state, place) = (process.states[index], outline.states[index])
        guard place.fields?[key] != nil else { return nil }
        return switch key {
        case "title": YAMLValue(state.title)
        case "legal": state.legal.map { .text($0.rawValue) }
        case "effective": state.effective.map(YAMLValue.init)
        case "task": state.task.map(YAMLValue.init)
        case "timers": timers(of: index)
        case "children": .oneOrMore(state.children.map(child))
        case "do": .oneOrMore(state.actions.map { action($0, from: index) })
        case "notify": .oneOrMore(state.notices.map(YAMLValue.init))
        case "outcome": state.outcome.map(YAMLValue.text)
        case "on": on(index)
        case "initial": name(place.initial)
        case "states", "parallel": states(place.children)
        case "final": place.kind == .final ? .plain("true") : nil
        default: place.fields?[key].map(YAMLValue.init)
        }
    }

    // MARK: Parts of a state

    /// The timers; what one says beside name, date and event is kept as it stands.
    private func timers(of index: Int) -> YAMLValue? {
        let nodes = NodeReader(log: FindingLog()).oneOrMore(outline.states[index].fields?["timers"])
        let timers = zip(process.states[index].timers, nodes).map { timer, node -> YAMLValue in
            guard case .mapping(let entries) = node.content else { return YAMLValue(node) }
            return .members(
                WorkflowSection.timer.keys.map { key in
                    let raw = entries.first { $0.key == key }?.value
                    guard key == "due", raw?.scalar == nil else { return (key, raw.map(YAMLValue.init)) }
                    return (key, YAMLValue(timer.due))
                })
        }
        return .oneOrMore(timers)
    }

    private func child(_ child: ChildrenDefinition) -> YAMLValue {
        .members([
            ("name", .text(child.name)),
            ("forEach", child.forEach.map { .text("\(child.itemName) in \($0.source)") }),
            ("run", .text(child.run)), ("join", join(child.join)),
        ])
    }

    private func join(_ join: ChildrenDefinition.Join) -> YAMLValue? {
        switch join {
        case .all: nil
        case .any: .text("any")
        case .none: .text("none")
        case .atLeast(let count): .members([("atLeast", .plain("\(count)"))])
        case .when(let condition): .members([("when", YAMLValue(condition))])
        }
    }

    /// The transitions by event, in the order in which each event comes first.
    private func on(_ index: Int) -> YAMLValue? {
        let written = transitions[index, default: []]
        let events = written.map(\.definition.event).uniqued()
        return .mapping(
            events.compactMap { event in
                let list = written.filter { $0.definition.event == event }.map(transition)
                return YAMLValue.oneOrMore(list).map { YAMLMember(key: event, value: $0) }
            })
    }
}
