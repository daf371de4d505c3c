import Agreements

extension ScenarioReading {
    private static var keys: [String] {
        [
            "scenario", "title", "workflow", "start", "organisations", "people", "calls", "delegations",
            "measures", "retention", "steps",
        ]
    }

    func scenario(_ node: YAMLNode) -> ScenarioFile? {
        guard let fields = read.fields(node, .init(fr: "un scénario", en: "a scenario"), keys: Self.keys)
        else { return nil }
        let name = read.name(fields.required("scenario"), .file)
        let title = localized(fields.required("title"))
        let start = instant(fields.required("start"))
        let workflow = read.name(fields["workflow"], .file)
        let organisations = all(fields.required("organisations"), .organisation, organisation)
        let people = all(fields.required("people"), .person, person)
        let calls = all(fields["calls"], .call, call)
        let delegations = all(fields["delegations"], .delegation) { delegation($0.key, $0.value) }
        let measures = all(fields["measures"], .measure) { measure($0.key, $0.value) }
        let retention = all(fields["retention"], .retention, retentionRule)
        let steps = read.list(
            fields.required("steps"), .init(fr: "une liste d’étapes", en: "a list of steps")
        ).compactMap(step)
        guard let name, let title, let start else { return nil }
        return ScenarioFile(
            name: name, title: title, workflow: workflow, start: start, organisations: organisations,
            people: people,
            calls: calls, delegations: delegations, measures: measures, retention: retention,
            steps: steps)
    }

    private func all<Value>(
        _ node: YAMLNode?, _ kind: ScenarioNames.Kind, _ read: (YAMLEntry) -> Value?
    ) -> [Value] {
        self.read.entries(node, .init(fr: "un tableau de clés", en: "a mapping from keys")).compactMap {
            entry in
            declare(entry.key, kind, at: entry.place)
            return read(entry)
        }
    }

    private func organisation(_ entry: YAMLEntry) -> ScenarioFile.Organisation? {
        guard
            let fields = read.fields(
                entry.value, .init(fr: "une organisation", en: "an organisation"),
                keys: ["name", "city", "country", "kind", "home"])
        else { return nil }
        let name = read.text(fields.required("name"))
        let city = read.text(fields["city"])
        let country = read.name(fields.required("country"), .capitals)
        let kind = read.word(fields.required("kind"), Party.Kind.self)
        let home = read.flag(fields["home"]) ?? false
        guard let name, let country, let kind else { return nil }
        return .init(key: entry.key, name: name, city: city, country: country, kind: kind, home: home)
    }

    private func person(_ entry: YAMLEntry) -> ScenarioFile.Person? {
        let keys = ["name", "email", "language", "organisation", "unit", "grants"]
        guard let fields = read.fields(entry.value, .init(fr: "une personne", en: "a person"), keys: keys)
        else { return nil }
        let name = read.text(fields.required("name"))
        let email = email(fields.required("email"))
        let language = read.word(fields["language"], Language.self) ?? .french
        let organisation = key(fields["organisation"], .organisation)
        let unit = read.text(fields["unit"])
        let grants = read.list(
            fields["grants"], .init(fr: "une liste d’attributions", en: "a list of grants")
        ).compactMap(grant)
        guard let name, let email else { return nil }
        return .init(
            key: entry.key, name: name, email: email, language: language, organisation: organisation,
            unit: unit,
            grants: grants)
    }

