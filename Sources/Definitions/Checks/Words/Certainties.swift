import Agreements
import Expressions

/// What is certainly the case in each state of each process, on every path that leads there.
///
/// A term, a register number and a text stay once they are there; a dossier may lose fields where it can be
/// edited. What another region or a child process did is counted only when the state around it is done: the
/// answer is an under-approximation, so that what it calls certain is.
struct Certainties {
    typealias Facts = Set<NoticeSituation>

    /// By process, by state; nil for what is never reached.
    private(set) var states: [String: [Facts?]] = [:]
    /// By process: the states in which the dossier may be changed.
    private let editable: Set<Int>
    let flows: [String: ProcessFlow]
    private let gains: [String: TransitionGains]
    /// By process, by state: what is not certain there for long.
    private let fragile: [String: [Facts]]

    let days: SureDays

    init(_ draft: WorkflowDraft, flows: [String: ProcessFlow]) {
        self.flows = flows
        let (owning, days) = (draft.processesOfOwnText, SureDays(draft))
        self.days = days
        gains = flows.mapValues { flow in
            TransitionGains(
                flow, acronymRequired: draft.acronymIsRequired, ownsText: owning.contains(flow.process.name),
                .object(draft.parameters.mapValues(\.value)), days)
        }
        fragile = gains.reduce(into: [:]) { fragile, process in
            fragile[process.key] = flows[process.key].map { FragileFacts.facts(of: $0, process.value) }
        }
        editable = flows["life"].map { draft.editableStates(of: $0.outline) } ?? []
        var entries: [String: Facts] = ["life": draft.entry == .call ? [.call, .plannedStart] : []]
        // Facts only get fewer once each process is known, so this many rounds are enough.
        for _ in 0...(flows.count + 1) * NoticeSituation.allCases.count {
            for (name, facts) in entries { states[name] = spread(from: facts, in: name) }
            let next = entriesOfChildren(entries)
            guard next != entries else { return }
            entries = next
        }
    }

    /// What is certain when a process starts, after what the states of all others give.
    private func entriesOfChildren(_ before: [String: Facts]) -> [String: Facts] {
        var entries = before.filter { $0.key == "life" }
        for (name, flow) in flows {
            for child in flow.process.children {
                guard let facts = facts(of: child, in: name, flow), flows[child.run] != nil,
                    child.run != "life"
                else { continue }
                // The life sees to it that enough parties are left: what a child of the life removes is not followed.
                let parties = (before[name] ?? []).intersection([.foreignParty])
                let kept = (flows[child.run]?.process.ownsText ?? false ? facts.subtracting([.text]) : facts)
                    .union(parties)
                entries[child.run] = entries[child.run].map { $0.intersection(kept) } ?? kept
            }
        }
        return entries
    }

    private func facts(of child: ProcessChild, in process: String, _ flow: ProcessFlow) -> Facts? {
        guard let states = states[process], let here = states[child.owner] else { return nil }
        guard let index = child.transition else { return here }
        let source = flow.process.transitions[index].source
        return states[source].map { facts(after: index, of: process, from: here.union($0)) }
    }

    // MARK: Spreading

    private func spread(from start: Facts, in name: String) -> [Facts?] {
        guard let flow = flows[name], let gains = gains[name] else { return [] }
        var states: [Facts?] = Array(repeating: nil, count: flow.outline.states.count)
        let entering = Entering(outline: flow.outline)
        for state in entering.initial { meet(state, start, in: flow, &states) }
        var isNew = true
        while isNew {
            isNew = false
            for index in flow.process.transitions.indices {
                guard let before = facts(after: index, in: flow, states) else { continue }
                let facts = gains.facts(after: index, from: before)
                let restored = gains.restored[index]
                for state in flow.entered[index] {
                    guard !restored.contains(state) || states[state] != nil else { continue }
                    let kept =
                        restored.contains(state)
                        ? (states[state] ?? []).subtracting(gains.losses[index].union([.acronym])) : []
                    isNew = meet(state, facts.union(kept), in: flow, &states) || isNew
                }
            }
        }
        return states
    }

