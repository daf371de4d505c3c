import Agreements

/// What an event was, in the words of its definition.
enum EventTexts {
    static func what(_ event: Event, in workflow: Workflow, _ agreement: Agreement) -> LocalizedText {
        let definition = agreement.processes[event.process].flatMap { workflow.processes[$0.definition] }
        let entered = event.toState.filter { !event.fromState.contains($0) }.compactMap {
            definition?.states[$0]?.title
        }
        let act =
            definition?.transitions.values.filter { $0.event == event.type }.sorted { $0.label < $1.label }
            .compactMap(\.title).first ?? fixed[event.type]
        let about = event.process == "life" ? nil : definition?.title
        let parts = [about, act ?? (entered.isEmpty ? spelled(event.type) : nil)].compactMap(\.self)
        let head = LocalizedText(
            fr: parts.map(\.fr).joined(separator: " : "), en: parts.map(\.en).joined(separator: ": "))
        guard !entered.isEmpty else { return head }
        let states = LocalizedText(
            fr: entered.map(\.fr).joined(separator: ", "), en: entered.map(\.en).joined(separator: ", "))
        guard !parts.isEmpty else { return states }
        return LocalizedText(fr: "\(head.fr) → \(states.fr)", en: "\(head.en) → \(states.en)")
    }

    private static func spelled(_ name: String) -> LocalizedText {
        LocalizedText(fr: FieldTexts.spelled(name), en: FieldTexts.spelled(name))
    }

    private static let fixed: [String: LocalizedText] = [
        "propose": .init(fr: "Dossier ouvert", en: "File opened"),
        "edit": .init(fr: "Dossier modifié", en: "Dossier changed"),
        "document": .init(fr: "Document ajouté", en: "Document added"),
        "migrate": .init(fr: "Nouvelle version des règles", en: "New version of the rules"),
    ]
}