    /// An address that no real mailbox can have: a scenario never writes to anybody.
    private func email(_ node: YAMLNode?) -> String? {
        guard let node, let text = read.text(node) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].hasSuffix(".example"), parts[1].count > 8 else {
            log.report(
                .badValue, at: node.place,
                .init(
                    fr: "\(text.quotedInFrench) n’est pas une adresse sous .example",
                    en: "\(text.quoted) is no address under .example"))
            return nil
        }
        return text
    }

    private func call(_ entry: YAMLEntry) -> ScenarioFile.Call? {
        let keys = ["instruments", "year", "opens", "closes", "ranking"]
        guard let fields = read.fields(entry.value, .init(fr: "un appel", en: "a call"), keys: keys) else {
            return nil
        }
        let instruments = texts(fields.required("instruments"))
        let year = read.integer(fields.required("year"), in: 1_900...2_999)
        let opens = instant(fields.required("opens"))
        let closes = instant(fields.required("closes"))
        let ranking = instant(fields["ranking"])
        guard let year, let opens, let closes else { return nil }
        return .init(
            key: entry.key, instruments: instruments, year: Int(year), opens: opens, closes: closes,
            ranking: ranking)
    }

    func delegation(_ key: String?, _ node: YAMLNode) -> ScenarioFile.Delegation? {
        let keys = ["by", "to", "roles", "from", "until", "reference"] + (key == nil ? ["delegation"] : [])
        guard let fields = read.fields(node, .init(fr: "une délégation", en: "a delegation"), keys: keys)
        else { return nil }
        let key = key ?? declaredKey(fields, "delegation", .delegation)
        let by = self.key(fields.required("by"), .person)
        let to = self.key(fields.required("to"), .person)
        let roles = texts(fields.required("roles"))
        let from = day(fields.required("from"))
        let (until, reference) = (day(fields["until"]), read.text(fields["reference"]))
        guard let key, let by, let to, let from else { return nil }
        return .init(key: key, by: by, to: to, roles: roles, from: from, until: until, reference: reference)
    }

    func measure(_ key: String?, _ node: YAMLNode) -> ScenarioFile.Measure? {
        let own = ["country", "organisation", "kind", "from", "hour", "until", "reference", "exempt"]
        guard
            let fields = read.fields(
                node, .init(fr: "une mesure", en: "a measure"), keys: own + (key == nil ? ["measure"] : []))
        else {
            return nil
        }
        let key = key ?? declaredKey(fields, "measure", .measure)
        let target = target(fields)
        let kind = read.word(fields.required("kind"), Measure.Kind.self)
        let from = day(fields.required("from"))
        let hour: TimeOfDay? = read.value(fields["hour"]) { text throws(TimeTextError) in
            try TimeOfDay(parsing: text)
        }
        let (until, reference) = (day(fields["until"]), read.text(fields["reference"]))
        guard let key, let target, let kind, let from else { return nil }
        return .init(
            key: key, target: target, kind: kind, from: from, hour: hour, until: until, reference: reference,
            exempt: texts(fields["exempt"]))
    }

    private func target(_ fields: Fields) -> ScenarioFile.Measure.Target? {
        switch (fields["country"], fields["organisation"]) {
        case (let country?, nil): return read.name(country, .capitals).map { .country($0) }
        case (nil, let organisation?): return key(organisation, .organisation).map { .organisation($0) }
        case (nil, nil), (_?, _?):
            log.report(
                .conflict, at: fields.place,
                .init(
                    fr: "une mesure concerne un pays ou une organisation",
                    en: "a measure concerns a country or an organisation"))
            return nil
        }
    }

    private func retentionRule(_ entry: YAMLEntry) -> RetentionRule? {
        guard
            let fields = read.fields(
                entry.value, .init(fr: "une règle de conservation", en: "a rule of retention"),
                keys: ["what", "period", "fate"])
        else { return nil }
        let what = read.oneOrMore(fields.required("what")).compactMap { node -> RetentionRule.Matter? in
            guard let text = read.text(node) else { return nil }
            guard let matter = RetentionRule.Matter(text) else {
                log.report(
                    .badValue, at: node.place,
                    .init(
                        fr: "\(text.quotedInFrench) n’est pas de ce qui se conserve",
                        en: "\(text.quoted) is nothing that is kept"))
                return nil
            }
            return matter
        }
        let period: Period? = read.value(fields.required("period")) { text throws(TimeTextError) in
            try Period(parsing: text)
        }
        let fate = read.word(fields.required("fate"), RetentionRule.Fate.self)
        guard let period, let fate else { return nil }
        return RetentionRule(
            code: entry.key, title: LocalizedText(name: entry.key), what: what, period: period, fate: fate)
    }

    func declaredKey(_ fields: Fields, _ key: String, _ kind: ScenarioNames.Kind) -> String? {
        guard let node = fields.required(key), let text = read.text(node, .init(fr: "une clé", en: "a key"))
        else { return nil }
        declare(text, kind, at: node.place)
        return text
    }
}
