/// Which states every path to a state passes first (Lowry and Medlock 1969), of states that follow each
/// other.
struct Dominators {
    private let flow: ProcessFlow
    /// By state: the states that are passed on every path to it, itself included.
    private let passed: [Set<Int>]

    init(_ flow: ProcessFlow) {
        self.flow = flow
        let count = flow.outline.states.count
        let entering = Entering(outline: flow.outline)
        let initial = entering.initial
        var passed: [Set<Int>] = (0..<count).map { initial.contains($0) ? [$0] : Set(0..<count) }
        var isNew = true
        while isNew {
            isNew = false
            for (index, transition) in flow.process.transitions.enumerated() {
                // What history brings back was passed before.
                let entered = flow.entered[index].subtracting(
                    entering.restored(by: transition))
                for state in transition.harm.leadsAstray ? Set(passed.indices) : entered {
                    let met = passed[state].intersection(passed[transition.source]).union([state])
                    if met != passed[state] {
                        passed[state] = met
                        isNew = true
                    }
                }
            }
        }
        self.passed = passed
    }

    /// Whether a transition leads to a state that was passed before, not to one that it is in.
    func goesBack(_ index: Int) -> Bool { !targets(of: index).isEmpty }

    /// The targets of a transition that were passed on every path to its source, and were left since.
    func targets(of index: Int) -> [Int] {
        let transition = flow.process.transitions[index]
        let around = flow.outline.chain(transition.source)
        return transition.targets.map(\.state).filter { target in
            !around.contains(target) && around.contains { passed[$0].contains(target) }
                || around.dropFirst().contains(target)
        }
    }
}
