import Agreements
import Statechart

extension BehaviourFindings {
    /// Timers whose event nothing can hear while they run.
    func reportUnheardTimers() {
        for state in draft.states where exploration.details.entries[state.id] != nil {
            for timer in state.timers where !exploration.details.heardTimers.contains([state.id, timer.name])
            {
                let near = Set(draft.outline.chain(state.order) + draft.outline.subtree(state.order))
                guard near.allSatisfy({ draft.harm[$0] == nil }) else { continue }
                let heard = draft.transitions.filter { near.contains($0.source) }.map(\.definition.event)
                // What no transition near it even names is said by the check of deaf timers.
                let code: Finding.Code = heard.contains(timer.event) ? .unheardSend : .deafTimer
                guard code == .deafTimer || !doubt.goesAstray else { continue }
                let message =
                    LocalizedText(
                        fr:
                            "rien dans \(state.id) n’entend l’événement \(timer.event) de son délai \(timer.name)",
                        en: "nothing in \(state.id) hears the event \(timer.event) of its timer \(timer.name)"
                    )
                log.report(
                    code, at: place(of: state.id, "timers"), message,
                    suggestion: code == .deafTimer ? Spelling.nearest(to: timer.event, in: heard) : nil,
                    path: exploration.details.entries[state.id] ?? [])
            }
        }
    }

    /// Timers that never ring, since another has always left their state before.
    func reportDeadTimers() {
        for (index, state) in reading.states.enumerated() {
            guard let state, let entry = exploration.details.entries[state.id], !isHarmed(state.id) else {
                continue
            }
            for timer in state.timers {
                guard let rival = reading.overtaking(timer, in: index, parameters), isTaken(timer.event)
                else { continue }
                let other = reading.chart.id(rival.state)
                guard rival.isSooner || !isSettled([other, state.id], [rival.timer, timer.name]) else {
                    continue
                }
                let when =
                    rival.isSooner
                    ? LocalizedText(fr: "vient avant", en: "before")
                    : LocalizedText(
                        fr: "vient au même instant, plus haut dans le document",
                        en: "at the same instant and earlier in the document")
                log.report(
                    .deadTransition, at: place(of: state.id, "timers"),
                    .init(
                        fr:
                            "le délai \(timer.name) de \(state.id) n’échoit jamais : \(rival.timer) de \(other) "
                            + "\(when.fr), et fait toujours sortir de \(other)",
                        en:
                            "the timer \(timer.name) of \(state.id) never rings: \(rival.timer) of \(other) is due "
                            + "\(when.en), and always leaves \(other)"),
                    path: entry)
            }
        }
    }

    /// Whether something around takes an event, so that no transition is said never to be taken for it.
    private func isTaken(_ event: String) -> Bool {
        reading.chart.transitions.contains { transition in
            guard transition.isTriggered(by: event), let label = transition.label else { return false }
            return !exploration.deadTransitions.contains(label)
        }
    }

    /// Whether something is said of which of two timers rings first: that it is not declared, or by its author.
    private func isSettled(_ states: [String], _ timers: [String]) -> Bool {
        let tie = TimerTie(states: states, timers: timers)
        return isDeclared(tie)
            || exploration.details.ties.contains {
                $0.subject == tie
                    || $0.subject == TimerTie(states: states.reversed(), timers: timers.reversed())
            }
    }

    /// Timers of one instant without a declared winner, where the order makes a difference.
    func reportTies() {
        for sighting in exploration.details.ties {
            let tie = sighting.subject
            guard !isDeclared(tie) else { continue }
            let verb = verb(tie)
            let message = LocalizedText(
                fr: "les délais \(tie.timers[0]) de \(tie.states[0]) et \(tie.timers[1]) de \(tie.states[1]) "
                    + "\(verb.fr) au même instant, et rien ne dit lequel vient en premier",
                en:
                    "the timers \(tie.timers[0]) of \(tie.states[0]) and \(tie.timers[1]) of \(tie.states[1]) "
                    + "\(verb.en) at the same instant and no winner is declared")
            log.report(.timerTie, at: place(of: tie.states[0], "timers"), message, path: sighting.path)
        }
        for sighting in exploration.details.childTies {
            let (tie, ring) = (sighting.subject, sighting.subject.ring)
            log.report(
                .timerTie, at: place(of: tie.state, "timers"),
                .init(
                    fr:
                        "le délai \(tie.timer) de \(tie.state) et \(ring.timer) du processus enfant \(ring.process), "
                        + "qui annonce alors \(ring.outcome), peuvent échoir au même instant, et rien ne dit lequel vient en "
                        + "premier",
                    en:
                        "the timer \(tie.timer) of \(tie.state) and \(ring.timer) of the child process \(ring.process), "
                        + "which then tells \(ring.outcome), may ring at the same instant and no winner is declared"
                ),
                path: sighting.path)
        }
        for sighting in exploration.details.clockTies {
            let tie = sighting.subject
            let message = LocalizedText(
                fr:
                    "cette condition lit l’horloge, sans qu’un délai l’éveille : rien ne dit si elle ou le délai "
                    + "\(tie.timer) de \(tie.state) vient en premier",
                en: "this condition reads the clock, for which nothing rings: whether it or the timer "
                    + "\(tie.timer) of \(tie.state) comes first is not declared")
            log.report(
                .timerTie, at: Place(written: tie.condition) ?? draft.place, message,
                suggestion: LocalizedText(
                    fr: "un délai pour elle, avec before", en: "a timer for it, with before"),
                path: sighting.path)
        }
    }

