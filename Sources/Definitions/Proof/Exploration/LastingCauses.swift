import Agreements
import Expressions
import Statechart

/// Timers and children of which it is known that they are still to come wherever their state is active: no
/// ring and no end of them passes unheard.
struct LastingCauses {
    /// Children of a state.
    struct Group: Hashable {
        var owner: Int
        var group: String
    }

    private struct Timer: Hashable {
        var state: Int
        var trigger: Trigger
    }

    private var timers: Set<Timer> = []
    private(set) var groups: Set<Group> = []
    /// By the state that started the children.
    let lastEnds: [Int: LastEnd]

    init(_ explorer: Explorer) {
        lastEnds = Dictionary(
            uniqueKeysWithValues: explorer.owners.compactMap { owner in
                LastEnd(of: owner, explorer).map { (owner, $0) }
            })
        for state in explorer.timed {
            let hasTerm = explorer.context.termStates.contains(explorer.reading.chart.id(state))
            for timer in explorer.reading.states[state]?.timers ?? []
            where timer.due.ringsSurely(withTerm: hasTerm, explorer.context.parameters) {
                let trigger = Trigger.timer(name: timer.name, event: timer.event)
                if Self.isNeverLost(trigger, of: state, explorer) {
                    timers.insert(Timer(state: state, trigger: trigger))
                }
            }
        }
        for owner in explorer.owners {
            for child in explorer.reading.states[owner]?.children ?? [] {
                let count = explorer.reading.count(of: child, in: owner, explorer.context.parameters)
                guard let behaviour = explorer.context.children[child.run], behaviour.isComplete,
                    !behaviour.ends.isEmpty, count.least >= 1,
                    explorer.reading.groups[owner].count(where: { $0.name == child.name }) == 1
                else { continue }
                let isLasting = behaviour.ends.allSatisfy { end in
                    guard let outcome = end.outcome else { return false }
                    return Self.isNeverLost(
                        .outcome(group: child.name, outcome: outcome), of: owner, explorer)
                }
                if isLasting { groups.insert(Group(owner: owner, group: child.name)) }
            }
        }
    }

    /// Whether a timer of an active state is certainly still to ring.
    func rings(
        _ trigger: Trigger, of state: Int, in situation: Situation, _ explorer: Explorer
    ) -> Bool {
        timers.contains(Timer(state: state, trigger: trigger))
            && !explorer.onceOnly.isSpent(trigger, in: state, among: situation.spent)
    }

    /// Whether something is heard wherever its state is active and it may still come, and either leads out of
    /// the state or is known to have come.
    private static func isNeverLost(_ trigger: Trigger, of state: Int, _ explorer: Explorer) -> Bool {
        explorer.nodes.indices.allSatisfy { node in
            let (situation, isPassing) = (explorer.nodes[node].situation, explorer.nodes[node].isPassing)
            guard !isPassing, !situation.hasEnded, situation.configuration.contains(state),
                !explorer.onceOnly.isSpent(trigger, in: state, among: situation.spent)
            else { return true }
            guard explorer.origins(of: trigger, in: situation.configuration) == [state],
                let attempt = explorer.attemptsByNode[node, default: []].first(where: {
                    $0.trigger == trigger
                }), attempt.silent.isEmpty
            else { return false }
            return explorer.onceOnly.number(of: trigger, in: state) != nil
                || explorer.edges[attempt.edges].allSatisfy { $0.response.left.contains(state) }
        }
    }
}

extension DueRule {
    /// Whether the day on which a timer rings is certainly known.
    ///
    /// What is read of the agreement, but for a term that was opened, and of measures may be missing, and so may a
    /// variable, but where it is calculated with: that it is a day is shown then. What may be an empty text, no day at
    /// all, is not known either.
    fileprivate func ringsSurely(withTerm hasTerm: Bool, _ parameters: [String: JSON]) -> Bool {
        (formula?.isSurelyDay(withTerm: hasTerm, parameters) ?? true)
            && formulas.allSatisfy { formula in
                let calculates = ["plus(vars.", "minus(vars."].contains { formula.source.hasPrefix($0) }
                let known: Set<String> = ["call", "now", "param", "rule"]
                let open = formula.program.readablePaths.filter { !hasTerm || !Self.pathsOfTerm.contains($0) }
                return Set(open.compactMap(VariableNames.root))
                    .isSubset(of: calculates ? known.union(["vars"]) : known)
            }
    }

    private static let pathsOfTerm: Set<String> = [
        "agreement", "agreement.start", "agreement.end", "has(agreement.start)", "has(agreement.end)",
    ]
}

extension Formula {
    /// Functions that give a day, or fail.
    private static let functionsOfDays: Set<String> = ["plus", "minus", "day", "yearly"]

    /// Whether it gives a day or an instant wherever it gives anything.
    fileprivate func isSurelyDay(withTerm hasTerm: Bool, _ parameters: [String: JSON]) -> Bool {
        if program.resultType == .timestamp || program.isSurelyWritten
            || Self.functionsOfDays.contains(program.outermostFunction ?? "")
        {
            return true
        }
        if hasTerm, ["agreement.start", "agreement.end"].contains(source.filter({ !$0.isWhitespace })) {
            return true
        }
        guard Set(program.readablePaths.compactMap(VariableNames.root)).isSubset(of: ["param"]) else {
            return false
        }
        let given: [String: Value] = ["param": .object(parameters.mapValues(\.value))]
        guard case .string(let text)? = program.evaluate(given).value else { return false }
        return !text.isEmpty
    }
}

extension DomainEvents {
    /// Whether people bring an event about whenever they like; what is told otherwise may never come.
    static func isByPeople(_ event: String) -> Bool {
        ["text.changed", "document.added", "measure.changed"].contains(event)
    }
}
