import Agreements
import Expressions
import Statechart

/// From which situations a way to a goal is certain: whatever is open comes out as it may, only what can be
/// brought about is counted.
///
/// An act is, where what it carries and who does it meets its conditions; a timer that rings for certain and
/// has not yet; children that certainly end, however they do. Where a condition stays open, every answer to
/// it has to lead on.
struct SureWays {
    let explorer: Explorer
    /// By situation.
    private(set) var isSure: [Bool]
    let attempts: [Int: [Attempt]]
    let lasting: LastingCauses
    /// The status of the agreement all along; nil in the life, which gives it.
    let status: LegalStatus?

    /// The ways to these situations, in a child process while the agreement has one legal status; those on which
    /// nobody has to wait, or all.
    init(_ explorer: Explorer, to goals: [Int], under status: LegalStatus? = nil, isWaiting: Bool = true) {
        self.explorer = explorer
        self.status = status
        attempts = explorer.attemptsByNode
        lasting = explorer.lastingCauses
        isSure = [Bool](repeating: false, count: explorer.nodes.count)
        var fresh = goals
        while !fresh.isEmpty {
            spread(to: fresh)
            fresh = isWaiting ? waits.flatMap(outlasting) : []
        }
    }

    private mutating func spread(to goals: [Int]) {
        for goal in goals { isSure[goal] = true }
        var waiting = goals
        var sources = Set<Int>()
        while !waiting.isEmpty {
            sources.removeAll(keepingCapacity: true)
            for node in waiting {
                for edge in explorer.predecessors[node, default: []]
                where edge.from >= 0 && !isSure[edge.from] {
                    sources.insert(edge.from)
                }
            }
            waiting = sources.filter(leadsOn)
            for node in waiting { isSure[node] = true }
        }
    }

    /// Whether every situation is sure.
    var areAll: Bool { isSure.allSatisfy { $0 } }

    private func leadsOn(_ node: Int) -> Bool {
        let own = attempts[node, default: []]
        if explorer.nodes[node].isPassing {
            return own.contains { $0.trigger == .condition && isForced($0) }
        }
        // What may hold already is taken before anybody does anything.
        let isLeft = own.allSatisfy { attempt in
            attempt.trigger != .condition || explorer.edges[attempt.edges].allSatisfy(isOnWay)
        }
        guard isLeft else { return false }
        return own.contains { isAtWill($0) && isForced($0) }
            || explorer.nodes[node].situation.configuration.contains { owner in
                explorer.owners.contains(owner) && childrenLeadOn(owner, node, by: \.statusesOfEndAtWill)
            }
    }

    /// Whether a step leads on, and is taken if it comes.
    func isOnWay(_ edge: Explorer.Edge) -> Bool { isSure[edge.to] && !explorer.mayBeRefused(edge) }

    func status(at node: Int) -> LegalStatus { status ?? explorer.nodes[node].situation.legal }

    func attempt(_ trigger: Trigger, at node: Int) -> Attempt? {
        attempts[node, default: []].first { $0.trigger == trigger }
    }

    /// Whether an event leads on whatever is open; an act, whatever is open beside what it carries.
    func isForced(_ attempt: Attempt) -> Bool {
        let edges = explorer.edges[attempt.edges]
        if attempt.silent.isEmpty, edges.allSatisfy(isOnWay) { return true }
        guard case .act(let act, _) = attempt.trigger else { return false }
        let (choice, store) = (explorer.actChoice, explorer.nodes[attempt.node].situation.store)
        let asked = explorer.rolesAsked(for: act, at: attempt.node)
        return edges.contains { edge in
            guard isOnWay(edge) else { return false }
            let own = choice.own(among: edge.answers, in: store)
            func isExcluded(_ answers: [Tape.Answer]) -> Bool {
                answers.contains { answer in
                    own.contains { $0.number == answer.number && $0.holds != answer.holds }
                }
            }
            return edges.allSatisfy { isOnWay($0) || isExcluded($0.answers) }
                && attempt.silent.allSatisfy(isExcluded)
                && choice.isPossible(own, of: act, by: explorer.roles(among: own) ?? asked, in: store)
        }
    }

    /// Whether somebody can bring an event about without waiting.
    private func isAtWill(_ attempt: Attempt) -> Bool {
        switch attempt.trigger {
        case .condition: true
        case .act(let act, _): explorer.isPermitted(act, under: status(at: attempt.node))
        case .told(let event): DomainEvents.isByPeople(event)
        case .timer, .start, .outcome, .join, .voided, .joinedBy: false
        }
    }
}