    /// Keeps of a state's facts what this entry has, too; whether that changed anything.
    @discardableResult
    private func meet(_ state: Int, _ facts: Facts, in flow: ProcessFlow, _ states: inout [Facts?]) -> Bool {
        let actions = flow.process.states[state].actions
        var facts = TransitionGains.facts(after: actions, from: facts) { days.gives($0) }
            .subtracting(fragile[flow.process.name]?[state] ?? [])
        if flow.process.name == "life", editable.contains(state) { facts.remove(.acronym) }
        let met = states[state].map { $0.intersection(facts) } ?? facts
        guard met != states[state] else { return false }
        states[state] = met
        return true
    }

    /// What is certain where a transition begins; nil while it cannot be taken.
    private func facts(after index: Int, in flow: ProcessFlow, _ states: [Facts?]) -> Facts? {
        let transition = flow.process.transitions[index]
        guard let here = states[transition.source] else { return nil }
        guard transition.definition.event == "done" else { return here }
        return completed(transition.source, flow.outline, states).map(here.union)
    }

    /// What is certain when a state is done, of a parallel state what any region gave; nil while its ends
    /// have not been reached.
    private func completed(_ state: Int, _ outline: Outline, _ states: [Facts?]) -> Facts? {
        let children = outline.states[state].children
        switch outline.states[state].kind {
        case .parallel:
            let regions = children.compactMap { completed($0, outline, states) }
            return regions.count == children.count ? regions.reduce([]) { $0.union($1) } : nil
        case .compound:
            let ends = children.filter { outline.states[$0].kind == .final }.compactMap { states[$0] }
            return ends.first.map { first in ends.dropFirst().reduce(first) { $0.intersection($1) } }
        case .atomic, .final: return nil
        }
    }

    /// What is certain where a transition of a process begins; nil where it is never taken.
    func facts(before index: Int, of process: String) -> Facts? {
        guard let flow = flows[process], let states = states[process] else { return nil }
        return facts(after: index, in: flow, states)
    }

    /// What the conditions of a transition need.
    func needed(by index: Int, of process: String) -> Facts { gains[process]?.needs[index] ?? [] }

    /// What is certain after a transition, by what was before it.
    func facts(after index: Int, of process: String, from before: Facts) -> Facts {
        gains[process]?.facts(after: index, from: before) ?? before
    }
}

extension WorkflowDraft {
    /// By process: the states in which a term that has a last day was opened on every way.
    var statesWithTerm: [String: Set<String>] {
        guard tellsAll else { return [:] }
        let processes = orderedProcesses.map(\.value)
        let flows = Dictionary(
            processes.map { ($0.name, ProcessFlow($0)) }, uniquingKeysWith: { a, _ in a })
        return Certainties(self, flows: flows).states.reduce(into: [:]) { found, process in
            let paths = flows[process.key]?.outline.states.map(\.path) ?? []
            let termed = zip(paths, process.value).filter { $1?.contains(.termEnd) ?? false }.map(\.0)
            found[process.key] = Set(termed)
        }
    }

    fileprivate var acronymIsRequired: Bool { dossier.contains { $0.name == "acronym" && $0.required } }

    /// The states of the life while which the dossier may be changed, and those that run beside them.
    fileprivate func editableStates(of outline: Outline) -> Set<Int> {
        let listed = parameters["editableIn"]?.elements?.compactMap(\.text) ?? ["draft", "completion"]
        return outline.states.indices.filter { listed.contains(outline.states[$0].path) }.reduce(into: []) {
            let outermost = outline.chain($1).last { outline.states[$0].kind == .parallel } ?? $1
            $0.formUnion(outline.subtree(outermost))
        }
    }
}
