import Agreements

/// A definition that says what the values of its acts are called says it of each.
///
/// One that labels none is shown with its names spelled out, as those written before labels were are.
enum MissingLabels: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        guard !draft.inputs.isEmpty || !draft.choices.isEmpty else { return }
        for use in draft.uses.inputs where draft.inputs[use.name] == nil {
            log.report(
                .missingLabel, at: use.place,
                .init(
                    fr: "la valeur \(use.name) n’a pas de libellé", en: "the value \(use.name) has no label"),
                suggestion: "inputs: { \(use.name): { label: { fr: …, en: … } } }")
        }
        // What is written in capitals, such as a grade, is its own text.
        for use in draft.uses.choices
        where draft.choices[use.name] == nil && use.name.contains(where: \.isLowercase) {
            log.report(
                .missingLabel, at: use.place,
                .init(fr: "le choix \(use.name) n’a pas de texte", en: "the choice \(use.name) has no text"),
                suggestion: "choices: { \(use.name): { fr: …, en: … } }")
        }
    }
}
