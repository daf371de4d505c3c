import Agreements

extension YAMLValue {
    init(_ text: LocalizedText) { self = .members([("fr", .text(text.fr)), ("en", .text(text.en))]) }

    init(_ values: DatedValues) {
        let first = YAMLValue.members([("value", YAMLValue(values.first))])
        self = .list(
            [first]
                + values.changes.map {
                    .members([("from", .text($0.from.description)), ("value", YAMLValue($0.value))])
                })
    }

    init(_ json: JSON) {
        switch json {
        case .null: self = .plain("~")
        case .bool(let flag): self = .plain("\(flag)")
        case .integer(let number): self = .plain("\(number)")
        case .string(let text): self = .text(text)
        case .array(let items): self = .list(items.map(YAMLValue.init))
        case .object(let members):
            self = .members(members.sorted { $0.key < $1.key }.map { ($0.key, YAMLValue($0.value)) })
        }
    }

    init(_ formula: Formula) { self = .text(formula.source) }

    init(_ kind: InputField.Kind) {
        switch kind {
        case .text: self = .text("text")
        case .integer: self = .text("integer")
        case .flag: self = .text("flag")
        case .day: self = .text("day")
        case .instant: self = .text("instant")
        case .person: self = .text("person")
        case .candidate: self = .text("candidate")
        case .document: self = .text("document")
        case .party: self = .text("party")
        case .organisation: self = .text("organisation")
        case .organisations: self = .text("organisations")
        case .call: self = .text("call")
        case .choice(let words): self = .list(words.map(YAMLValue.text))
        }
    }

    init(_ field: DossierField) {
        self = .members([
            ("name", .text(field.name)), ("title", YAMLValue(field.title)),
            ("section", field.section.map(YAMLValue.init)), ("help", field.help.map(YAMLValue.init)),
            ("kind", YAMLValue(field.kind)),
            ("required", .plain("\(field.required)")),
            ("max", field.lengthMax == 2_000 ? nil : .plain("\(field.lengthMax)")),
            ("partOf", field.share.map { .text($0.total) }),
            ("percent", field.share?.percentMax.map { .plain("\($0)") }),
        ])
    }

    init(_ label: InputLabel) {
        self = .members([
            ("label", YAMLValue(label.label)), ("help", label.help.map(YAMLValue.init)),
            ("long", label.isLong ? .plain("true") : nil),
        ])
    }

    init(_ duty: ExclusiveDuty) {
        self = .members([
            ("first", .list(duty.first.map(YAMLValue.text))),
            ("second", .list(duty.second.map(YAMLValue.text))),
            ("else", .text(duty.refusal)), ("inOrder", duty.isInOrder ? .plain("true") : nil),
        ])
    }

    init(_ restriction: ActRestriction) {
        self = .members([
            ("while", .plain(restriction.status.rawValue)),
            ("only", .list(restriction.permitted.map(YAMLValue.text))),
            ("else", .text(restriction.refusal)),
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
        guard !use.to.isEmpty || use.condition != nil || use.others else {
            self = .text(use.notice)
            return
        }
        self = .members([
            ("notice", .text(use.notice)), ("to", .roles(use.to)), ("if", use.condition.map(YAMLValue.init)),
            ("others", use.others ? .plain("true") : nil),
        ])
    }
}
