import Agreements

extension WorkflowReading {
    /// Reads the main file and what its includes add.
    func workflow(_ main: YAMLNode, includes: [YAMLNode]) -> WorkflowDraft? {
        guard let fields = fields(main, .workflow) else { return nil }
        var draft = WorkflowDraft(place: main.place, roles: roles)
        head(fields, &draft)
        parts(fields, isOwn: !draft.isMerged, &draft)
        for node in includes {
            if let included = self.fields(node, .include) { parts(included, isOwn: false, &draft) }
        }
        fragments = Fragments([main] + includes, read)
        fragments.reportUnused(of: main, in: [main] + includes, slips)
        processes(fields, includes, &draft)
        if draft.processes["life"] == nil {
            log.report(
                .missingKey, at: fields["processes"]?.place ?? main.place,
                .init(fr: "il n’y a pas de processus « life »", en: "there is no process \"life\""))
        }
        draft.uses = uses
        draft.properties = ([main] + includes).flatMap { properties(of: $0, draft) }
        draft.noticeTexts = noticeTexts
        draft.slips = slips.findings.uniqued()
        return draft
    }

    private func head(_ fields: Fields, _ draft: inout WorkflowDraft) {
        draft.id = read.name(fields.required("workflow"), .file)
        draft.version = read.text(fields.required("version"))
        draft.title = localized(fields.required("title"))
        draft.instrument = read.name(fields.required("instrument"), .capitals)
        draft.entry = read.choice(fields.required("entry"), [("call", .call), ("open", .open)])
        draft.isMerged = read.flag(fields["merged"]) ?? false
        draft.parameterNodes = read.entries(
            fields["parameters"], .init(fr: "un tableau de paramètres", en: "a mapping of parameters"))
        for entry in draft.parameterNodes where read.isName(entry.key, .word, at: entry.place) {
            draft.parameters[entry.key] = json(entry.value)
        }
        for node in read.list(
            fields["duties"], .init(fr: "une liste de fonctions à séparer", en: "a list of duties"))
        {
            guard let duty = duty(node) else { continue }
            draft.duties.append(duty)
            draft.dutyPlaces.append(node.place)
        }
        draft.restrictions = read.list(
            fields["restrictions"], .init(fr: "une liste de restrictions", en: "a list of restrictions")
        ).compactMap(
            restriction)
    }

    private func duty(_ node: YAMLNode) -> ExclusiveDuty? {
        guard let fields = fields(node, .duty) else { return nil }
        let groups = ["first", "second"].map { key in read.oneOrMore(fields.required(key)).compactMap(usedAct)
        }
        let isInOrder = read.flag(fields["inOrder"]) ?? false
        return usedRefusal(fields.required("else"))
            .map { ExclusiveDuty(first: groups[0], second: groups[1], refusal: $0, isInOrder: isInOrder) }
    }

    private func restriction(_ node: YAMLNode) -> WorkflowDraft.Restriction? {
        guard let fields = fields(node, .restriction) else { return nil }
        let status = read.word(fields.required("while"), LegalStatus.self)
        let permitted = read.oneOrMore(fields.required("only")).compactMap(usedAct)
        guard let refusal = usedRefusal(fields.required("else")), let status else { return nil }
        return WorkflowDraft.Restriction(
            value: ActRestriction(status: status, permitted: permitted, refusal: refusal), place: node.place)
    }

    private func usedAct(_ node: YAMLNode) -> String? {
        guard let act = read.text(node, .init(fr: "un acte", en: "an act")) else { return nil }
        uses.acts.append(Uses.Use(name: act, place: node.place))
        return act
    }

    /// `[{ value: P3M }, { from: 2013-07-24, value: P1M }]`: only the first has no first day.
    private func datedValues(_ node: YAMLNode) -> DatedValues? {
        var values: DatedValues?
        for item in read.list(
            node,
            .init(
                fr: "une liste de valeurs avec leurs premiers jours",
                en: "a list of values with their first days"))
        {
            guard let fields = self.fields(item, .datedValue), let value = fields.required("value").map(json)
            else { return nil }
            guard let so = values else {
                if let from = fields["from"] {
                    log.report(
                        .conflict, at: from.place,
                        .init(
                            fr: "la première valeur vaut depuis toujours : elle n’a pas de from",
                            en: "the first value holds since ever: it has no from"))
                }
                values = DatedValues(first: value)
                continue
            }
            guard
                let from = fields.required("from").flatMap({
                    read.value($0) { text throws(TimeTextError) in try Day(parsing: text) }
                })
            else { return nil }
            if let last = so.changes.last?.from, last >= from {
                log.report(
                    .conflict, at: item.place,
                    .init(fr: "\(from) ne vient pas après \(last)", en: "\(from) does not come after \(last)")
                )
            }
            values?.changes.append(.init(from: from, value: value))
        }
        if values == nil {
            log.report(
                .wrongKind, at: node.place,
                .init(fr: "il faut au moins une valeur à une règle", en: "a rule needs one value at least"))
        }
        return values
    }

    /// A value of a parameter: plain integers and `true` or `false` are read, the rest is text.
    private func json(_ node: YAMLNode) -> JSON {
        switch node.content {
        case .sequence(let items): return .array(items.map(json))
        case .mapping(let entries):
            return .object(
                Dictionary(entries.map { ($0.key, json($0.value)) }, uniquingKeysWith: { a, _ in a }))
        case .scalar(let scalar):
            guard scalar.style == .plain else { return .string(scalar.text) }
            if node.isNull { return .null }
            if let flag = Bool(scalar.text) { return .bool(flag) }
            if let number = Int64(scalar.text), String(number) == scalar.text { return .integer(number) }
            return .string(scalar.text)
        }
    }

