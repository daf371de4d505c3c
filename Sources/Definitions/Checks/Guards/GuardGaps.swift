import Agreements
import Expressions

/// Where nobody acts, the branches of a decision cover every value: nothing falls through in silence.
///
/// An act has a stated refusal for each condition, so it has no gaps, except where its branches exclude each
/// other by what it carries alone: they split its values, and one that none takes was forgotten. What is
/// refused on purpose is refused by a condition of all branches. A single condition is a filter, unless the
/// state has no other way to go on, or a timer that rings once leads on by it: then what was due is lost.
enum GuardGaps: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        for process in world.processes {
            for decision in process.decisions {
                if decision.first.isAct {
                    checkSplit(decision, world, log)
                } else if isOwed(decision, world) {
                    check(decision, world, log)
                }
            }
        }
    }

    private static func isOwed(_ decision: GuardDecision, _ world: GuardWorld) -> Bool {
        let process = decision.process
        let isGuarded = decision.branches.allSatisfy { !decision.clauses($0).isEmpty }
        guard isGuarded, !DomainEvents.isGiven(decision.event) else {
            return false
        }
        if decision.event == "always" { return !process.goesOn(from: decision) }
        if process.isLostEnd(decision.event, world.draft) { return true }
        return decision.branches.count > 1 || !process.goesOn(from: decision) || process.ringsOnce(decision)
    }

    private static func check(_ decision: GuardDecision, _ world: GuardWorld, _ log: FindingLog) {
        let process = decision.process
        let around = process.outline.chain(decision.first.source).dropFirst()
        let outer = process.around(decision)
        guard (around + [decision.first.source]).allSatisfy({ process.harm[$0] == nil }),
            (decision.branches + outer).allSatisfy({
                process.transitions[$0].harm.isDisjoint(with: .condition)
            })
        else { return }
        let guards = (decision.branches + outer).map(decision.clauses)
        guard !guards.contains(where: \.isEmpty) else { return }
        let use = FormulaUse(
            formula: formula(decision), process: process, occasion: .transition(decision.branches[0]))
        // Where a variable that is read may not be set, the proof says so.
        let read = Set(
            guards.joined().flatMap(\.untestedSelections).filter { $0.path[0] == "vars" }.map { $0.path[1] })
        var isOpen = false
        for event in world.events(of: use) {
            let known = world.knowledge(in: process, event, set: read)
            for knowledge in hypotheses(known, read, guards) {
                let answer = GuardLogic.satisfiability(allOf: [], noneOf: guards, knowing: knowledge)
                if answer == .exhausted { isOpen = true }
                guard case .yes(let witness) = answer else { continue }
                report(decision, witness, event, log)
                return
            }
        }
        if isOpen { reportOpen(decision, log) }
    }

    private static func reportOpen(_ decision: GuardDecision, _ log: FindingLog) {
        log.report(
            .guardNotDecided, at: decision.place(decision.branches[0]),
            .init(
                fr:
                    "si \(decision.event) trouve toujours une branche vraie n’est pas décidé : il y a plus de valeurs à "
                    + "essayer que l’épreuve n’en essaie",
                en:
                    "whether \(decision.event) always finds a branch that holds is not decided: there are more values to try "
                    + "than the gate tries"))
    }

    /// Whether the branches of an act, by whoever may do all of them, leave out a value that it may carry.
    private static func checkSplit(_ decision: GuardDecision, _ world: GuardWorld, _ log: FindingLog) {
        let transitions = decision.branches.map { decision.process.transitions[$0] }
        guard transitions.count > 1, transitions.allSatisfy({ $0.harm.isEmpty }),
            Set(transitions.map { Set($0.definition.by) }).count == 1
        else { return }
        let guards = decision.branches.map(decision.clauses)
        // What a state around it does with the rest is no gap.
        guard decision.process.around(decision).isEmpty else { return }
        let shared = guards.dropFirst().reduce(Set(guards[0].map(\.source))) {
            $0.intersection($1.map(\.source))
        }
        let split = guards.map { $0.filter { !shared.contains($0.source) } }
        guard split.allSatisfy({ !$0.isEmpty && $0.allSatisfy(readsCarried) }) else { return }
        let premises = guards[0].filter { shared.contains($0.source) && readsCarried($0) }
        for (knowledge, path) in world.knowledge(of: decision, decision.branches[0]) {
            let pairs = split.indices.flatMap { a in split[..<a].map { split[a] + $0 } }
            guard pairs.allSatisfy({ GuardLogic.isRefuted($0, knowing: knowledge) }),
                split.allSatisfy({ !GuardLogic.isRefuted($0, knowing: knowledge) })
            else { continue }
            let answer = GuardLogic.satisfiability(
                allOf: premises.isEmpty ? [] : [premises], noneOf: split, knowing: knowledge)
            guard case .yes(let witness) = answer else { continue }
            var shape = EventShape()
            shape.path = path
            report(decision, witness, shape, log)
            return
        }
    }

    private static func readsCarried(_ clause: Program) -> Bool {
        let roots = Set(clause.readablePaths.compactMap(VariableNames.root))
        return roots.contains("event") && roots.isSubset(of: ["event", "param", "rule"])
    }

    private static func report(
        _ decision: GuardDecision, _ witness: [String: Value], _ event: EventShape, _ log: FindingLog
    ) {
        let state = decision.process.outline.states[decision.first.source].path
        let when = WitnessWords.when(witness)
        log.report(
            .guardGap, at: decision.place(decision.branches[0]),
            .init(
                fr: "\(decision.event) dans \(state) reste sans suite\(when.fr) : aucune branche n’est vraie",
                en: "\(decision.event) in \(state) falls through\(when.en): no branch holds"),
            path: event.path)
    }

    /// The types that variables of unknown type may have so that each guard can hold: a slip of type is not a
    /// value that falls through.
    private static func hypotheses(
        _ knowledge: Knowledge, _ read: Set<String>, _ guards: [[Program]]
    ) -> [Knowledge] {
        let unknown = read.filter { knowledge.domains.paths["vars.\($0)"]?.type == nil }
        guard !unknown.isEmpty else { return [knowledge] }
        return [CELType.int, .string, .bool].compactMap { type in
            var supposed = knowledge
            for name in unknown { supposed.domains.paths["vars.\(name)"] = Domain(type, isRequired: true) }
            return guards.contains { GuardLogic.isRefuted($0, knowing: supposed) } ? nil : supposed
        }
    }

    private static func formula(_ decision: GuardDecision) -> Formula {
        let clauses = decision.branches.compactMap {
            decision.process.transitions[$0].condition?.clauses.first
        }
        return clauses[0].formula
    }
}

