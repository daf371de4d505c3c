import Agreements
import Statechart

/// How the states of one process follow each other, whatever its guards say: what each transition enters, and
/// what can have caused that a state is entered.
///
/// Causes are over-approximated: each possible one is among them. Cost is that of states times transitions.
struct ProcessFlow {
    /// What begins the event in which a state is entered.
    enum Cause: Hashable {
        case start
        /// A transition that an event takes, by its index.
        case transition(Int)
        /// Something that made a condition come to hold.
        case condition
    }

    let process: ProcessDraft
    var outline: Outline { process.outline }
    /// By transition: the states that it may enter, those that history may restore included.
    let entered: [Set<Int>]
    /// By state: the transitions out of it.
    let exits: [Int: [Int]]
    /// By state: what can have caused its entry.
    private(set) var causes: [Set<Cause>]
    /// By state: the transitions of a shortest way to it, where no guard is asked.
    let shortestWays: [Int: [Int]]

    init(_ process: ProcessDraft) {
        self.process = process
        let entering = Entering(outline: process.outline)
        entered = process.transitions.map(entering.states)
        exits = Dictionary(grouping: process.transitions.indices) { process.transitions[$0].source }
        shortestWays = Self.shortestWays(from: entering.initial, exits: exits, entered: entered)
        causes = Array(repeating: [], count: process.outline.states.count)
        for state in entering.initial { causes[state].insert(.start) }
        while spread() {}
    }

    /// Gives the causes of each transition to what it enters; whether anything was new.
    private mutating func spread() -> Bool {
        var isNew = false
        for (index, states) in entered.enumerated() {
            let causes = causes(ofTransition: index)
            for state in states where !causes.isSubset(of: self.causes[state]) {
                self.causes[state].formUnion(causes)
                isNew = true
            }
        }
        return isNew
    }

    /// What can have caused that a transition is taken.
    func causes(ofTransition index: Int) -> Set<Cause> {
        let transition = process.transitions[index]
        switch transition.definition.event {
        case "done": return finals(in: transition.source).reduce(into: []) { $0.formUnion(causes[$1]) }
        case "always":
            let own = causes[transition.source]
            return isDecided(at: transition.source) ? own : own.union(around(transition.source))
        default: return causes[transition.source].isEmpty ? [] : [.transition(index)]
        }
    }

    /// What a transition enters, and what follows at once where there is one way on, in their order.
    func enteredAtOnce(by index: Int) -> [Int] {
        var states = entered[index].sorted()
        var next = 0
        while next < states.count {
            let ways = exits[states[next], default: []]
            let eventless = ways.filter { process.transitions[$0].event == nil }
            if eventless.count == 1, ways.count == 1 || process.transitions[eventless[0]].condition == nil {
                states += entered[eventless[0]].sorted().filter { !states.contains($0) }
            }
            next += 1
        }
        return states
    }

    /// The final states whose entry can complete a state.
    func finals(in state: Int) -> [Int] {
        outline.subtree(state).dropFirst().filter { outline.states[$0].kind == .final }
    }

    /// Whether the eventless transitions of a state leave it as soon as it is entered.
    private func isDecided(at state: Int) -> Bool {
        exits[state, default: []].contains {
            process.transitions[$0].event == nil && process.transitions[$0].condition == nil
        }
    }

    /// What can make a condition of `state` come to hold while it is active.
    private func around(_ state: Int) -> Set<Cause> {
        let others = process.transitions.indices.filter { index in
            let transition = process.transitions[index]
            return !["done", "always"].contains(transition.definition.event)
                && !causes[transition.source].isEmpty && areTogether(transition.source, state)
        }
        return Set(others.map(Cause.transition)).union([.condition])
    }

    /// The states that some sequence of transitions leads to from these, they included.
    ///
    /// - Parameter barred: states that are not entered on the way.
    func reachable(from states: Set<Int>, without barred: Set<Int> = []) -> Set<Int> {
        var reached = states
        var waiting = Array(states)
        while let state = waiting.popLast() {
            for target in exits[state, default: []].flatMap({ entered[$0] })
            where !barred.contains(target) && reached.insert(target).inserted {
                waiting.append(target)
            }
        }
        return reached
    }

    /// The states that a transition leaves active: those around all that it leaves, and regions beside them.
    func stillActive(after index: Int) -> Set<Int> {
        let transition = process.transitions[index]
        guard
            let domain = Entering(outline: outline).domain(
                from: transition.source, to: transition.targets.map(\.state))
        else { return [] }
        return outline.states.indices.filter { state in
            !outline.subtree(domain).dropFirst().contains(state) && areTogether(state, domain)
        }.reduce(into: []) { $0.insert($1) }
    }

    /// Whether two states can be active at once: one inside the other, or in two regions of a parallel state.
    func areTogether(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (outline.chain(a), outline.chain(b))
        if first.contains(b) || second.contains(a) { return true }
        guard let common = first.first(where: second.contains) else { return false }
        return outline.states[common].kind == .parallel
    }
}
