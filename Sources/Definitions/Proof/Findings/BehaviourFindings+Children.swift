import Agreements
import Expressions
import Statechart

extension BehaviourFindings {
    /// Outcomes of children that nobody hears where they are told, reads, or counts in a join.
    func reportUnhandledOutcomes() {
        let (awaited, read) = (groups(in: waitingFormulas), groups(in: allFormulas))
        for (owner, state) in reading.states.enumerated() {
            guard let state, exploration.details.entries[state.id] != nil else { continue }
            for group in reading.groups[owner] {
                guard let behaviour = behaviours[group.run] else { continue }
                let join = state.children.first { $0.name == group.name }?.join ?? .none
                let missed: Set<String> =
                    switch joined(by: join, in: state) {
                    case .all, .any, .atLeast: []
                    case .when(let formula):
                        uncounted(behaviour, by: formula, group.name).filter { !isHeard($0, group, owner) }
                    case .none:
                        awaited.speaks(of: group)
                            || read.speaks(of: group)
                                && !behaviour.endings.contains { isHeard($0, group, owner) }
                            ? []
                            : behaviour.unhandled { isHeard($0, group, owner) }
                                .union(behaviour.endings.filter { isLost($0, group, owner) })
                    }
                let untold = missed.intersection(behaviour.outcomesOfChange)
                let isUntold = !untold.isEmpty && partiesStay(while: owner)
                report(isUntold ? missed.subtracting(untold) : missed, of: group, owner)
            }
        }
    }

    private func report(_ missed: Set<String>, of group: ProcessReading.Group, _ owner: Int) {
        guard let first = missed.min() else { return }
        let id = reading.chart.id(owner)
        let list = missed.sorted().joined(separator: ", ")
        let message = LocalizedText(
            fr: "rien ne traite ce qu’annoncent les enfants \(group.name) de \(id) : \(list)",
            en: "nobody handles what the children \(group.name) of \(id) tell: \(list)")
        let telling = ObservationLog.Telling(owner: owner, event: "\(group.name).\(first)")
        let path = exploration.details.unheardTellings[telling] ?? exploration.details.entries[id] ?? []
        log.report(.unhandledOutcome, at: place(of: id, "children"), message, path: path)
    }

    /// The join of children, where anything waits for it.
    private func joined(
        by join: ChildrenDefinition.Join, in state: StateDefinition
    ) -> ChildrenDefinition.Join {
        draft.transitions.contains { $0.event == "joined.\(state.id)" } ? join : .none
    }

    /// The ends by which a join can never come true, however many children end so.
    private func uncounted(_ behaviour: ChildBehaviour, by join: Formula, _ group: String) -> Set<String> {
        let ends = behaviour.ends.filter {
            !JoinTrial.holds(join, after: $0, of: group, parameters: parameters)
        }
        return Set(ends.compactMap(\.outcome))
    }

    /// Whether something awaits an outcome where it may be told.
    private func isHeard(_ outcome: String, _ group: ProcessReading.Group, _ owner: Int) -> Bool {
        let telling = ObservationLog.Telling(owner: owner, event: "\(group.name).\(outcome)")
        return exploration.details.heardTellings.contains(telling)
    }

    /// Whether an outcome is heard only by chance: where another region hears it, which may have moved on.
    ///
    /// What states inside the owner hear is theirs to choose.
    private func isLost(_ outcome: String, _ group: ProcessReading.Group, _ owner: Int) -> Bool {
        let telling = ObservationLog.Telling(owner: owner, event: "\(group.name).\(outcome)")
        guard exploration.details.unheardTellings[telling] != nil else { return false }
        return reading.chart.transitions.contains { transition in
            transition.isTriggered(by: telling.event) && transition.source != owner
                && !reading.chart.isDescendant(transition.source, of: owner)
                && reading.mayBeTogether(transition.source, owner)
        }
    }

    /// The conditions that wait for something: of transitions that no person takes, and of joins.
    private var waitingFormulas: [Formula] {
        let unmanned = reading.chart.transitions.compactMap(\.condition).filter(\.by.isEmpty)
        let guards = unmanned.flatMap(\.clauses).map(\.formula)
        return guards + reading.states.flatMap { $0?.joinFormulas ?? [] }
    }

    private var allFormulas: [Formula] {
        let guards = reading.chart.transitions.flatMap { $0.condition?.clauses ?? [] }.map(\.formula)
        let acting = reading.transitions.flatMap { $0?.formulas ?? [] }
        return guards + acting + reading.states.flatMap { $0?.formulas ?? [] }
    }

    /// The groups of children that some formulas look at themselves; nil among them stands for all.
    private func groups(in formulas: [Formula]) -> Set<String?> {
        let reading = formulas.map(\.program).filter { $0.readablePaths.contains("children") }
        return Set(reading.flatMap { Self.groups(in: $0.source) })
    }

    /// The groups that an expression can be about: for each `children` in it those that it compares `name`
    /// with, or all when it compares it with nothing, or only to leave some out.
    static func groups(in source: String) -> Set<String?> {
        let parts = CELWords.words(in: source).split(
            separator: CELWords.Word(text: "children"), omittingEmptySubsequences: false)
        return Set(
            parts.dropFirst().flatMap { part -> [String?] in
                let names = compared(in: Array(part))
                return names.isEmpty ? [nil] : names
            })
    }

    private static func compared(in words: [CELWords.Word]) -> [String?] {
        words.indices.dropLast(3).compactMap { index -> String?? in
            guard words[index].text == "name", !words[index].isLiteral, words[index + 2].text == "=",
                words[index + 3].isLiteral
            else { return nil }
            // `name != 'x' || …` is about x only; any other `!=` is about the rest.
            let isPremise = index + 4 < words.count && words[index + 4].text == "|"
            return .some(words[index + 1].text == "=" || isPremise ? words[index + 3].text : nil)
        }
    }

    /// Actions that would start a child of a state that is not active then: it never starts.
    func reportIdleSpawns() {
        for sighting in exploration.details.idleSpawns {
            let spawn = sighting.subject
            let label = spawn.transition.flatMap { reading.chart.transitions[$0].label }
            let place =
                label.flatMap { transition($0)?.place }
                ?? spawn.state.map { self.place(of: reading.chart.id($0), "do") } ?? draft.place
            let message =
                LocalizedText(
                    fr:
                        "\(spawn.name) est lancé pour \(spawn.owner), qui n’est pas actif alors : il ne commence jamais",
                    en:
                        "\(spawn.name) is spawned for \(spawn.owner), which is not active then: it never starts"
                )
            log.report(.unheardSend, at: place, message, path: sighting.path)
        }
    }
}

extension Set<String?> {
    fileprivate func speaks(of group: ProcessReading.Group) -> Bool {
        contains(nil) || contains(group.name)
    }
}

extension ChildBehaviour {
    /// The outcomes with which it ends.
    fileprivate var endings: Set<String> { Set(ends.compactMap(\.outcome)) }

    /// The outcomes that are left out by who hears some: all when none is heard, the other ends when one is.
    ///
    /// Who hears nothing of how the process ends but, say, that it is late, leaves nothing out.
    fileprivate func unhandled(_ isHeard: (String) -> Bool) -> Set<String> {
        let heard = outcomes.filter(isHeard)
        guard !heard.isEmpty else { return outcomes }
        return heard.isDisjoint(with: endings) ? [] : endings.subtracting(heard)
    }
}
