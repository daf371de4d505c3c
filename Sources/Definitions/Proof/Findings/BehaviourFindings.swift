import Agreements
import Statechart

/// What is wrong with the behaviour of one process, each finding at its place in the file.
struct BehaviourFindings {
    let draft: ProcessDraft
    let reading: ProcessReading
    let exploration: Exploration
    /// The same, where what could not be read is never passed.
    let certain: Exploration
    let behaviours: [String: ChildBehaviour]
    let parameters: [String: JSON]
    var restrictions: [ActRestriction] = []
    /// The legal statuses that the agreement may have while a child process runs; empty where that is not known.
    var statuses: Set<LegalStatus> = []
    /// The lists of signatures, as formulas read them, that stay empty.
    var unsigned: [String] = []
    /// The events of cited agreements that some process hears.
    var heardFromCited: Set<String> = []
    var doubt = Doubt()
    let log: FindingLog

    func report() {
        if exploration.isComplete {
            if !doubt.goesAstray { reportUnreached() }
            reportEnds()
            reportDeadTransitions()
            reportJoins()
            reportUnheardTimers()
            reportDeadTimers()
            reportDeadReminders()
            if draft.watchesInFull { reportUnhandledOutcomes() }
            if !doubt.goesAstray { reportIdleSpawns() }
            if draft.harm.isEmpty { reportGoneChildren() }
        } else if !doubt.isHarmed, let excess = exploration.details.bound?.excess {
            let message = LocalizedText(
                fr: "\(draft.name) \(excess.fr) : rien n’en est prouvé",
                en: "\(draft.name) \(excess.en): nothing is proved of it")
            log.report(.notExplored, at: draft.place, message)
        }
        reportUnheardTellings()
        reportEndless()
        reportPromptTurns()
        if doubt.knowsDeeds { reportUnsetReads() }
        reportTies()
        if draft.harm.isEmpty { reportWinners() }
        reportLaw()
    }

    // MARK: Places

    func state(_ id: String) -> Outline.State? { draft.outline.states.first { $0.path == id } }

    /// Whether something of a state could not be read.
    func isHarmed(_ id: String) -> Bool {
        draft.outline.states.indices.contains { draft.outline.states[$0].path == id && draft.harm[$0] != nil }
    }

    func place(of id: String) -> Place { state(id)?.place ?? draft.place }

    func place(of id: String, _ key: String) -> Place { state(id)?.fields?[key]?.place ?? place(of: id) }

    func transition(_ label: String) -> TransitionDraft? {
        draft.transitions.first { $0.definition.label == label }
    }

    // MARK: What cannot be reached

    private func reportUnreached() {
        let unreached = Set(exploration.unreachedStates)
        for id in exploration.unreachedStates {
            guard let state = state(id), state.fields != nil, !exploration.details.turning.contains(id) else {
                continue
            }
            if let parent = state.parent, unreached.contains(draft.outline.states[parent].path) { continue }
            log.report(
                .unreachable, at: state.place,
                .init(fr: "l’état \(id) n’est jamais atteint", en: "the state \(id) is never reached"))
        }
    }

    /// States from which no end can be reached: the first of each, not all that follow from it.
    private func reportEnds() {
        for sighting in first(of: exploration.details.deadlocks) {
            let message =
                LocalizedText(
                    fr: "l’état \(sighting.state) n’attend rien : rien n’en sort ici et il n’est pas une fin",
                    en:
                        "the state \(sighting.state) waits for nothing: it has no way out here and is not final"
                )
            log.report(.waitsForNothing, at: place(of: sighting.state), message, path: sighting.path)
        }
        guard exploration.details.hasEnd || !exploration.details.deadlocks.isEmpty else {
            return reportNoEnd()
        }
        let details = exploration.details
        let stuck = Set(details.deadlocks.flatMap(\.subject)).union(details.turningStates)
        for sighting in first(of: exploration.details.traps.filter { stuck.isDisjoint(with: $0.subject) }) {
            reportNoEnd(from: sighting.state, sighting.path)
        }
    }

    private func reportNoEnd(from state: String, _ path: [LocalizedText]) {
        let message = LocalizedText(
            fr: "aucune fin ne peut être atteinte depuis l’état \(state)",
            en: "no end can be reached from the state \(state)")
        log.report(.noEndReachable, at: place(of: state), message, path: path)
    }

