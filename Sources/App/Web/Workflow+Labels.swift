import Agreements

extension Workflow {
    /// What a value of an act is called; a definition that is older than labels has its names spelled out.
    func label(ofInput name: String) -> LocalizedText { inputs[name]?.label ?? Self.spelled(name) }

    /// What can be chosen, in words.
    func text(ofChoice value: String) -> LocalizedText {
        choices[value]
            ?? (value.contains(where: \.isLowercase) ? Self.spelled(value) : .init(fr: value, en: value))
    }

    private static func spelled(_ name: String) -> LocalizedText {
        LocalizedText(fr: FieldTexts.spelled(name), en: FieldTexts.spelled(name))
    }
}
