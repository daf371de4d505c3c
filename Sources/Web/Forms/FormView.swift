import Agreements

/// The fields of a form as templates show them: with what was typed, and what is wrong with it.
struct FormView {
    let fields: [FormField]
    let typed: Fields?
    let problems: [String: LocalizedText]
    let language: Language

    /// - Parameters:
    ///   - typed: what was sent, when the form comes back; its names begin with ``prefix``.
    ///   - problems: by name of the field.
    init(
        _ fields: [FormField], typed: Fields? = nil, problems: [String: LocalizedText] = [:],
        in language: Language
    ) {
        self.fields = fields
        self.typed = typed
        self.problems = problems
        self.language = language
    }

    /// Before the names of a definition's own fields, so that none meets a name of ours.
    static let prefix = "f."

    /// Whether a form may send this name several times: boxes are ticked under one name.
    ///
    /// Of a definition's own fields ``checkRepeats(_:of:)`` knows which.
    static func mayRepeat(_ name: String) -> Bool { name.hasPrefix(prefix) || name == BatchForm.box }

    /// Refuses a form that sends two values for a field of one: two readers of it must not see different values.
    static func checkRepeats(_ form: Fields, of fields: [FormField]) throws(Problem) {
        for field in fields {
            if case .choices = field.kind { continue }
            guard form.all(prefix + field.name).count < 2 else { throw Problem(.duplicateFormKey) }
        }
    }

    var values: [[String: Any]] { fields.map(value) }

    /// The same, each part of the form in its frame, with its title.
    var valuesInParts: [[String: Any]] {
        var isOpen = false
        return fields.enumerated().map { index, field in
            var values = value(field)
            if let section = field.section {
                values["partTitle"] = section[language]
                isOpen = true
            }
            let isLast = index + 1 == fields.count || fields[index + 1].section != nil
            values["endsPart"] = isOpen && isLast
            return values
        }
    }

    /// What is wrong, for the summary at the top, in the order of the fields.
    var summary: [[String: Any]] {
        fields.compactMap { field in
            problems[field.name].map {
                ["id": Self.id(field.name), "label": field.label[language], "problem": $0[language]]
            }
        }
    }

    static func id(_ name: String) -> String {
        "field-" + name.map { $0.isLetter || $0.isNumber ? "\($0)" : "-" }.joined()
    }

    private func value(_ field: FormField) -> [String: Any] {
        let name = Self.prefix + field.name
        let current = typed.map { $0.all(name) } ?? field.held
        var values: [String: Any] = [
            "name": name, "id": Self.id(field.name), "label": field.label[language],
            "isRequired": field.isRequired, "isFree": !field.isRequired && !field.hasAlternative,
            "value": current.first ?? "",
        ]
        if let help = field.help { values["help"] = help[language] }
        if let problem = problems[field.name] { values["problem"] = problem[language] }
        values["describedBy"] = described(field)
        switch field.kind {
        case .line: values["input"] = ["type": "text"]
        case .number: values["input"] = ["type": "text", "mode": "numeric"]
        case .day: values["input"] = ["type": "date"]
        case .moment: values["input"] = ["type": "datetime-local"]
        case .text: values["isText"] = true
        case .flag: values["hasSelect"] = ["select": choices(Self.flag, current, field)]
        case .choice(let options): values["hasSelect"] = ["select": choices(options, current, field)]
        case .choices(let options): values["hasBoxes"] = ["boxes": choices(options, current, field)]
        }
        return values
    }

    private func described(_ field: FormField) -> String {
        let id = Self.id(field.name)
        return [field.help.map { _ in "\(id)-help" }, problems[field.name].map { _ in "\(id)-problem" }]
            .compactMap(\.self).joined(separator: " ")
    }

    private static let flag = [
        FormChoice("true", Catalogue.text("form.yes")), FormChoice("false", Catalogue.text("form.no")),
    ]

    private func choices(_ options: [FormChoice], _ current: [String], _ field: FormField) -> [[String: Any]]
    {
        options.enumerated().map { index, option in
            [
                "value": option.value, "label": option.label[language],
                "isChosen": current.contains(option.value),
                "optionID": "\(Self.id(field.name))-\(index)", "name": Self.prefix + field.name,
            ]
        }
    }
}