    /// That there is no end at all: where everything stops, or the process itself when it only turns.
    private func reportNoEnd() {
        let stops = first(of: exploration.details.standstills)
        for sighting in stops {
            let message =
                LocalizedText(
                    fr:
                        "aucune fin ne peut être atteinte depuis l’état \(sighting.state) : rien de ce qui vient ne mène plus loin",
                    en: "no end can be reached from the state \(sighting.state): nothing that comes leads on")
            log.report(.noEndReachable, at: place(of: sighting.state), message, path: sighting.path)
        }
        guard stops.isEmpty, exploration.details.turningSteps.isEmpty else { return }
        let traps = exploration.details.traps
        guard traps.contains(where: { $0.path.count <= 1 }) || traps.isEmpty else {
            for sighting in first(of: traps) { reportNoEnd(from: sighting.state, sighting.path) }
            return
        }
        let message = LocalizedText(
            fr: "aucune fin de \(draft.name) ne peut être atteinte",
            en: "no end of \(draft.name) can be reached")
        log.report(.noEndReachable, at: draft.place, message, path: [Trigger.start.words])
    }

    /// The innermost states to blame: those whose every configuration is among these; one for each shortest
    /// path.
    private func first(of sightings: [Exploration.Sighting<[String]>]) -> [(
        state: String, path: [LocalizedText]
    )] {
        let bad = Set(sightings.map(\.subject))
        let good = Set(exploration.configurations.subtracting(bad).joined())
        var blamed: [(String, [LocalizedText])] = []
        var covered: Set<String> = []
        for sighting in sightings.sorted(by: { $0.path.count < $1.path.count })
        where covered.isDisjoint(with: sighting.subject) {
            let own = sighting.subject.filter { !good.contains($0) }
            blamed.append((own.first ?? sighting.subject[0], sighting.path))
            covered.formUnion(own.isEmpty ? sighting.subject : own)
        }
        return blamed.filter { one in
            // What is only reached through another that is blamed follows from it.
            !blamed.contains { $0.0 != one.0 && one.1.starts(with: $0.1) && one.1.count > $0.1.count }
        }
    }

    private func reportEndless() {
        let known = Set(certain.details.endless.map(\.subject))
        let behind = turnsBySlip ? [] : exploration.details.endless.filter { !known.contains($0.subject) }
        let endless = certain.details.endless + certain.details.turningSteps + behind
        for sighting in endless.sorted(by: { $0.path.count < $1.path.count }) {
            let states = sighting.subject.joined(separator: ", ")
            let message = LocalizedText(
                fr: "les conditions qui suivent \(states.isEmpty ? "le début" : states) tournent sans fin",
                en: "the conditions that follow \(states.isEmpty ? "the start" : states) turn without end")
            log.report(
                .endlessLoop, at: sighting.subject.first.map(place(of:)) ?? draft.place, message,
                path: sighting.path)
        }
    }

    /// Whether anything that turns without end could not be read itself.
    ///
    /// What lies behind a condition or a timer that could not be read turns, whatever was meant by that.
    private var turnsBySlip: Bool {
        let turning = exploration.details.turning
        return draft.transitions.contains {
            !$0.harm.isEmpty && turning.contains($0.definition.label)
        } || turning.contains(where: isHarmed)
    }

    private func reportPromptTurns() {
        for sighting in certain.details.promptTurns {
            let (states, steps) = (sighting.subject.states, sighting.subject.steps)
            let (list, words) = (states.joined(separator: ", "), steps.joined(separator: ", "))
            let message = LocalizedText(
                fr: "ce qui peut suivre \(list) aussitôt tourne sans fin : \(words.fr)",
                en: "what may follow \(list) at once turns without end: \(words.en)")
            log.report(
                .endlessLoop, at: states.first.map(place(of:)) ?? draft.place, message, path: sighting.path)
        }
    }

    private func reportUnsetReads() {
        for sighting in certain.details.unsetReads {
            let place = Place(written: sighting.subject.formula) ?? draft.place
            let message = LocalizedText(
                fr: "vars.\(sighting.subject.variable) est lu là où il peut ne pas avoir de valeur",
                en: "vars.\(sighting.subject.variable) is read where it may not be set")
            log.report(.missingField, at: place, message, path: sighting.path)
        }
    }
}

extension Place {
    /// Reads `file:line:column`.
    init?(written text: String) {
        let parts = text.split(separator: ":")
        guard parts.count >= 3, let line = Int(parts[parts.count - 2]),
            let column = Int(parts[parts.count - 1])
        else { return nil }
        self.init(file: parts.dropLast(2).joined(separator: ":"), line: line, column: column)
    }
}
