import Agreements
import Expressions
import Statechart

extension BehaviourFindings {
    /// Outcomes of children, declared or spawned, that nobody waits for, hears or reads.
    func reportUnhandledOutcomes() {
        let events = Set(draft.transitions.map(\.definition.event))
        let watched = watchedGroups
        guard !watched.contains(nil) else { return }
        for (index, state) in reading.states.enumerated() {
            guard let state, let path = exploration.details.entries[state.id] else { continue }
            for group in reading.groups[index] where !watched.contains(group.name) {
                guard !isAwaited(group, by: state), let behaviour = behaviours[group.run] else { continue }
                let unheard = behaviour.unhandled { events.contains("\(group.name).\($0)") }
                guard !unheard.isEmpty else { continue }
                let message =
                    "nobody handles what the children \(group.name) of \(state.id) tell: "
                    + unheard.sorted().joined(separator: ", ")
                log.report(.unhandledOutcome, at: place(of: state.id, "children"), message, path: path)
            }
        }
    }

    private func isAwaited(_ group: ProcessReading.Group, by state: StateDefinition) -> Bool {
        guard draft.transitions.contains(where: { $0.event == "joined.\(state.id)" }) else { return false }
        return state.children.contains { children in
            guard children.name == group.name else { return false }
            return if case .none = children.join { false } else { true }
        }
    }

    /// The groups of children that a formula of the process looks at itself; nil among them stands for all.
    private var watchedGroups: Set<String?> {
        let guards = reading.chart.transitions.flatMap { $0.condition?.clauses ?? [] }.map(\.formula)
        let acting = reading.transitions.flatMap { $0?.formulas ?? [] }
        let own = reading.states.flatMap { $0?.formulas ?? [] }
        let reading = (guards + acting + own).map(\.program).filter {
            $0.readablePaths.contains("children")
        }
        return Set(reading.flatMap { Self.groups(in: $0.source) })
    }

    /// The groups that an expression can be about: for each `children` in it those that it compares `name`
    /// with, or all when it compares it with nothing, or only to leave some out.
    private static func groups(in source: String) -> Set<String?> {
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
                "\(spawn.name) is spawned for \(spawn.owner), which is not active then: it never starts"
            log.report(.unheardSend, at: place, message, path: sighting.path)
        }
    }
}

extension ChildBehaviour {
    /// The outcomes that are left out by who hears some: all when none is heard, and the other ends when one
    /// end is. Who hears nothing of how the process ends but, say, that it is late, leaves nothing out.
    fileprivate func unhandled(_ isHeard: (String) -> Bool) -> Set<String> {
        let heard = outcomes.filter(isHeard)
        guard !heard.isEmpty else { return outcomes }
        let endings = Set(ends.compactMap(\.outcome))
        return heard.isDisjoint(with: endings) ? [] : endings.subtracting(heard)
    }
}
