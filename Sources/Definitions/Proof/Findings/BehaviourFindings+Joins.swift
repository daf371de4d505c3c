import Agreements
import Expressions
import Statechart

extension BehaviourFindings {
    /// Joins that never complete.
    func reportJoins() {
        for (index, state) in reading.states.enumerated() {
            guard let state, !isHarmed(state.id), exploration.details.entries[state.id] != nil,
                !doubt.goesAstray || state.joinFormulas.isEmpty,
                let joined = draft.transitions.first(where: { $0.event == "joined.\(state.id)" })
            else { continue }
            let isDead = exploration.deadTransitions.contains(joined.definition.label)
            let isNever = isDead || state.children.contains { !canComplete($0, of: index) }
            guard isNever || state.children.contains(where: { isStuckWithNone($0, of: index) }) else {
                continue
            }
            let message =
                isNever
                ? LocalizedText(
                    fr: "l’attente des enfants de \(state.id) ne peut jamais être satisfaite",
                    en: "the join of the children of \(state.id) can never complete")
                : LocalizedText(
                    fr:
                        "l’attente des enfants de \(state.id) ne peut jamais être satisfaite quand il n’y en a pas, et "
                        + "rien d’autre ne mène plus loin alors",
                    en: "the join of the children of \(state.id) can never complete when there are none, and "
                        + "nothing else leads on then")
            log.report(
                .joinNeverCompletes, at: place(of: state.id, "children"), message,
                path: exploration.details.entries[state.id] ?? [])
        }
    }

    /// Whether a state waits for children of which none ends as its join asks: that is said of the join.
    func waitsInVain(_ id: String) -> Bool {
        guard let index = reading.states.firstIndex(where: { $0?.id == id }),
            let state = reading.states[index]
        else { return false }
        return state.children.contains { !canComplete($0, of: index) }
    }

    /// Whether there may be enough children, and at least one can end without leading out of the state that
    /// waits for it.
    private func canComplete(_ children: ChildrenDefinition, of owner: Int) -> Bool {
        switch children.join {
        case .none: return true
        case .when(let formula): return !asksForSignaturesInVain(formula)
        case .all, .any: break
        case .atLeast(let number):
            guard reading.count(of: children, in: owner, parameters).reaches(number) else { return false }
        }
        guard let behaviour = behaviours[children.run], behaviour.isComplete else { return true }
        return behaviour.ends.contains { end in
            guard let outcome = end.outcome else { return true }
            return !reading.leaves(owner, on: "\(children.name).\(outcome)")
        }
    }

    /// Whether a join demands signatures of a text of which nothing records one.
    private func asksForSignaturesInVain(_ formula: Formula) -> Bool {
        let lists: Set = ["signatures", "text.signedBy", "agreement.signatures", "agreement.text.signedBy"]
        let read = lists.intersection(formula.program.readablePaths)
        return !read.isEmpty && read.isSubset(of: unsigned)
            && SignatureDemand(partiesMayLeave: false, textIsOwn: false).isMade(by: formula)
    }

    /// Whether a join fails where there are no children at all, as there may be, and nothing but them leads
    /// out of the state that waits for them.
    private func isStuckWithNone(_ children: ChildrenDefinition, of owner: Int) -> Bool {
        let count = reading.count(of: children, in: owner, parameters)
        guard count.least == 0, count.isCertain, !reading.spawns(children.name, in: owner),
            let list = children.forEach, !isTested(list)
        else { return false }
        let holds =
            switch children.join {
            case .none, .all: true
            case .any: false
            case .atLeast(let number): number < 1
            case .when(let formula):
                JoinTrial.mayHold(formula, with: [], parameters: parameters)
                    || !reading.hasOnly(children, in: owner)
            }
        return !holds && !isLeftOtherwise(owner)
    }

    /// Whether some guard of the process looks at what a list is made of: then it may not be empty here.
    private func isTested(_ list: Formula) -> Bool {
        let read = Set(list.program.readablePaths)
        return reading.chart.transitions.flatMap { $0.condition?.clauses ?? [] }.contains {
            !read.isDisjoint(with: $0.formula.program.readablePaths)
        }
    }

    /// Whether anything but its children may lead on from a state, from one around it or inside it.
    private func isLeftOtherwise(_ owner: Int) -> Bool {
        let chart = reading.chart
        let near = Set([owner] + chart.ancestors(of: owner) + (owner + 1..<chart.states[owner].end))
        let own = Set(reading.groups[owner].map(\.name))
        return chart.transitions.contains { transition in
            guard near.contains(transition.source), !transition.targets.isEmpty else { return false }
            return transition.events.isEmpty
                || transition.events.contains { event in
                    let name = event.description
                    let group = name.prefix { $0 != "." }
                    return !name.hasPrefix("joined.") && !name.hasPrefix("done.")
                        && !own.contains(String(group))
                }
        }
    }
}
