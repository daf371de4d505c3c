import Agreements
import Expressions
import Statechart

extension BehaviourFindings {
    /// Transitions that are never taken although their state is reached and their event can come.
    func reportDeadTransitions() {
        let unreached = Set(exploration.unreachedStates)
        for label in exploration.deadTransitions {
            guard let transition = transition(label), !exploration.details.turning.contains(label),
                transition.harm.isEmpty, !doubt.goesAstray || rival(of: transition) != nil
            else { continue }
            let source = draft.outline.states[transition.source].path
            guard !unreached.contains(source), state(source)?.fields != nil, mayCome(transition),
                transition.definition.event != "done" || !waitsInVain(source)
            else { continue }
            let (event, reason) = (transition.definition.event, reason(transition))
            log.report(
                .deadTransition, at: transition.place,
                .init(
                    fr: "la transition \(event) de \(source) n’est jamais prise : \(reason.fr)",
                    en: "the transition \(event) of \(source) is never taken: \(reason.en)"),
                path: exploration.details.entries[source] ?? [])
        }
    }

    /// Whether something sends its event; that nothing does is said elsewhere.
    private func mayCome(_ transition: TransitionDraft) -> Bool {
        let event = transition.definition.event
        if transition.isAct || ["always", "done"].contains(event) || DomainEvents.isGiven(event) {
            return true
        }
        let timers = draft.states.flatMap(\.timers).map(\.event)
        let outcomes = reading.groups.joined().flatMap { group in
            (behaviours[group.run]?.outcomes ?? []).map { "\(group.name).\($0)" }
        }
        return timers.contains(event) || outcomes.contains(event)
    }

    private func reason(_ transition: TransitionDraft) -> LocalizedText {
        if transition.isAct, let statuses = refusing(transition) {
            return .init(
                fr:
                    "la situation juridique n’y permet pas cet acte (\(statuses.joined(separator: " ou ")))",
                en: "the legal status allows no such act there (\(statuses.joined(separator: " or ")))")
        }
        if let rival = rival(of: transition) {
            let source = draft.outline.states[rival.source].path
            return rival.source == transition.source
                ? .init(
                    fr: "celle d’avant, à la ligne \(rival.place.line), l’emporte toujours",
                    en: "the one before it at line \(rival.place.line) always wins")
                : .init(
                    fr:
                        "\(source), à l’intérieur, prend toujours l’événement, à la ligne \(rival.place.line)",
                    en: "\(source) inside it always takes the event, at line \(rival.place.line)")
        }
        guard let condition = transition.condition, !condition.clauses.isEmpty else {
            if let lines = takers(before: transition) {
                return .init(
                    fr:
                        "chaque fois que vient son événement, une autre avant elle le prend, à la ligne \(lines.fr)",
                    en: "whenever its event comes, one before it takes it, at line \(lines.en)")
            }
            return transition.isAct
                ? .init(
                    fr:
                        "les restrictions de la situation juridique la refusent partout où l’état est actif, ou l’état est quitté aussitôt",
                    en:
                        "the restrictions of the legal status refuse it wherever the state is active, or the state is left at once"
                )
                : .init(
                    fr: "son événement ne vient jamais tant que l’état est actif",
                    en: "its event never comes while the state is active")
        }
        return .init(fr: "sa condition n’est jamais vraie ici", en: "its condition never holds here")
    }

    /// The legal statuses that the agreement may have where an act is offered, if each refuses it; nil where one may not.
    private func refusing(_ transition: TransitionDraft) -> [String]? {
        let own = draft.states[transition.source].legal.map { [$0] } ?? []
        let found = draft.name == "life" ? Set(own) : statuses
        let refused = found.filter { status in
            restrictions.contains { $0.refuses(transition.definition.event, in: [status]) }
        }
        guard !found.isEmpty, refused == found else { return nil }
        return refused.map { $0.rawValue.split(separator: "_").joined(separator: " ") }.sorted()
    }

    /// A transition that is taken whenever this one could be: of the state itself, before it, or of one
    /// inside.
    private func rival(of transition: TransitionDraft) -> TransitionDraft? {
        let inside = Set(draft.outline.subtree(transition.source).dropFirst())
        return draft.transitions.first { other in
            guard other.harm.isEmpty, other.event == transition.event,
                other.definition.label != transition.definition.label,
                other.condition?.clauses.isEmpty ?? true,
                other.definition.by.isEmpty || Set(transition.definition.by).isSubset(of: other.definition.by)
            else { return false }
            let isBefore = other.source == transition.source && isBefore(other, transition)
            return isBefore || inside.contains(other.source)
        }
    }

    /// The lines of the branches before a transition in its decision that are taken; nil where none is.
    private func takers(before transition: TransitionDraft) -> LocalizedText? {
        let dead = Set(exploration.deadTransitions)
        let takers = draft.transitions.filter { other in
            other.source == transition.source && other.event == transition.event
                && isBefore(other, transition) && !dead.contains(other.definition.label)
        }
        return takers.isEmpty ? nil : takers.map { "\($0.place.line)" }.alternatives
    }

    private func isBefore(_ a: TransitionDraft, _ b: TransitionDraft) -> Bool {
        let labels = draft.transitions.map(\.definition.label)
        guard let first = labels.firstIndex(of: a.definition.label),
            let second = labels.firstIndex(of: b.definition.label)
        else { return false }
        return first < second
    }
}
