import Agreements

extension WorkflowReading {
    /// What the values of acts and the choices in them are called: the definition's own words go before shared ones.
    func labels(_ fields: Fields, isOwn: Bool, _ draft: inout WorkflowDraft) {
        for entry in read.entries(
            fields["inputs"], .init(fr: "un tableau de libellés", en: "a mapping of labels"))
        {
            guard read.isName(entry.key, .word, at: entry.place), let label = inputLabel(entry.value) else {
                continue
            }
            guard isOwn || draft.inputs[entry.key]?.isOwn != true else { continue }
            declare(
                .init(value: label, place: entry.place, isOwn: isOwn), entry,
                .init(fr: "le libellé", en: "label"), in: &draft.inputs)
        }
        for entry in read.entries(
            fields["choices"], .init(fr: "un tableau de textes", en: "a mapping of texts"))
        {
            guard let text = localized(entry.value) else { continue }
            guard isOwn || draft.choices[entry.key]?.isOwn != true else { continue }
            declare(
                .init(value: text, place: entry.place, isOwn: isOwn), entry,
                .init(fr: "le choix", en: "choice"), in: &draft.choices)
        }
    }

    private func inputLabel(_ node: YAMLNode) -> InputLabel? {
        guard let fields = fields(node, .inputLabel) else { return nil }
        let help = localized(fields["help"])
        let isLong = read.flag(fields["long"]) ?? false
        return localized(fields.required("label")).map { InputLabel($0, help: help, isLong: isLong) }
    }
}
