import Agreements
import Statechart

extension Explorer {
    /// The first situation from which the order of two timers decides nothing but what is told, or what a variable is set
    /// to: one sets a variable anew that the other then reads for that.
    func silentRace(_ a: Ring, _ b: Ring, among places: [Int]) -> Int? {
        let orders = [(a, b), (b, a)].map { first, second in
            (first, second, setBy(first).intersection(toldBy(second)).compactMap(formulas.number(of:)))
        }.filter { !$0.2.isEmpty }
        guard !orders.isEmpty else { return nil }
        return places.first { node in
            let active = nodes[node].situation.configuration
            guard !nodes[node].isPassing, active.contains(a.state), active.contains(b.state) else {
                return false
            }
            return orders.contains { first, second, variables in
                changes(variables, by: first, before: second, at: node)
            }
        }
    }

    /// Whether a timer gives some of these variables another value, after which the other still rings.
    private func changes(_ variables: [Int], by first: Ring, before second: Ring, at node: Int) -> Bool {
        let before = nodes[node].situation.store.values
        guard isHeard(second, at: node) else { return false }
        return successors[node, default: []].contains { edge in
            let after = nodes[edge.to].situation.store.values
            return edge.trigger == first.trigger && isHeard(second, at: edge.to)
                && variables.contains { before[$0] != after[$0] }
        }
    }

    private func isHeard(_ ring: Ring, at node: Int) -> Bool {
        nodes[node].situation.configuration.contains(ring.state)
            && successors[node, default: []].contains {
                $0.trigger == ring.trigger && !$0.response.taken.isEmpty
            }
    }

    private func heard(by ring: Ring) -> [TransitionDefinition] {
        reading.transitions.compactMap { $0?.event == ring.trigger.event ? $0 : nil }
    }

    private func setBy(_ ring: Ring) -> Set<String> {
        Set(heard(by: ring).flatMap(\.actions).compactMap(\.variable))
    }

    /// The variables by which it is decided what is told when a timer rings, or what others are set to.
    private func toldBy(_ ring: Ring) -> Set<String> {
        heard(by: ring).reduce(into: Set<String>()) { read, step in
            let set = step.actions.compactMap { if case .set(_, let formula) = $0 { formula } else { nil } }
            for formula in step.notices.compactMap(\.condition) + set {
                read.formUnion(VariableNames.read(by: formula.program))
            }
        }
    }
}
