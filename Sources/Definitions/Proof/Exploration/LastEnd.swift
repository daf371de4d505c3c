import Agreements
import Expressions
import Statechart

/// The instant in which the last child of a state ends, where all of them certainly do.
struct LastEnd {
    /// What the children may tell.
    let outcomes: Set<Trigger>
    /// What is known of the children, all of which have to end.
    let children: [ChildBehaviour]
    /// The situations in which it may have come already, their state being active still.
    private(set) var mayHaveCome: Set<Int> = []
    /// What is known then of the conditions that read how children stand, by the numbers of the formulas.
    private let truths: [Int: Truth]

    /// Nil where the state may wait for ever, or may have other children.
    init?(of owner: Int, _ explorer: Explorer) {
        let (reading, context) = (explorer.reading, explorer.context)
        guard let definitions = reading.states[owner]?.children, !definitions.isEmpty,
            reading.hasOnly(definitions, in: owner)
        else { return nil }
        var ended: [JoinTrial.Ended] = []
        var children: [ChildBehaviour] = []
        for definition in definitions {
            guard let behaviour = context.children[definition.run], behaviour.isComplete,
                behaviour.ends.allSatisfy({ $0.outcome != nil })
            else { return nil }
            children.append(behaviour)
            let count = reading.count(of: definition, in: owner, context.parameters)
            ended.append(JoinTrial.Ended(definition: definition, ends: behaviour.ends, count: count))
        }
        guard ended.contains(where: { $0.count.least > 0 }) else { return nil }
        self.children = children
        outcomes = Set(reading.groups[owner].flatMap(explorer.outcomes).map(\.trigger))
        let conditions = Set(explorer.conditions.joined())
        truths = Dictionary(
            uniqueKeysWithValues: conditions.map { index in
                let program = explorer.formulas.entries[index].program
                let truth = JoinTrial.truth(of: program, when: ended, parameters: context.parameters)
                return (index, truth)
            })
        let lastOutcomes = Set(
            ended.flatMap { group in
                group.ends.compactMap(\.outcome).map {
                    Trigger.outcome(group: group.definition.name, outcome: $0)
                }
            })
        mayHaveCome = situations(after: lastOutcomes, of: owner, explorer)
    }

    /// Whether conditions may be answered so when all children have ended.
    func fits(_ answers: [Tape.Answer]) -> Bool {
        answers.allSatisfy { answer in
            switch truths[answer.number] {
            case .holds: answer.holds
            case .fails: !answer.holds
            case .open, nil: true
            }
        }
    }

    private func situations(after ends: Set<Trigger>, of owner: Int, _ explorer: Explorer) -> Set<Int> {
        var found: Set<Int> = []
        var waiting: [Int] = []
        func add(_ node: Int) {
            if found.insert(node).inserted { waiting.append(node) }
        }
        func stays(_ edge: Explorer.Edge) -> Bool {
            edge.response.configuration.contains(owner) && !edge.response.left.contains(owner)
        }
        for (number, node) in explorer.nodes.enumerated()
        where !node.isPassing && node.situation.configuration.contains(owner) {
            let attempts = explorer.attemptsByNode[number, default: []]
            for end in ends {
                guard let attempt = attempts.first(where: { $0.trigger == end }) else {
                    if !explorer.isSpent(end, in: node.situation) { add(number) }
                    continue
                }
                if attempt.silent.contains(where: fits) { add(number) }
                for edge in explorer.edges[attempt.edges] where fits(edge.answers) && stays(edge) {
                    add(edge.to)
                }
            }
        }
        while let node = waiting.popLast() {
            for edge in explorer.successors[node, default: []] where stays(edge) { add(edge.to) }
        }
        return found
    }
}
