import Agreements

/// What the transitions of one process make certain, and which states they may bring back.
struct TransitionGains {
    /// By transition.
    let facts: [Certainties.Facts]
    /// By transition: states that history may restore.
    ///
    /// They were active before, so what was certain there and stays still is.
    let restored: [Set<Int>]

    init(_ flow: ProcessFlow, acronymRequired: Bool) {
        facts = flow.process.transitions.map { transition in
            transition.harm.contains(.condition)
                ? Set(NoticeSituation.allCases)
                : Self.facts(of: transition.definition.actions)
                    .union(
                        GuardedFact.facts(
                            of: transition.condition?.clauses ?? [], acronymRequired: acronymRequired))
        }
        restored = flow.process.transitions.map { Self.restored(by: $0, flow.outline) }
    }

    private static func restored(by transition: TransitionDraft, _ outline: Outline) -> Set<Int> {
        transition.targets.reduce(into: []) { states, target in
            guard case .history(let state) = target else { return }
            states.formUnion(outline.subtree(state))
            states.subtract(Entering(outline: outline).byDefault(state))
        }
    }

    /// What actions make certain.
    static func facts(of actions: [ActionDefinition]) -> Certainties.Facts {
        actions.reduce(into: []) { facts, action in
            switch action {
            case .register: facts.insert(.registered)
            case .term(_, let end):
                facts.insert(.term)
                if end?.surelyGivesDay ?? false { facts.insert(.termEnd) }
            case .call: facts.insert(.call)
            case .set, .reference, .assign, .spawn, .signature, .voidSignatures, .addParty, .removeParty,
                .addLab, .dropLab, .passOn, .renew, .instrument, .tell, .release:
                break
            }
        }
    }
}
