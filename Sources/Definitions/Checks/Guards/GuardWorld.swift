import Agreements
import Expressions

/// What is known, for one workflow, of the values that its formulas read.
final class GuardWorld {
    /// When a formula runs.
    private struct Moment: Hashable {
        var process: String
        var occasion: FormulaUse.Occasion
    }

    let draft: WorkflowDraft
    private let starts: [String: [ProcessChild]]
    /// By process: the children that it starts.
    private let children: [String: [ProcessChild]]
    private var resumed: [String: Bool] = [:]
    private var flows: [String: ProcessFlow] = [:]
    private var lasting: [String: LastingConditions] = [:]
    private var events: [Moment: [EventShape]] = [:]
    private var types: [Moment: [Domains]] = [:]
    /// What is certain in each state.
    private(set) lazy var certainties = Certainties(
        draft,
        flows: Dictionary(processes.map { ($0.name, flow(of: $0)) }, uniquingKeysWith: { first, _ in first }))
    /// The variables that actions set, each with what all its values have in common.
    private(set) var variables: [String: Domain] = [:]
    /// The types of variables that are given values of several.
    private(set) var mixedTypes: [String: [CELType]] = [:]

    /// What children are about, by its name.
    private(set) lazy var itemTypes = typesOfItems()
    /// What is known in every process and event.
    private(set) lazy var common = commonKnowledge()
    /// The types of the parameters and the rules, by path.
    private(set) lazy var typesOfConstants = constantTypes()
    private let tellsAll: Bool

    init(_ draft: WorkflowDraft) {
        self.draft = draft
        children = Dictionary(
            draft.orderedProcesses.map { ($0.value.name, $0.value.children) }, uniquingKeysWith: { $0 + $1 })
        starts = Dictionary(grouping: children.sorted { $0.key < $1.key }.flatMap(\.value), by: \.run)
        tellsAll = draft.tellsAll
        guard tellsAll else { return }
        let domains = VariableDomains(draft, processes)
        (variables, mixedTypes) = (domains.domains, domains.mixedTypes)
    }

    /// The processes whose states can be followed, in the order of the files.
    var processes: [ProcessDraft] { draft.orderedProcesses.map(\.value).filter(\.isRead) }

    // MARK: Events

    /// The events in which a formula may run, those of the shortest ways first.
    func events(of use: FormulaUse) -> [EventShape] {
        let moment = Moment(process: use.process.name, occasion: use.occasion)
        if let known = events[moment] { return known }
        var found = allEvents(of: use).sorted {
            ($0.path.count, $0.words) < ($1.path.count, $1.words)
        }
        // Where nothing is seen to lead, something that could not be read may.
        if found.isEmpty, !use.process.isUnharmed { found = [EventShape(isPartial: true)] }
        events[moment] = found
        return found
    }

    /// The types of what a formula reads in each of these events.
    func types(of use: FormulaUse) -> [Domains] {
        let moment = Moment(process: use.process.name, occasion: use.occasion)
        if let known = types[moment] { return known }
        let found = events(of: use).map { typesRead(in: use.process, $0) }
        types[moment] = found
        return found
    }

    private func allEvents(of use: FormulaUse) -> [EventShape] {
        let flow = flow(of: use.process)
        switch use.occasion {
        case .waiting(let state): return [EventShape(path: flow.steps(toState: state))]
        case .entry(let state):
            let resumed =
                isResumed(use.process.name)
                ? [
                    EventShape(path: [
                        .init(fr: "\(use.process.name) est repris", en: "\(use.process.name) is resumed")
                    ])
                ] : []
            return flow.causes[state].map { shape(of: $0, flow, in: state) } + resumed
        case .transition(let index):
            let transition = use.process.transitions[index]
            guard ["always", "done"].contains(transition.definition.event) else {
                return [shape(of: .transition(index), flow, in: transition.source)]
            }
            return flow.causes(ofTransition: index).map { shape(of: $0, flow, in: transition.source) }
        }
    }

    private func shape(of cause: ProcessFlow.Cause, _ flow: ProcessFlow, in state: Int) -> EventShape {
        guard case .transition(let index) = cause, flow.process.transitions[index].isAct else {
            var shape = EventShape()
            if case .transition(let index) = cause,
                isOutcome(flow.process.transitions[index].definition.event, in: flow.process.name)
            {
                shape = .outcome
            }
            shape.path = flow.steps(to: cause, in: state)
            return shape
        }
        var shape = EventShape(flow.process.transitions[index], in: flow.process)
        shape.isPartial = flow.process.transitions[index].harm.contains(.input)
        shape.path = flow.steps(to: cause, in: state)
        return shape
    }

    func flow(of process: ProcessDraft) -> ProcessFlow {
        if let flow = flows[process.name] { return flow }
        let flow = ProcessFlow(process)
        flows[process.name] = flow
        return flow
    }

    /// The conditions that last in a process.
    func lasting(in process: ProcessDraft) -> LastingConditions {
        if let known = lasting[process.name] { return known }
        let found = LastingConditions(flow(of: process), in: draft)
        lasting[process.name] = found
        return found
    }

    /// Whether an event is what a child of a process tells.
    private func isOutcome(_ event: String, in process: String) -> Bool {
        children[process, default: []].contains { event.hasPrefix($0.name + ".") }
    }

    /// The names of what the children are about of whom a process hears an event; nil where none of its children tells it.
    func items(toldBy event: String, to process: String) -> Set<String>? {
        let telling = children[process, default: []].filter { event.hasPrefix($0.name + ".") }
        return tellsAll && !telling.isEmpty ? Set(telling.compactMap(\.item)) : nil
    }

    private func isResumed(_ process: String) -> Bool {
        if let known = resumed[process] { return known }
        let answer = isResumed(process, seen: [])
        resumed[process] = answer
        return answer
    }

    /// Whether history may bring the process back to where it stood, with no act of its own.
    private func isResumed(_ process: String, seen: Set<String>) -> Bool {
        guard !seen.contains(process) else { return false }
        return processes.contains { parent in
            children[parent.name, default: []].contains { child in
                child.run == process
                    && (parent.remembers(child.owner) || isResumed(parent.name, seen: seen.union([process])))
            }
        }
    }

    // MARK: Items

    /// The names of what a process is about, with the type of each value; nil when it may be about nothing.
    func items(of process: String) -> [String: CELType]? {
        guard tellsAll, let starts = starts[process], let first = starts.first else {
            return process == "life" && tellsAll ? [:] : nil
        }
        let names = Set(starts.map(\.item))
        guard names.count == 1, let name = first.item else { return [:] }
        let types = Set(starts.map(\.elementType))
        return [name: types.count == 1 ? first.elementType : .dyn]
    }
}

extension ProcessDraft {
    /// Whether some transition restores what was active inside a state around `state`.
    fileprivate func remembers(_ state: Int) -> Bool {
        let chain = outline.chain(state)
        return transitions.flatMap(\.targets).contains { target in
            guard case .history(let remembered) = target else { return false }
            return chain.contains(remembered)
        }
    }
}

extension ProcessChild {
    /// The type of what one child is about.
    fileprivate var elementType: CELType {
        guard let type = source?.program.resultType else { return .dyn }
        if isSpawned { return type }
        guard case .list(let element) = type else { return .dyn }
        return element
    }
}