    private func verb(_ tie: TimerTie) -> LocalizedText {
        let rules = zip(tie.states, tie.timers).map { state, timer in
            reading.process.states[state]?.timers.first { $0.name == timer }?.due
        }
        return rules[0]?.offset == rules[1]?.offset
            ? .init(fr: "échoient", en: "ring") : .init(fr: "peuvent échoir", en: "may ring")
    }

    /// Winners that cannot win: timers of one instant ring in document order.
    func reportWinners() {
        let timers = draft.states.flatMap { state in state.timers.map { (state: state.id, name: $0.name) } }
        for winner in declaredWinners {
            let others = timers.indices.filter { timers[$0].name == winner.before.text }
            guard !others.isEmpty else {
                log.report(
                    .unknownName, at: winner.before.place,
                    .init(
                        fr: "il n’y a pas de délai \(winner.before.text)",
                        en: "there is no timer \(winner.before.text)"),
                    suggestion: Spelling.nearest(to: winner.before.text, in: timers.map(\.name)))
                continue
            }
            let own = timers.firstIndex { $0.state == winner.state && $0.name == winner.timer }
            guard let own, !others.contains(where: { $0 > own }) else { continue }
            let message =
                LocalizedText(
                    fr:
                        "\(winner.timer) ne peut pas échoir avant \(winner.before.text), qui vient en premier dans le document",
                    en:
                        "\(winner.timer) cannot ring before \(winner.before.text), which comes first in the document"
                )
            log.report(
                .timerTie, at: winner.before.place, message,
                path: exploration.details.entries[winner.state] ?? [])
        }
    }

    /// Whether one of the two says `before:` the other; that it can is said of each by itself.
    private func isDeclared(_ tie: TimerTie) -> Bool {
        declaredWinners.contains { winner in
            [0, 1].contains { index in
                winner.state == tie.states[index] && winner.timer == tie.timers[index]
                    && winner.before.text == tie.timers[1 - index]
            }
        }
    }

    /// The timers that say `before:` another.
    private var declaredWinners: [(state: String, timer: String, before: (text: String, place: Place))] {
        let read = NodeReader(log: FindingLog())
        return draft.outline.states.flatMap { state in
            read.oneOrMore(state.fields?["timers"]).compactMap { item in
                guard case .mapping(let entries) = item.content,
                    let name = entries.first(where: { $0.key == "name" })?.value.scalar?.text,
                    let other = entries.first(where: { $0.key == "before" })?.value,
                    let text = other.scalar?.text
                else { return nil }
                return (state.path, name, (text, other.place))
            }
        }
    }

    // MARK: The law

    func reportLaw() {
        for sighting in exploration.details.illegalChanges {
            let (state, change) = (reading.chart.id(sighting.subject.state), sighting.subject)
            guard !isHarmed(state) else { continue }
            let renewal =
                change.lacksRenewal ? " by signatures of the text that expired: no renewal is signed" : ""
            let inFrench =
                change.lacksRenewal
                ? " par des signatures du texte échu : aucun renouvellement n’est signé" : ""
            let (before, after) = (change.from.rawValue, change.to.rawValue)
            let message = LocalizedText(
                fr: "la situation juridique passerait de \(before) à \(after) dans \(state)\(inFrench)",
                en: "the status would pass from \(before) to \(after) in \(state)\(renewal)")
            log.report(
                .illegalStatusChange, at: place(of: state, "legal"), message, path: sighting.path)
        }
        for sighting in certain.details.unsigned where doubt.knowsChildren {
            let state = reading.chart.id(sighting.subject)
            let message =
                LocalizedText(
                    fr:
                        "\(state) met l’accord en vigueur sans la signature du texte actuel par chaque partie",
                    en:
                        "\(state) puts the agreement in force without every party's signature of the current text"
                )
            log.report(.unsignedInForce, at: place(of: state, "legal"), message, path: sighting.path)
        }
        reportBindingEnds()
        for sighting in exploration.details.openEnds {
            let open = leftOpen(sighting.subject)
            let message = LocalizedText(
                fr: "\(sighting.subject) est arrivé à sa fin mais garde \(open.fr)",
                en: "\(sighting.subject) has come to its end but keeps its \(open.en) alive")
            log.report(.endLeavesOpen, at: place(of: sighting.subject), message, path: sighting.path)
        }
    }

    /// Ends of the life after which nothing can end the agreement any more.
    private func reportBindingEnds() {
        guard !doubt.goesAstray else { return }
        for sighting in exploration.details.bindingEnds where !isHarmed(sighting.subject.state) {
            let (state, status) = (sighting.subject.state, sighting.subject.status.rawValue)
            log.report(
                .endLeavesOpen, at: place(of: state),
                .init(
                    fr:
                        "\(state) clôt le dossier, mais laisse l’accord à jamais dans la situation \(status) : il n’a pas de legal: ended",
                    en:
                        "\(state) ends the file, but leaves the agreement \(status) for ever: it has no legal: ended"
                ),
                path: sighting.path)
        }
    }

    private func leftOpen(_ id: String) -> LocalizedText {
        guard let state = reading.process.states[id] else { return .init(fr: "son travail", en: "work") }
        if state.task != nil { return .init(fr: "sa tâche ouverte", en: "task") }
        return state.timers.isEmpty
            ? .init(fr: "ses enfants", en: "children") : .init(fr: "ses délais", en: "timers")
    }
}
