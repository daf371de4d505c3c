import Agreements
import Statechart

/// The whole gate over one definition that was read.
///
/// What could not be read is followed as far as anything is known of it; what may only follow from it is not
/// said.
struct DefinitionProof {
    var draft: WorkflowDraft
    let sha256: String
    let mainFile: String
    let log: FindingLog

    private var processes: [ProcessDraft] { draft.orderedProcesses.map(\.value) }

    /// Whether nothing was wrong with any process as it was read.
    private var isWhole: Bool { draft.processes["life"] != nil && processes.allSatisfy(\.isSound) }

    /// Reports all that is found into the log, and says what is proved.
    mutating func proof() -> Proof {
        let read = draft
        var (supposed, screening) = beside({ read.explorations() }, { Screening(read, read.checks) })
        log.report(screening.findings)
        if screening.isIllTyped {
            draft = screening.draft
            supposed = draft.explorations()
        }
        // Where something was found, the way to it is the one that the exploration went.
        let draft = supposed.map(draft.led(by:)) ?? draft
        if screening.needsWays {
            WorkflowChecks.run(read.checks, in: GuardWorld(draft), log)
        } else {
            log.report(screening.checked)
        }
        var properties: [Proof.Property] = []
        var situations: [String: Int] = [:]
        if let supposed { report(supposed, &properties, &situations) }
        let found = log.sorted(mainFile: mainFile)
        return Proof(
            workflow: draft.workflow(sha256: sha256), findings: found.filter { !$0.code.isWarning },
            warnings: found.filter(\.code.isWarning), properties: properties, situations: situations)
    }

    private func report(
        _ supposed: ProcessExplorations, _ properties: inout [Proof.Property],
        _ situations: inout [String: Int]
    ) {
        let certain = isWhole ? supposed : draft.explorations(certain: true) ?? supposed
        let unsigned = draft.unsignedLists
        let heard = Set(processes.flatMap(\.transitions).map(\.definition.event))
        for process in processes {
            guard let exploration = supposed.explorations[process.name],
                let sure = certain.explorations[process.name], let chart = process.chart
            else { continue }
            situations[process.name] = exploration.situationsCount
            BehaviourFindings(
                draft: process, reading: ProcessReading(process.definition(by: chart)),
                exploration: exploration, certain: sure, behaviours: supposed.behaviours,
                parameters: draft.parameters, restrictions: draft.restrictions.map(\.value),
                statuses: supposed.statuses[process.name] ?? [], unsigned: unsigned[process.name] ?? [],
                heardFromCited: heard.filter { $0.hasPrefix(DomainEvents.framework) },
                doubt: doubt(of: process, supposed, certain), log: log
            ).report()
        }
        reportEndlessStarts(certain)
        for (index, rule) in draft.properties.enumerated() {
            guard let answer = certain.explorations[rule.process]?.details.answers[index] else { continue }
            if isWhole {
                properties.append(.init(rule: rule, answer: answer))
                report(rule, answer)
            } else if case .refuted = answer, !certain.clouded.contains(rule.process) {
                report(rule, answer)
            }
        }
    }

    /// Processes that start themselves at once without end.
    private func reportEndlessStarts(_ certain: ProcessExplorations) {
        let starts = EndlessStarts(certain.explorations)
        for round in starts.rounds {
            guard let process = processes.first(where: { $0.name == round[0] }) else { continue }
            let next = round.count > 1 ? round[1] : round[0]
            let state = starts.starts[round[0]]?[next]
            let place = process.outline.states.first { $0.path == state }?.fields?["children"]?.place
            let names = (round + [round[0]]).joined(separator: ", ")
            log.report(
                .endlessLoop, at: place ?? process.place,
                .init(
                    fr: "\(round[0]) se relance aussitôt, sans fin : \(names)",
                    en: "\(round[0]) starts itself at once, without end: \(names)"),
                path: [Trigger.start.words])
        }
    }

    private func doubt(
        of process: ProcessDraft, _ supposed: ProcessExplorations, _ certain: ProcessExplorations
    ) -> Doubt {
        let goesAstray =
            supposed.clouded.contains(process.name)
            || supposed.explorations[process.name]?.goesAstray ?? false
        return Doubt(
            isHarmed: !isWhole, goesAstray: goesAstray,
            knowsChildren: !certain.clouded.contains(process.name), knowsDeeds: draft.tellsAll)
    }

    private func report(_ rule: PropertyRule, _ answer: PropertyAnswer) {
        let words = LocalizedText(
            fr: "\(rule.kind.rawValue) : \(rule.title.fr)", en: "\(rule.kind.rawValue): \(rule.title.en)")
        switch answer {
        case .proved: break
        case .refuted(let path):
            log.report(
                .propertyRefuted, at: rule.place,
                .init(
                    fr: "la propriété est réfutée (\(words.fr))", en: "the property is refuted (\(words.en))"),
                path: path)
        case .notDecided(let reason):
            log.report(
                .propertyNotDecided, at: rule.place,
                .init(
                    fr: "la propriété n’est pas décidée (\(words.fr)) : \(reason.fr)",
                    en: "the property is not decided (\(words.en)): \(reason.en)"))
        }
    }
}

extension WorkflowDraft {
    /// The checks of what is written; those that the exploration answers better are left out.
    fileprivate var checks: [any WorkflowCheck.Type] {
        let skipped = canExplore ? Set(WorkflowChecks.behavioural.map { ObjectIdentifier($0) }) : []
        return WorkflowChecks.loading.filter { !skipped.contains(ObjectIdentifier($0)) }
            + WorkflowChecks.proving
    }

    fileprivate var canExplore: Bool { processes["life"]?.value.isRead ?? false }

    /// Nil where there is no life to begin with.
    ///
    /// - Parameter certain: only on what could be read.
    fileprivate func explorations(certain: Bool = false) -> ProcessExplorations? {
        guard canExplore else { return nil }
        let definitions = orderedProcesses.map(\.value).compactMap { process in
            (certain ? process.certainChart : process.chart).map { process.definition(by: $0) }
        }
        return ProcessExplorations(
            Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a }),
            parameters: parameters, properties: properties, restrictions: restrictions.map(\.value),
            mayHaveCall: mayHaveCall, termStates: statesWithTerm)
    }

    /// The same, where each process knows the ways on which it was explored.
    fileprivate func led(by explorations: ProcessExplorations) -> WorkflowDraft {
        var draft = self
        for (name, exploration) in explorations.explorations {
            draft.processes[name]?.value.ways = exploration.details.ways
        }
        return draft
    }
}
