import Agreements
import Statechart

/// The chart of a process with what its states and transitions do, by number: what an exploration looks up.
struct ProcessReading {
    /// Child processes that run while a state is active.
    struct Group: Hashable {
        var name: String
        var run: String
    }

    let process: ProcessDefinition
    /// By the number of the state.
    let states: [StateDefinition?]
    /// By the number of the transition.
    let transitions: [TransitionDefinition?]
    /// By the number of the transition: the roles that may take it.
    let roles: [[RoleReference]]
    /// By the number of the state that owns them, those that actions spawn included.
    let groups: [[Group]]
    /// What its states and transitions do.
    let allActions: [ActionDefinition]

    var chart: Chart<Guard> { process.chart }

    init(_ process: ProcessDefinition) {
        self.process = process
        states = process.chart.states.map { process.states[$0.id] }
        transitions = process.chart.transitions.map { $0.label.flatMap { process.transitions[$0] } }
        roles = process.chart.transitions.map { $0.condition?.by ?? [] }
        var groups = states.map { ($0?.children ?? []).map { Group(name: $0.name, run: $0.run) } }
        let actions = states.flatMap { $0?.actions ?? [] } + transitions.flatMap { $0?.actions ?? [] }
        for case .spawn(let name, let run, _, _, let owner) in actions {
            guard let index = process.chart.index(of: owner) else { continue }
            groups[index].append(Group(name: name, run: run))
        }
        self.groups = groups.map { $0.uniqued() }
        allActions = actions
    }

    /// How many children of a definition there may be while their state is active.
    func count(
        of definition: ChildrenDefinition, in owner: Int, _ parameters: [String: JSON]
    ) -> ChildCount {
        ChildCount(of: definition, areSpawned: spawns(definition.name, in: owner), parameters: parameters)
    }

    /// Whether some action starts a child of that name for a state.
    func spawns(_ name: String, in owner: Int) -> Bool {
        allActions.contains { action in
            guard case .spawn(name, _, _, _, let of) = action else { return false }
            return chart.index(of: of) == owner
        }
    }

    /// Whether no other children can be there while a state waits for those of one definition.
    func hasOnly(_ definition: ChildrenDefinition, in owner: Int) -> Bool {
        hasOnly([definition], in: owner)
    }

    /// Whether no other children can be there while a state waits for those of some definitions.
    func hasOnly(_ definitions: [ChildrenDefinition], in owner: Int) -> Bool {
        let own = Set(definitions.map { Group(name: $0.name, run: $0.run) })
        return groups.indices.allSatisfy { other in
            groups[other].allSatisfy(own.contains) || other != owner && !mayBeTogether(owner, other)
        }
    }

    /// Whether two states may be active at once.
    func mayBeTogether(_ a: Int, _ b: Int) -> Bool {
        let around = Set([a] + chart.ancestors(of: a))
        let meeting = ([b] + chart.ancestors(of: b)).first { around.contains($0) }
        return meeting.map { $0 == a || $0 == b || chart.states[$0].kind == .parallel } ?? false
    }

    /// The status that the active states give: that of the last in the document which says one.
    func legal(_ configuration: StateSet) -> (state: Int, status: LegalStatus)? {
        var found: (Int, LegalStatus)?
        for index in configuration {
            if let status = states[index]?.legal { found = (index, status) }
        }
        return found
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in the order of its first place.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension ActionDefinition {
    /// The formulas that it evaluates.
    var formulas: [Formula] {
        switch self {
        case .set(_, let formula), .assign(_, let formula), .call(let formula), .addParty(let formula),
            .removeParty(let formula), .addLab(let formula), .dropLab(let formula), .passOn(let formula),
            .instrument(let formula):
            [formula]
        case .spawn(_, _, _, let formula, _): [formula]
        case .term(let start, let end): [start] + [end].compactMap { $0 }
        case .reference, .register, .signature, .voidSignatures, .renew, .tell, .release: []
        }
    }
}

extension StateDefinition {
    /// The formulas that are evaluated when it begins: dates, lists of children.
    var formulasOfBeginning: [Formula] {
        let rules = [task?.due] + timers.map { $0.due } + (task?.reminders ?? []).map(\.base)
        return rules.flatMap { $0?.formulas ?? [] } + children.compactMap(\.forEach)
    }

    /// The conditions of the joins that it waits for.
    var joinFormulas: [Formula] {
        children.compactMap { if case .when(let formula) = $0.join { formula } else { nil } }
    }

    /// Every formula of it.
    var formulas: [Formula] { actions.flatMap(\.formulas) + formulasBesideActions }

    /// Every formula of it but those of its actions.
    var formulasBesideActions: [Formula] {
        [effective].compactMap { $0 } + formulasOfBeginning + joinFormulas + notices.compactMap(\.condition)
            + textConditions.map(\.formula)
    }
}

extension DueRule {
    /// The formula that it counts from.
    var formula: Formula? { if case .formula(let formula) = base { formula } else { nil } }

    /// That formula, and the day whose rules it reads.
    var formulas: [Formula] { [formula, asOf].compactMap(\.self) }
}

extension TransitionDefinition {
    /// Every formula of what it does.
    var formulas: [Formula] { actions.flatMap(\.formulas) + notices.compactMap(\.condition) }
}
