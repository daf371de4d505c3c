import Agreements

extension ScenarioReading {
    private static var common: [String] { ["at", "as", "note", "jump", "refused", "expect"] }
    private static var verbs: [String] {
        [
            "propose", "edit", "document", "act", "extend", "grant", "revoke", "delegate", "measure", "lift",
            "absence", "disable", "merge", "approve", "eliminate",
        ]
    }
    private static var actKeys: [String] { ["on", "input", "process", "delegation", "recorded"] }

    func step(_ node: YAMLNode) -> ScenarioStep? {
        guard
            let fields = read.fields(
                node, .init(fr: "une étape", en: "a step"), keys: Self.common + Self.verbs + Self.actKeys)
        else {
            return nil
        }
        let at = instant(fields.required("at"))
        let actor = key(fields["as"], .person)
        let verb = verb(fields)
        let expectations = read.oneOrMore(fields["expect"]).compactMap(expectation)
        let refused = read.text(
            fields["refused"], .init(fr: "le code d’un refus", en: "the code of a refusal"))
        if let node = fields["refused"], verb == nil {
            log.report(
                .conflict, at: node.place,
                .init(
                    fr: "rien ne se fait ici qui puisse être refusé",
                    en: "nothing is done here that could be refused"))
        }
        guard let at else { return nil }
        return ScenarioStep(
            place: node.place, at: at, actor: actor, note: read.text(fields["note"]),
            jump: read.flag(fields["jump"]) ?? false, verb: verb, refused: refused, expectations: expectations
        )
    }

    private func verb(_ fields: Fields) -> ScenarioStep.Verb? {
        let found = Self.verbs.filter { fields[$0] != nil }
        guard found.count <= 1 else {
            log.report(
                .conflict, at: fields.place,
                .init(
                    fr: "une étape fait une seule chose : il y a ici \(found.joined(separator: " et "))",
                    en: "a step does one thing: here are \(found.joined(separator: " and "))"))
            return nil
        }
        for key in Self.actKeys where found.first != "act" {
            guard let node = fields[key] else { continue }
            log.report(
                .conflict, at: node.place,
                .init(fr: "\(key.quotedInFrench) va avec act", en: "\(key.quoted) goes with act"))
        }
        guard let name = found.first, let node = fields[name] else { return nil }
        if !["extend", "measure", "lift", "absence", "merge", "eliminate"].contains(name), fields["as"] == nil
        {
            log.report(
                .missingKey, at: fields.place,
                .init(fr: "il faut une personne à \(name) : as", en: "\(name) needs a person: as"))
        }
        return verb(name, node, fields)
    }

    private func verb(_ name: String, _ node: YAMLNode, _ step: Fields) -> ScenarioStep.Verb? {
        switch name {
        case "propose": proposal(node).map { .propose($0) }
        case "edit": edit(node)
        case "document": document(node).map { .document($0) }
        case "act": act(node, step).map { .act($0) }
        case "extend": extend(node)
        case "grant": grantStep(node)
        case "revoke": revokeStep(node)
        case "delegate": delegation(nil, node).map { .delegate($0) }
        case "lift": key(node, .measure).map { .lift(measure: $0) }
        case "absence": absence(node).map { .absence($0) }
        case "disable": key(node, .person).map { .disable($0) }
        case "merge": merge(node)
        case "approve": approval(node)
        case "eliminate": elimination(node)
        default: measure(nil, node).map { .measure($0) }
        }
    }

    private func proposal(_ node: YAMLNode) -> ScenarioStep.Proposal? {
        let keys = [
            "agreement", "workflow", "acronym", "unit", "itmo", "call", "start", "parties", "people",
            "dossier", "labs", "cites",
        ]
        guard let fields = read.fields(node, .init(fr: "une proposition", en: "a proposal"), keys: keys)
        else { return nil }
        let agreement = declaredKey(fields, "agreement", .agreement)
        let acronym = read.text(fields["acronym"])
        let parties = self.keys(fields.required("parties"), .organisation)
        let people = read.entries(
            fields["people"],
            .init(fr: "un tableau de rôles avec leurs personnes", en: "a mapping from roles to people")
        )
        .map { ($0.key, self.keys($0.value, .person)) }
        let call = key(fields["call"], .call)
        let (start, dossier) = (day(fields["start"]), values(fields["dossier"]))
        let labs = read.oneOrMore(fields["labs"]).compactMap(lab)
        let cites = self.keys(fields["cites"], .agreement)
        guard let agreement else { return nil }
        var proposal = ScenarioStep.Proposal(
            agreement: agreement, workflow: read.text(fields["workflow"]), acronym: acronym,
            unit: read.text(fields["unit"]), itmo: read.text(fields["itmo"]), call: call, start: start,
            parties: parties, people: Dictionary(people, uniquingKeysWith: { first, _ in first }),
            dossier: dossier)
        proposal.labs = labs
        proposal.cites = cites
        return proposal
    }

    private func lab(_ node: YAMLNode) -> ScenarioStep.Lab? {
        guard
            let fields = read.fields(
                node, .init(fr: "un laboratoire", en: "a lab"), keys: ["id", "name", "party", "head"])
        else {
            return nil
        }
        let (id, name) = (read.text(fields.required("id")), read.text(fields.required("name")))
        let party = key(fields.required("party"), .organisation)
        let head = key(fields.required("head"), .person)
        guard let id, let name, let party, let head else { return nil }
        return .init(id: id, name: name, party: party, head: head)
    }

