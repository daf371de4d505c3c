import Agreements

/// The parameters that the engine itself reads have the form that it needs.
enum ReservedParameters: WorkflowCheck {
    /// Lists of roles: who proposes, edits the dossier, adds texts, records from paper.
    private static let roleLists = ["proposers", "editors", "textEditors", "recorders"]

    /// All that the engine reads.
    static let names = Set(
        roleLists + [
            "editableIn", "closedIn", "eliminatedIn", "eliminators", "unstickers", "named", "holders",
            "startsOn",
            "earliestStart",
        ])

    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        let read = NodeReader(log: log)
        for entry in draft.parameterNodes {
            if roleLists.contains(entry.key) {
                for item in read.list(entry.value, .init(fr: "une liste de rôles", en: "a list of roles")) {
                    check(item, .init(fr: "aucun rôle", en: "role"), .unknownRole, draft.roles, read)
                }
            } else if ["editableIn", "closedIn", "eliminatedIn"].contains(entry.key) {
                let states = Set(draft.processes["life"]?.value.outline.states.map(\.path) ?? [])
                for item in read.list(entry.value, .init(fr: "une liste d’états", en: "a list of states")) {
                    check(item, .init(fr: "aucun état", en: "state"), .unknownState, states, read)
                }
            }
        }
    }

    private static func check(
        _ node: YAMLNode, _ what: LocalizedText, _ code: Finding.Code, _ known: Set<String>,
        _ read: NodeReader
    ) {
        guard let name = read.text(node), !known.contains(name) else { return }
        read.log.reportUnknown(code, what, name, at: node.place, known: known)
    }
}
