import Agreements
import Expressions

/// Of two guarded branches that lead elsewhere, at most one holds, or the later is the more general
/// fall-back.
///
/// A list that ends with a branch for the rest is read in order, as `if`, `else if`, `else`: there only two
/// ranges of the same values must not run into each other.
enum GuardOverlaps: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        for decision in world.processes.flatMap(\.decisions) {
            for position in decision.branches.indices.dropFirst() { check(position, decision, world, log) }
        }
    }

    /// Checks a branch against those before it.
    private static func check(
        _ position: Int, _ decision: GuardDecision, _ world: GuardWorld, _ log: FindingLog
    ) {
        let branch = decision.branches[position]
        let own = decision.clauses(branch)
        guard !own.isEmpty else { return }
        var isOpen = false
        for (index, rival) in decision.branches.prefix(position).enumerated() {
            let guards = decision.clauses(rival)
            guard !guards.isEmpty, decision.areRead(rival, branch), decision.mayMeet(rival, branch),
                decision.differ(rival, branch),
                !decision.hasRest || Set(guards.flatMap(\.readablePaths)) == Set(own.flatMap(\.readablePaths))
            else { continue }
            let before = decision.branches.prefix(index).map(decision.clauses)
            for (knowledge, path) in world.knowledge(of: decision, branch) {
                let both = GuardLogic.satisfiability(
                    allOf: [guards, own], noneOf: before, knowing: knowledge)
                if both == .exhausted { isOpen = true }
                guard case .yes(let witness) = both else { continue }
                let rest = GuardLogic.satisfiability(
                    allOf: [guards], noneOf: before + [own], knowing: knowledge)
                guard case .yes = rest else { continue }
                let when = WitnessWords.when(witness)
                log.report(
                    .guardOverlap, at: decision.place(branch),
                    .init(
                        fr: """
                            cette branche de \(decision.event) et celle de la ligne \(decision.place(rival).line) \
                            sont vraies toutes deux\(when.fr), et la première est prise
                            """,
                        en: """
                            this branch of \(decision.event) and the one at line \(decision.place(rival).line) \
                            both hold\(when.en), and the earlier is taken
                            """), path: path)
                return
            }
        }
        guard isOpen else { return }
        log.report(
            .guardNotDecided, at: decision.place(branch),
            .init(
                fr:
                    "si cette branche de \(decision.event) et une autre avant elle peuvent être vraies ensemble n’est pas "
                    + "décidé : il y a plus de valeurs à essayer que l’épreuve n’en essaie",
                en:
                    "whether this branch of \(decision.event) and one before it can both hold is not decided: there are more "
                    + "values to try than the gate tries"))
    }
}

extension GuardWorld {
    /// What is known in each event in which a branch is asked, with the way there.
    func knowledge(of decision: GuardDecision, _ branch: Int) -> [(Knowledge, path: [LocalizedText])] {
        let asked = [branch] + decision.branches
        let clauses = asked.lazy.compactMap { decision.process.transitions[$0].condition?.clauses.first }
        guard let clause = clauses.first else { return [] }
        let use = FormulaUse(
            formula: clause.formula, process: decision.process, occasion: .transition(branch))
        return events(of: use).map { (knowledge(in: decision.process, $0), path: $0.path) }
    }
}

extension GuardDecision {
    /// Whether the last branch takes what is left.
    var hasRest: Bool { branches.last.map { clauses($0).isEmpty } ?? false }

    /// Whether all that tells two branches apart could be read.
    func areRead(_ branches: Int...) -> Bool { branches.allSatisfy { process.transitions[$0].harm.isEmpty } }

    /// Whether one person can be offered both branches.
    func mayMeet(_ a: Int, _ b: Int) -> Bool {
        let (left, right) = (process.transitions[a], process.transitions[b])
        guard left.isAct else { return true }
        let roles = Set(left.definition.by.map(\.role))
        return right.definition.by.contains { roles.contains($0.role) }
    }

    /// Whether two branches lead elsewhere or do different things, as far as is seen.
    func differ(_ a: Int, _ b: Int) -> Bool {
        let (left, right) = (process.transitions[a], process.transitions[b])
        return left.targets != right.targets || left.definition.doings != right.definition.doings
    }
}

extension TransitionDefinition {
    /// What it does, in short.
    fileprivate var doings: [String] {
        ["\(actions.count)"] + formulas.map(\.source) + notices.map(\.notice)
    }
}
