import Agreements

extension YAMLValue {
    init(_ text: LocalizedText) { self = .members([("fr", .text(text.fr)), ("en", .text(text.en))]) }

    init(_ formula: Formula) { self = .text(formula.source) }

    init(_ kind: InputField.Kind) {
        switch kind {
        case .text: self = .text("text")
        case .integer: self = .text("integer")
        case .flag: self = .text("flag")
        case .day: self = .text("day")
        case .instant: self = .text("instant")
        case .person: self = .text("person")
        case .document: self = .text("document")
        case .party: self = .text("party")
        case .call: self = .text("call")
        case .choice(let words): self = .list(words.map(YAMLValue.text))
        }
    }

    init(_ field: DossierField) {
        self = .members([
            ("name", .text(field.name)), ("title", YAMLValue(field.title)), ("kind", YAMLValue(field.kind)),
            ("required", .plain("\(field.required)")),
            ("max", field.lengthMax == 2_000 ? nil : .plain("\(field.lengthMax)")),
        ])
    }

    init(_ duty: ExclusiveDuty) {
        self = .members([
            ("first", .list(duty.first.map(YAMLValue.text))),
            ("second", .list(duty.second.map(YAMLValue.text))),
            ("else", .text(duty.refusal)),
        ])
    }

    init(_ notice: NoticeDefinition) {
        self = .members([
            ("to", .roles(notice.to)), ("copy", notice.copy ? nil : .plain("false")),
            ("subject", YAMLValue(notice.subject)), ("body", YAMLValue(notice.body)),
        ])
    }

    init(_ rule: PropertyRule) {
        self = .members([
            (rule.kind.rawValue, YAMLValue(rule.formula)), ("title", YAMLValue(rule.title)),
            ("process", rule.process == "life" ? nil : .text(rule.process)),
        ])
    }

    /// Roles as a list; nothing where there is none.
    static func roles(_ roles: [RoleReference]) -> YAMLValue? {
        .oneOrMore(roles.map { .text($0.description) })
    }

    init(_ use: NoticeUse) {
        guard !use.to.isEmpty || use.condition != nil else {
            self = .text(use.notice)
            return
        }
        self = .members([
            ("notice", .text(use.notice)), ("to", .roles(use.to)), ("if", use.condition.map(YAMLValue.init)),
        ])
    }
}
