import Agreements
import Statechart

extension Explorer {
    /// A state that a timer of another one enters, that one staying active: what counts from the two entries is so
    /// far apart as the timer is long.
    struct Chain: Hashable {
        var older: Int
        var newer: Int
        var lead: DueSpan

        /// Whether a timer of the older state may ring at the instant of one of the newer.
        func lets(_ timer: Timer, meet next: Timer) -> Bool {
            guard timer.ring.state == older, next.ring.state == newer else { return false }
            return timer.origin == .entry && next.origin == .entry
                && timer.span.mayMeet(next.span.after(lead))
        }
    }

    func chains(of timers: [Timer]) -> Set<Chain> {
        var chains: Set<Chain> = []
        for edge in edges where edge.from >= 0 && !edge.armed.isEmpty {
            guard case .timer = edge.trigger else { continue }
            for timer in timers
            where timer.origin == .entry && timer.ring.trigger == edge.trigger
                && stays(timer.ring.state, edge)
            {
                for newer in edge.armed {
                    chains.insert(Chain(older: timer.ring.state, newer: newer, lead: timer.span))
                }
            }
        }
        return chains
    }

    private func stays(_ state: Int, _ edge: Edge) -> Bool {
        nodes[edge.from].situation.configuration.contains(state)
            && nodes[edge.to].situation.configuration.contains(state) && !edge.response.left.contains(state)
    }
}