    // MARK: What includes may hold too

    private func parts(_ fields: Fields, isOwn: Bool, _ draft: inout WorkflowDraft) {
        for entry in read.entries(
            fields["refusals"], .init(fr: "un tableau de refus", en: "a mapping of refusals"))
        {
            guard read.isName(entry.key, .code, at: entry.place) else { continue }
            guard let text = localized(entry.value) else {
                draft.unreadNames.insert(entry.key)
                continue
            }
            declare(
                .init(value: text, place: entry.place, isOwn: isOwn), entry,
                .init(fr: "le refus", en: "refusal"),
                in: &draft.refusals)
        }
        for entry in read.entries(
            fields["notices"], .init(fr: "un tableau d’avis", en: "a mapping of notices"))
        {
            guard read.isName(entry.key, .code, at: entry.place) else { continue }
            guard let notice = notice(entry.key, entry.value) else {
                draft.unreadNames.insert(entry.key)
                continue
            }
            declare(
                .init(value: notice, place: entry.place, isOwn: isOwn), entry,
                .init(fr: "l’avis", en: "notice"),
                in: &draft.notices)
        }
        for entry in read.entries(
            fields["rules"], .init(fr: "un tableau de règles", en: "a mapping of rules"))
        {
            guard read.isName(entry.key, .word, at: entry.place), let values = datedValues(entry.value) else {
                continue
            }
            declare(
                .init(value: values, place: entry.place, isOwn: isOwn), entry,
                .init(fr: "la règle", en: "rule"), in: &draft.rules)
        }
        labels(fields, isOwn: isOwn, &draft)
        for node in read.list(fields["dossier"], .init(fr: "une liste de champs", en: "a list of fields")) {
            guard let field = field(node, &draft) else { continue }
            if draft.dossier.contains(where: { $0.name == field.name }) {
                log.report(
                    .duplicateName, at: node.place,
                    .init(
                        fr: "le dossier a déjà un champ \(field.name)",
                        en: "the dossier has a field \(field.name) already"))
            }
            draft.dossier.append(field)
        }
    }

    private func field(_ node: YAMLNode, _ draft: inout WorkflowDraft) -> DossierField? {
        guard let fields = fields(node, .field) else { return nil }
        let name = read.name(fields.required("name"), .word)
        let title = localized(fields.required("title"))
        let kind = kind(fields.required("kind"))
        let required = read.flag(fields["required"]) ?? false
        let max = read.integer(fields["max"], in: 1...100_000) ?? 2_000
        guard let name, let title, let kind else { return nil }
        var field = DossierField(
            name: name, title: title, kind: kind, required: required, lengthMax: Int(max))
        field.help = fields["help"].flatMap(localized)
        field.section = fields["section"].flatMap(localized)
        if let total = fields["partOf"], let name = read.name(total, .word) {
            field.share = DossierField.Share(
                of: name, percentMax: read.integer(fields["percent"], in: 0...100).map { Int($0) })
            draft.dossierTotals.append(.init(part: field, node: total))
        }
        return field
    }

    func declare<Value>(
        _ declared: WorkflowDraft.Declared<Value>, _ entry: YAMLEntry, _ what: LocalizedText,
        in table: inout [String: WorkflowDraft.Declared<Value>]
    ) {
        if let first = table[entry.key] {
            log.report(
                .duplicateName, at: entry.place,
                .init(
                    fr: "\(what.fr) \(entry.key) figure déjà en \(first.place)",
                    en: "the \(what.en) \(entry.key) is declared at \(first.place)"))
        } else {
            table[entry.key] = declared
        }
    }

    // MARK: Processes

    /// All processes of the main file; of an included one only those that are run.
    private func processes(_ main: Fields, _ includes: [YAMLNode], _ draft: inout WorkflowDraft) {
        let own = read.entries(
            main["processes"], .init(fr: "un tableau de processus", en: "a mapping of processes"))
        uses.processes.insert(Uses.Use(name: "life", place: main.place), at: 0)
        var waiting: [String: YAMLEntry] = [:]
        for node in includes {
            guard case .mapping(let entries) = node.content else { continue }
            for entry in read.entries(
                entries.first { $0.key == "processes" }?.value,
                .init(fr: "un tableau de processus", en: "a mapping of processes"))
            {
                if let first = waiting[entry.key] ?? own.first(where: { $0.key == entry.key }) {
                    let message = LocalizedText(
                        fr: "le processus \(entry.key) figure déjà en \(first.place)",
                        en: "the process \(entry.key) is declared at \(first.place)")
                    log.report(.duplicateName, at: entry.place, message)
                } else {
                    waiting[entry.key] = entry
                }
            }
        }
        for entry in own { add(entry, isOwn: true, &draft) }
        while let use = uses.processes.first(where: { waiting[$0.name] != nil }),
            let entry = waiting.removeValue(forKey: use.name)
        {
            add(entry, isOwn: false, &draft)
        }
        draft.parked = Set(waiting.keys)
    }

    private func add(_ entry: YAMLEntry, isOwn: Bool, _ draft: inout WorkflowDraft) {
        guard let process = process(entry) else {
            draft.parked.insert(entry.key)
            return
        }
        draft.processes[entry.key] = .init(value: process, place: entry.place, isOwn: isOwn)
        draft.processOrder.append(entry.key)
    }
}
