import Agreements
import Statechart

/// From which states a way leads to reading a variable before it is set anew.
///
/// The ways are those of the chart alone, so there are more of them than can be gone; a setting counts only where it
/// certainly comes first.
struct LiveVariables {
    /// What some actions do first with each variable: read it so that its value matters, or set it.
    private struct FirstUses {
        var read: Set<Int> = []
        var set: Set<Int> = []

        mutating func add(_ actions: [ActionDefinition], _ formulas: FormulaTable) {
            for action in actions {
                read.formUnion(action.read(by: formulas).filter { !set.contains($0) })
                if case .set(let name, _) = action, let variable = formulas.number(of: name),
                    !read.contains(variable)
                {
                    set.insert(variable)
                }
            }
        }
    }

    /// What may follow in one transition.
    private struct Way {
        var uses = FirstUses()
        var entered: [Int] = []
    }

    private let reads: [Set<Int>]
    private let entries: [FirstUses]
    private let ways: [[Way]]

    init(_ reading: ProcessReading, _ formulas: FormulaTable, childReads: [String: Set<String>]) {
        let chart = reading.chart
        let entries = reading.states.map { state in
            var uses = FirstUses()
            uses.add(state?.actions ?? [], formulas)
            return uses
        }
        self.entries = entries
        reads = Self.reads(reading, formulas, childReads)
        ways = chart.states.map { state in
            state.transitions.map { Self.way(of: $0, reading, formulas, entries) }
        }
    }

    /// The states in which a variable may still be read as it is.
    func states(reading variable: Int) -> StateSet {
        var live = StateSet(reads.indices.filter { reads[$0].contains(variable) })
        func isLive(entering state: Int) -> Bool {
            entries[state].read.contains(variable)
                || !entries[state].set.contains(variable) && live.contains(state)
        }
        func isLive(_ way: Way) -> Bool {
            way.uses.read.contains(variable)
                || !way.uses.set.contains(variable) && way.entered.contains(where: isLive(entering:))
        }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for state in ways.indices where !live.contains(state) && ways[state].contains(where: isLive) {
                live.insert(state)
                isGrowing = true
            }
        }
        return live
    }

    /// What a transition does itself, and what the states do after it that it certainly enters.
    private static func way(
        of transition: Int, _ reading: ProcessReading, _ formulas: FormulaTable, _ entries: [FirstUses]
    ) -> Way {
        let chart = reading.chart
        let targets = chart.transitions[transition].targets
        var way = Way()
        way.uses.add(reading.transitions[transition]?.actions ?? [], formulas)
        way.entered = Array(EntryGraph.closure(of: targets, in: chart))
        let certain = StateSet(targets.flatMap { EntryGraph.certain(of: $0, in: chart) })
        // What may be entered before them may read first.
        let perhaps = way.entered.filter { !certain.contains($0) }
        let before = perhaps.reduce(into: Set<Int>()) { $0.formUnion(entries[$1].read) }
        var uses = way.uses
        for state in certain { uses.add(reading.states[state]?.actions ?? [], formulas) }
        way.uses.read = uses.read
        way.uses.set.formUnion(uses.set.subtracting(before))
        return way
    }

    /// By state: the variables that are read while it is active or when a transition leaves it.
    private static func reads(
        _ reading: ProcessReading, _ formulas: FormulaTable, _ childReads: [String: Set<String>]
    ) -> [Set<Int>] {
        reading.chart.states.map { state in
            let guards = state.transitions.flatMap { reading.chart.transitions[$0].condition?.clauses ?? [] }
            let telling = state.transitions.flatMap { reading.transitions[$0]?.notices ?? [] }
            let own = reading.states[state.index]?.formulasBesideActions ?? []
            let read = (guards.map(\.formula) + telling.compactMap(\.condition) + own).flatMap {
                formulas.entry(of: $0).variables
            }
            let children = reading.groups[state.index].flatMap { childReads[$0.run] ?? [] }
            return Set(read + children.compactMap(formulas.number(of:)))
        }
    }
}

extension ActionDefinition {
    /// The variables whose value matters to an action: what is computed of facts besides is a value, whatever they are.
    fileprivate func read(by formulas: FormulaTable) -> [Int] {
        self.formulas.flatMap { formula in
            let entry = formulas.entry(of: formula)
            if case .set = self, !entry.isClosed { return entry.untested }
            return entry.variables
        }
    }
}