    private func edit(_ node: YAMLNode) -> ScenarioStep.Verb? {
        guard
            let fields = read.fields(
                node, .init(fr: "une modification", en: "an edit"), keys: ["agreement", "dossier"])
        else { return nil }
        let dossier = values(fields.required("dossier"))
        return key(fields.required("agreement"), .agreement).map { .edit(agreement: $0, dossier: dossier) }
    }

    private func document(_ node: YAMLNode) -> ScenarioStep.Document? {
        let keys = ["agreement", "kind", "process", "language", "text", "as"]
        guard let fields = read.fields(node, .init(fr: "un document", en: "a document"), keys: keys) else {
            return nil
        }
        let agreement = key(fields.required("agreement"), .agreement)
        let kind = read.text(fields.required("kind"))
        let text = read.text(fields.required("text"))
        let name = fields["as"] == nil ? nil : declaredKey(fields, "as", .document)
        let language = read.word(fields["language"], Language.self) ?? .french
        guard let agreement, let kind, let text else { return nil }
        return .init(
            agreement: agreement, kind: kind, process: process(fields["process"]), language: language,
            text: text, key: name)
    }

    private func act(_ node: YAMLNode, _ step: Fields) -> ScenarioStep.Act? {
        let name = read.text(node, .init(fr: "un acte", en: "an act"))
        let agreement = key(step.required("on"), .agreement)
        let input = values(step["input"])
        let process = self.process(step["process"])
        let delegation = key(step["delegation"], .delegation)
        let recorded = step["recorded"].flatMap(recording)
        guard let name, let agreement else { return nil }
        return .init(
            name: name, agreement: agreement, input: input, process: process, delegation: delegation,
            recorded: recorded)
    }

    private func recording(_ node: YAMLNode) -> ScenarioStep.Recording? {
        guard
            let fields = read.fields(
                node, .init(fr: "un enregistrement", en: "a recording"),
                keys: ["by", "dated", "scan", "reason"])
        else {
            return nil
        }
        let by = key(fields.required("by"), .person)
        let dated = day(fields.required("dated"))
        let scan = key(fields["scan"], .document)
        let reason = read.text(fields["reason"])
        guard let by, let dated else { return nil }
        return .init(by: by, dated: dated, scan: scan, reason: reason)
    }

    private func extend(_ node: YAMLNode) -> ScenarioStep.Verb? {
        guard
            let fields = read.fields(
                node, .init(fr: "un report", en: "an extension"), keys: ["call", "closes"])
        else { return nil }
        let call = key(fields.required("call"), .call)
        let closes = instant(fields.required("closes"))
        guard let call, let closes else { return nil }
        return .extend(call: call, closes: closes)
    }

    private func absence(_ node: YAMLNode) -> ScenarioStep.Absence? {
        guard
            let fields = read.fields(
                node, .init(fr: "une absence", en: "an absence"), keys: ["person", "from", "until"])
        else {
            return nil
        }
        let person = key(fields.required("person"), .person)
        let (from, until) = (day(fields.required("from")), day(fields.required("until")))
        guard let person, let from, let until else { return nil }
        return .init(person: person, from: from, until: until)
    }

    private func merge(_ node: YAMLNode) -> ScenarioStep.Verb? {
        guard
            let fields = read.fields(
                node, .init(fr: "une fusion", en: "a merger"), keys: ["scope", "from", "into"])
        else { return nil }
        let kind = read.word(fields.required("scope"), Succession.Kind.self)
        let (from, into) = (read.text(fields.required("from")), read.text(fields.required("into")))
        guard let kind, let from, let into else { return nil }
        return .merge(kind, from: from, into: into)
    }

    private func approval(_ node: YAMLNode) -> ScenarioStep.Verb? {
        guard
            let fields = read.fields(
                node, .init(fr: "un visa d’élimination", en: "a visa for an elimination"),
                keys: ["agreement", "retention", "reason"])
        else { return nil }
        let agreement = key(fields.required("agreement"), .agreement)
        let rule = key(fields.required("retention"), .retention)
        let reason = read.text(fields.required("reason"))
        guard let agreement, let rule, let reason else { return nil }
        return .approve(agreement: agreement, retention: rule, reason: reason)
    }

    private func elimination(_ node: YAMLNode) -> ScenarioStep.Verb? {
        guard
            let fields = read.fields(
                node, .init(fr: "une élimination", en: "an elimination"), keys: ["agreement", "retention"])
        else { return nil }
        let agreement = key(fields.required("agreement"), .agreement)
        let rule = key(fields.required("retention"), .retention)
        guard let agreement, let rule else { return nil }
        return .eliminate(agreement: agreement, retention: rule)
    }

    private func grantStep(_ node: YAMLNode) -> ScenarioStep.Verb? {
        guard
            let fields = read.fields(
                node, .init(fr: "une attribution", en: "a grant"), keys: ["to", "grant", "from", "until"])
        else {
            return nil
        }
        let person = key(fields.required("to"), .person)
        guard let grant = grant(fields), let person else { return nil }
        return .grant(to: person, grant)
    }

    private func revokeStep(_ node: YAMLNode) -> ScenarioStep.Verb? {
        guard
            let fields = read.fields(
                node, .init(fr: "un retrait", en: "a revocation"), keys: ["from", "grant", "delegation"])
        else {
            return nil
        }
        if let delegation = fields["delegation"] {
            return key(delegation, .delegation).map { .takeBack(delegation: $0) }
        }
        let person = key(fields.required("from"), .person)
        guard let grant = fields.required("grant").flatMap({ self.grant($0) }), let person else { return nil }
        return .revoke(from: person, grant)
    }
}
