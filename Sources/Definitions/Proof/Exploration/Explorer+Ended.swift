import Agreements
import Expressions
import Statechart

extension Explorer {
    /// Whether conditions are answered as they cannot be: all the children of a state have ended, and how.
    ///
    /// That is known where there is one child of each name and its end has been told, or is told by the step.
    func contradictsEnds(_ answers: [Tape.Answer], after trigger: Trigger, in before: Situation) -> Bool {
        guard !before.spent.isEmpty || trigger.isOutcome,
            answers.contains(where: { $0.number >= 0 && readsChildren($0.number) })
        else { return false }
        return before.configuration.contains { owner in
            guard owners.contains(owner), let ended = endedChildren(of: owner, after: trigger, in: before)
            else { return false }
            return answers.contains { answer in
                guard answer.number >= 0, readsChildren(answer.number) else { return false }
                switch truth(of: answer.number, when: ended) {
                case .holds: return !answer.holds
                case .fails: return answer.holds
                case .open: return false
                }
            }
        }
    }

    /// How each of the children of a state has ended, where that is known and there can be no others.
    private func endedChildren(
        of owner: Int, after trigger: Trigger, in before: Situation
    ) -> [JoinTrial.Ended]? {
        guard let definitions = reading.states[owner]?.children, !definitions.isEmpty,
            reading.hasOnly(definitions, in: owner)
        else { return nil }
        var ended: [JoinTrial.Ended] = []
        for definition in definitions {
            let told = onceOnly.end(of: definition.name, in: owner, among: before.spent)
            guard let outcome = told ?? lastWord(trigger, of: definition.name, in: owner),
                let behaviour = context.children[definition.run]
            else { return nil }
            let ends = behaviour.ends.filter { $0.outcome == outcome }
            let count = self.count(of: definition, in: owner)
            ended.append(JoinTrial.Ended(definition: definition, ends: ends, count: count))
        }
        return ended
    }

    /// The end of an only child that a step tells.
    private func lastWord(_ trigger: Trigger, of group: String, in owner: Int) -> String? {
        guard case .outcome(group, let outcome) = trigger, onceOnly.number(of: trigger, in: owner) != nil
        else { return nil }
        return outcome
    }

    private func readsChildren(_ formula: Int) -> Bool {
        formulas.entries[formula].readsChildren
    }

    private func truth(of formula: Int, when ended: [JoinTrial.Ended]) -> Truth {
        let question = EndedQuestion(formula: formula, ended: ended)
        if let known = endedTruths[question] { return known }
        let truth = JoinTrial.truth(
            of: formulas.entries[formula].program, when: ended, parameters: context.parameters)
        endedTruths[question] = truth
        return truth
    }

    /// A condition on children that have ended so.
    struct EndedQuestion: Hashable {
        private var formula: Int
        private var ends: [ProcessReading.Group: Set<ChildBehaviour.End>]

        fileprivate init(formula: Int, ended: [JoinTrial.Ended]) {
            self.formula = formula
            let groups = ended.map { group in
                (ProcessReading.Group(name: group.definition.name, run: group.definition.run), group.ends)
            }
            ends = Dictionary(groups, uniquingKeysWith: { $0.union($1) })
        }
    }
}
