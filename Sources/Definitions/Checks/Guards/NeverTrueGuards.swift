import Agreements
import Expressions

/// Every condition can hold; in an included file for some parameters, elsewhere for those of the workflow.
enum NeverTrueGuards: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        for process in world.processes {
            for (index, transition) in process.transitions.enumerated() {
                guard let clauses = transition.condition?.clauses.map(\.formula), !clauses.isEmpty else {
                    continue
                }
                check(clauses, .transition(index), process, world, log)
            }
            for use in process.formulas where use.isCondition && !use.isClause(of: process) {
                check([use.formula], use.occasion, process, world, log)
            }
        }
    }

    /// Reports the first clause with which those before it cannot hold.
    private static func check(
        _ formulas: [Formula], _ occasion: FormulaUse.Occasion, _ process: ProcessDraft, _ world: GuardWorld,
        _ log: FindingLog
    ) {
        let first = FormulaUse(formula: formulas[0], process: process, occasion: occasion)
        let varies = !world.draft.isOwn(first.place)
        let events = world.events(of: first)
        guard !events.isEmpty else { return }
        for count in 1...formulas.count {
            let programs = formulas.prefix(count).map(\.program)
            let isRefuted = events.allSatisfy { event in
                GuardLogic.isRefuted(
                    programs, knowing: world.knowledge(in: process, event, parametersVary: varies))
            }
            guard isRefuted else { continue }
            let use = FormulaUse(formula: formulas[count - 1], process: process, occasion: occasion)
            let together = count == 1 ? "" : " together with the conditions before it"
            let inFrench = count == 1 ? "" : " avec les conditions qui la précèdent"
            log.report(
                .guardNeverTrue, at: use.place,
                .init(
                    fr: "la condition \(use.formula.source.quotedInFrench) n’est jamais vraie\(inFrench)",
                    en: "the condition \(use.formula.source.quoted) is never true\(together)"),
                path: events[0].path)
            return
        }
    }
}

extension FormulaUse {
    /// Whether it is a clause of the guard of a transition.
    fileprivate func isClause(of process: ProcessDraft) -> Bool {
        guard case .transition(let index) = occasion else { return false }
        return process.transitions[index].condition?.clauses.contains { $0.formula.place == formula.place }
            ?? false
    }
}
