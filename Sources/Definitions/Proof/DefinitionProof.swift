import Agreements

/// The whole gate over one definition that was read.
struct DefinitionProof {
    let draft: WorkflowDraft
    let sha256: String
    let mainFile: String
    let log: FindingLog

    func proof() -> Proof {
        let processes = draft.orderedProcesses.map(\.value)
        let definitions = processes.compactMap(\.definition)
        // A process that could not be read would make others look wrong.
        let isWhole =
            !definitions.isEmpty && definitions.count == processes.count
            && draft.processes["life"] != nil
        let skipped = isWhole ? Set(WorkflowChecks.behavioural.map { ObjectIdentifier($0) }) : []
        let loading = WorkflowChecks.loading.filter { !skipped.contains(ObjectIdentifier($0)) }
        WorkflowChecks.run(loading + WorkflowChecks.proving, on: draft, log)
        var properties: [Proof.Property] = []
        var situations: [String: Int] = [:]
        if isWhole { explore(definitions, &properties, &situations) }
        let found = log.sorted(mainFile: mainFile)
        return Proof(
            workflow: draft.workflow(sha256: sha256), findings: found.filter { !$0.code.isWarning },
            warnings: found.filter(\.code.isWarning), properties: properties, situations: situations)
    }

    private func explore(
        _ definitions: [ProcessDefinition], _ properties: inout [Proof.Property],
        _ situations: inout [String: Int]
    ) {
        let explored = ProcessExplorations(
            Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a }),
            parameters: draft.parameters, properties: draft.properties)
        for process in draft.orderedProcesses.map(\.value) {
            guard let exploration = explored.explorations[process.name], let definition = process.definition
            else { continue }
            situations[process.name] = exploration.situationsCount
            BehaviourFindings(
                draft: process, reading: ProcessReading(definition), exploration: exploration,
                behaviours: explored.behaviours, log: log
            ).report()
        }
        for (index, rule) in draft.properties.enumerated() {
            guard let answer = explored.explorations[rule.process]?.details.answers[index] else { continue }
            properties.append(.init(rule: rule, answer: answer))
            report(rule, answer)
        }
    }

    private func report(_ rule: PropertyRule, _ answer: PropertyAnswer) {
        let words = "\(rule.kind.rawValue): \(rule.title.en)"
        switch answer {
        case .proved: break
        case .refuted(let path):
            log.report(.propertyRefuted, at: rule.place, "the property is refuted (\(words))", path: path)
        case .notDecided(let reason):
            log.report(
                .propertyNotDecided, at: rule.place, "the property is not decided (\(words)): \(reason)")
        }
    }
}
