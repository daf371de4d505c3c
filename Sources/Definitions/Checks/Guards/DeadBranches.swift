import Agreements
import Expressions

/// Every branch of a decision can be the one that is taken: those before it leave it something.
enum DeadBranches: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        for decision in world.processes.flatMap(\.decisions) {
            for position in decision.branches.indices.dropFirst() { check(position, decision, world, log) }
        }
    }

    private static func check(
        _ position: Int, _ decision: GuardDecision, _ world: GuardWorld, _ log: FindingLog
    ) {
        let branch = decision.branches[position]
        let own = decision.clauses(branch)
        let before = decision.branches.prefix(position).filter { decision.covers($0, branch) }.map(
            decision.clauses)
        // A branch before it without a condition is found by following the chart.
        guard decision.areRead(branch), !before.isEmpty, !before.contains(where: \.isEmpty)
        else { return }
        guard !own.isEmpty || !isSeen(before, world) && !before.joined().contains(where: readsInstrument)
        else { return }
        let known = world.knowledge(of: decision, branch)
        let isDead =
            !known.isEmpty
            && known.allSatisfy { knowledge, _ in
                !GuardLogic.isRefuted(own, knowing: knowledge)
                    && GuardLogic.satisfiability(
                        allOf: own.isEmpty ? [] : [own], noneOf: before, knowing: knowledge) == .no
            }
        guard isDead else { return }
        log.report(
            .deadTransition, at: decision.place(branch),
            own.isEmpty
                ? .init(
                    fr: "cette branche de \(decision.event) n’est jamais prise : "
                        + "une autre avant elle est vraie quelles que soient les valeurs",
                    en: "this branch of \(decision.event) is never taken: "
                        + "one before it holds whatever the values are")
                : .init(
                    fr: "cette branche de \(decision.event) n’est jamais prise : "
                        + "chaque fois qu’elle est vraie, une autre l’est avant elle",
                    en: "this branch of \(decision.event) is never taken: "
                        + "whenever it holds, one before it does"),
            path: known[0].path)
    }

    /// Whether a condition asks for the instrument: a text that several definitions share does, and each has
    /// its own.
    private static func readsInstrument(_ clause: Program) -> Bool {
        clause.readablePaths.contains("agreement.instrument")
    }

    /// Whether branches leave nothing whatever the act carries: then following the chart finds it too.
    private static func isSeen(_ branches: [[Program]], _ world: GuardWorld) -> Bool {
        let parameters = world.draft.parameters.mapValues(\.value)
        let answer = GuardLogic.satisfiability(
            allOf: [], noneOf: branches, knowing: Knowledge(values: ["param": .object(parameters)]))
        return answer == .no
    }
}

extension GuardDecision {
    /// Whether whoever may take the later branch may take the earlier one.
    fileprivate func covers(_ earlier: Int, _ later: Int) -> Bool {
        let roles = process.transitions[earlier].definition.by
        return process.transitions[later].definition.by.allSatisfy(roles.contains)
    }
}
