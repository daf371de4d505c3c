import Agreements

/// Writes a workflow as one file without includes: the canonical form of what was loaded.
///
/// It is written from what the reader made of the files, not from their text: charts, guards, due rules,
/// roles. Order is kept (states, transitions, conditions, actions, processes, fields, texts), comments are
/// not, and notices, refusals and processes of included files that the workflow does not use are left out. What was
/// several files says that it is `merged`, so that the proof gate goes on sparing what other workflows use of them.
/// Loading what was written gives the same workflow, and writing that again the same text.
package enum WorkflowWriter {
    /// The workflow of these files as one text.
    ///
    /// - Throws: ``InvalidDefinition`` when the files are not a sound workflow.
    package static func write(
        _ sources: WorkflowSources, loader: WorkflowLoader = WorkflowLoader()
    ) throws(InvalidDefinition) -> String {
        _ = try loader.load(sources)
        let log = FindingLog()
        let documents = DocumentReader(log: log).read(sources)
        let reading = WorkflowReading(
            log: log, texts: documents.texts, environment: GuardEnvironment.environment(zone: loader.zone),
            roles: loader.roles)
        guard let main = documents.main, var draft = reading.workflow(main, includes: documents.includes)
        else {
            throw InvalidDefinition(findings: log.sorted(mainFile: sources.name))
        }
        if !documents.includes.isEmpty { draft.isMerged = true }
        return YAMLEmitter.document(value(of: draft, main))
    }

    private static func value(of draft: WorkflowDraft, _ main: YAMLNode) -> YAMLValue {
        let written = WorkflowSection.workflow.keys.filter { !["include", "fragments"].contains($0) }.map {
            key in
            (key, part(key, draft) ?? raw(key, main))
        }
        return .members(written)
    }

    /// What the writer makes anew; nil for keys that stand in the file as they are written.
    private static func part(_ key: String, _ draft: WorkflowDraft) -> YAMLValue? {
        switch key {
        case "title": draft.title.map(YAMLValue.init)
        case "merged": draft.isMerged ? .plain("true") : nil
        case "dossier": list(draft.dossier.map(YAMLValue.init))
        case "refusals":
            declared(draft.refusals, Set(draft.uses.refusals.map(\.name))) { _, text in YAMLValue(text) }
        case "rules":
            draft.rules.isEmpty
                ? nil
                : .mapping(
                    draft.rules.sorted { $0.value.place < $1.value.place }.map {
                        YAMLMember(key: $0.key, value: YAMLValue($0.value.value))
                    })
        case "duties": list(draft.duties.map(YAMLValue.init))
        case "restrictions": list(draft.restrictions.map { YAMLValue($0.value) })
        case "notices":
            declared(draft.notices, Set(draft.uses.notices.map(\.name))) { _, notice in YAMLValue(notice) }
        case "inputs":
            declared(draft.inputs, draft.inputNames) { _, label in YAMLValue(label) }
        case "choices":
            declared(draft.choices, draft.choiceNames) { _, text in YAMLValue(text) }
        case "processes":
            .mapping(
                draft.orderedProcesses.map {
                    YAMLMember(key: $0.value.name, value: ProcessWriter($0.value).value)
                })
        case "properties": list(draft.properties.map(YAMLValue.init))
        default: nil
        }
    }

    private static func list(_ items: [YAMLValue]) -> YAMLValue? { items.isEmpty ? nil : .list(items) }

    private static func raw(_ key: String, _ main: YAMLNode) -> YAMLValue? {
        guard case .mapping(let entries) = main.content else { return nil }
        return entries.first { $0.key == key }.flatMap { entry in
            switch entry.value.content {
            case .sequence(let items) where items.isEmpty && key != "parameters": nil
            default: key == "version" ? .text(entry.value.scalar?.text ?? "") : YAMLValue(entry.value)
            }
        }
    }

    /// What is used, the main file's first, in the order of the files.
    private static func declared<Value>(
        _ table: [String: WorkflowDraft.Declared<Value>], _ used: Set<String>,
        _ value: (String, Value) -> YAMLValue
    ) -> YAMLValue? {
        let kept = table.filter { used.contains($0.key) || $0.value.isOwn }
            .sorted { a, b in
                a.value.isOwn != b.value.isOwn ? a.value.isOwn : a.value.place < b.value.place
            }
        return kept.isEmpty
            ? nil : .mapping(kept.map { YAMLMember(key: $0.key, value: value($0.key, $0.value.value)) })
    }
}
