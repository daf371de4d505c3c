extension Workflow {
    /// What an act of a process is called; its name where the definition has no title for it.
    func words(ofAct name: String, in definition: ProcessDefinition?) -> LocalizedText {
        let titled = definition?.transitions.values.filter { $0.event == name && $0.title != nil }
        return titled?.min { $0.label < $1.label }?.title ?? MachineActs.words(name)
    }

    /// What states of a process are called, one after the other.
    func words(ofStates states: [String], in definition: ProcessDefinition?) -> LocalizedText {
        let titles = states.map { definition?.states[$0]?.title ?? LocalizedText(fr: $0, en: $0) }
        return LocalizedText(
            fr: titles.map(\.fr).joined(separator: ", "), en: titles.map(\.en).joined(separator: ", "))
    }
}

/// What the acts are called that every file knows, whatever its definition.
enum MachineActs {
    /// The name itself for an act of a definition.
    static func words(_ name: String) -> LocalizedText { names[name] ?? LocalizedText(fr: name, en: name) }

    private static let names: [String: LocalizedText] = [
        "propose": .init(fr: "Ouvrir un dossier", en: "Open a file"),
        "edit": .init(fr: "Modifier le dossier", en: "Change the dossier"),
        "add_text": .init(fr: "Ajouter une version du texte", en: "Add a version of the text"),
        "add_document": .init(fr: "Ajouter une pièce", en: "Add a document"),
        "record": .init(fr: "Enregistrer l’acte d’autrui", en: "Record another's act"),
        "register": .init(fr: "Modifier le registre", en: "Change the register"),
        "eliminate": .init(fr: "Éliminer des pièces", en: "Eliminate contents"),
        "approve_elimination": .init(fr: "Viser une élimination", en: "Approve an elimination"),
        "skip_timer": .init(fr: "Passer outre une échéance", en: "Leave a timer out"),
    ]
}
