import Agreements
import Expressions

extension DueRule {
    /// Whether a timer may ring in the very instant in which it is armed, and again when it is armed anew: it
    /// has no length, or names a day that stays where it is.
    func isPrompt(where isSteady: (Formula) -> Bool) -> Bool {
        switch base {
        case .yearly: return false
        case .entry: return hasNoLength
        case .formula(let formula):
            guard !formula.program.readablePaths.contains("now") else {
                return ["now", "day(now)"].contains(formula.source) && hasNoLength
            }
            return isSteady(formula) && asOf.map(isSteady) ?? true
        }
    }

    /// At 24:00 of the day of entry there is still some time to pass.
    private var hasNoLength: Bool {
        guard (offset?.count ?? 0) <= 0 else { return false }
        switch kind {
        case .step, .opening, .instant: return true
        case .silence, .notice: return false
        }
    }
}

extension Formula {
    /// Whether its value stays the same in one instant, whatever of these actions is done.
    func isSteady(during actions: [ActionDefinition], sharing shared: Set<String>) -> Bool {
        guard !VariableNames.readsWhole(program) else { return false }
        let set = Set(
            actions.compactMap { action -> String? in
                if case .set(let name, _) = action { name } else { nil }
            })
        let changing = set.union(shared)
        guard VariableNames.read(by: program).isDisjoint(with: changing) else { return false }
        let roots = Set(program.readablePaths.compactMap(VariableNames.root))
        guard roots.isSubset(of: ["agreement", "call", "item", "param", "rule", "vars"]) else { return false }
        return roots.isDisjoint(with: ["agreement", "call"]) || !actions.contains(where: \.changesAgreement)
    }
}

extension ActionDefinition {
    /// Whether it may change what formulas read of the agreement or its call.
    fileprivate var changesAgreement: Bool {
        switch self {
        case .set, .reference, .assign, .spawn, .release, .tell: false
        case .register, .term, .signature, .voidSignatures, .call, .addParty, .removeParty, .addLab, .dropLab,
            .passOn, .renew, .instrument:
            true
        }
    }
}