extension ProcessDraft {
    /// Whether a timer of the state, or of one around it, brings the event, and a branch leads on: a timer
    /// rings once for each entry.
    fileprivate func ringsOnce(_ decision: GuardDecision) -> Bool {
        let timers = outline.chain(decision.first.source).flatMap { states[$0].timers }
        return timers.contains { $0.event == decision.event }
            && decision.branches.contains { !transitions[$0].targets.isEmpty }
    }

    /// Whether an event tells the end of a child for which nothing waits and at which no formula looks: who hears it
    /// under conditions alone lets it be lost when they fail.
    fileprivate func isLostEnd(_ event: String, _ draft: WorkflowDraft) -> Bool {
        let told = children.filter { event.hasPrefix("\($0.name).") }
        guard !told.isEmpty, !formulas.contains(where: { $0.formula.source.contains("children") }) else {
            return false
        }
        return told.allSatisfy { child in
            let isAwaited = transitions.contains {
                $0.definition.event == "joined.\(outline.states[child.owner].path)"
            }
            guard !isAwaited, let run = draft.processes[child.run]?.value else { return false }
            let outcome = String(event.dropFirst(child.name.count + 1))
            return run.states.contains {
                $0.outcome == outcome && run.outline.states[$0.order].kind == .final
            }
        }
    }

    /// Whether the state of a decision can be left, or waits for something, without it.
    fileprivate func goesOn(from decision: GuardDecision) -> Bool {
        let source = decision.first.source
        let near = Set(outline.chain(source) + outline.subtree(source))
        return transitions.contains { near.contains($0.source) && $0.definition.event != decision.event }
    }
}

extension ProcessDraft {
    /// The transitions for the same event of the states around a decision's.
    fileprivate func around(_ decision: GuardDecision) -> [Int] {
        let around = outline.chain(decision.first.source).dropFirst()
        return transitions.indices.filter {
            around.contains(transitions[$0].source) && transitions[$0].definition.event == decision.event
        }
    }
}
