import Agreements

extension ScenarioReading {
    private static var keys: [String] {
        [
            "agreement", "process", "state", "in", "notIn", "legal", "legalFrom", "reference", "start", "end",
            "parties", "children", "tasks", "noTasks", "timers", "noTimers", "notices", "noNotices", "acts",
            "document", "vars", "instrument", "renewals", "labs", "sees", "seesNot", "registerNumber",
            "trail", "signatures", "kept",
        ]
    }

    func expectation(_ node: YAMLNode) -> Expectation? {
        guard let fields = read.fields(node, .init(fr: "une attente", en: "an expectation"), keys: Self.keys)
        else { return nil }
        var expected = Expectation(
            place: node.place, agreement: key(fields.required("agreement"), .agreement) ?? "")
        expected.process = process(fields["process"])
        expected.state = fields["state"].map { texts($0).sorted() }
        expected.isIn = texts(fields["in"])
        expected.isNotIn = texts(fields["notIn"])
        expected.legal = read.word(fields["legal"], LegalStatus.self)
        expected.legalFrom = day(fields["legalFrom"])
        expected.reference = read.text(fields["reference"])
        expected.registerNumber = read.text(fields["registerNumber"])
        expected.start = day(fields["start"])
        expected.end = day(fields["end"])
        expected.parties = fields["parties"].map { keys($0, .organisation) }
        expected.instrument = read.text(fields["instrument"])
        expected.renewals = read.integer(fields["renewals"], in: 0...99).map { Int($0) }
        expected.labs = fields["labs"].map(texts)
        expected.children = children(fields["children"])
        expected.tasks = read.oneOrMore(fields["tasks"]).compactMap(task)
        expected.noTasks = texts(fields["noTasks"])
        expected.timers = read.oneOrMore(fields["timers"]).compactMap(timer)
        expected.noTimers = texts(fields["noTimers"])
        expected.notices = read.oneOrMore(fields["notices"]).compactMap { notice($0, isNone: false) }
        expected.noNotices = read.oneOrMore(fields["noNotices"]).compactMap { notice($0, isNone: true) }
        expected.acts = acts(fields["acts"])
        expected.sees = sights(fields["sees"])
        expected.seesNot = sights(fields["seesNot"])
        expected.trail = fields["trail"].map(texts)
        expected.document = fields["document"].flatMap(document)
        expected.signatures = fields["signatures"].map {
            read.list($0, .init(fr: "une liste de signatures", en: "a list of signatures")).compactMap(
                signature)
        }
        expected.vars = values(fields["vars"])
        expected.kept = fields["kept"].map(kept)
        return expected
    }

    private func children(_ node: YAMLNode?) -> [String: String?] {
        let entries = read.entries(
            node,
            .init(
                fr: "un tableau de processus enfants avec leurs issues",
                en: "a mapping from child processes to outcomes"))
        for entry in entries { usePath(entry.key, at: entry.place) }
        let outcomes = entries.map { ($0.key, $0.value.isNull ? nil : read.text($0.value)) }
        return Dictionary(outcomes, uniquingKeysWith: { first, _ in first })
    }

    private func acts(_ node: YAMLNode?) -> [String: [String]] {
        let entries = read.entries(
            node, .init(fr: "un tableau de personnes avec leurs actes", en: "a mapping from people to acts"))
        for entry in entries { names.use(entry.key, [.person], at: entry.place) }
        return Dictionary(
            entries.map { ($0.key, texts($0.value).sorted()) }, uniquingKeysWith: { first, _ in first })
    }

    private func kept(_ node: YAMLNode) -> [String: Day] {
        let entries = read.entries(
            node,
            .init(
                fr: "un tableau de règles de conservation avec leurs jours",
                en: "a mapping from rules of retention to days"))
        for entry in entries { names.use(entry.key, [.retention], at: entry.place) }
        return Dictionary(
            entries.compactMap { entry in day(entry.value).map { (entry.key, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    private func sights(_ node: YAMLNode?) -> [String: [String]] {
        let entries = read.entries(
            node,
            .init(
                fr: "un tableau de personnes avec ce qu’elles voient",
                en: "a mapping from people to what they see"))
        for entry in entries { names.use(entry.key, [.person], at: entry.place) }
        return Dictionary(
            entries.map { ($0.key, read.oneOrMore($0.value).compactMap(sight)) },
            uniquingKeysWith: { first, _ in first })
    }

    private func sight(_ node: YAMLNode) -> String? {
        guard let word = read.text(node, .init(fr: "ce qui est vu", en: "what is seen")) else { return nil }
        let words = [Expectation.fileWord] + Matter.allCases.map(\.rawValue) + [Expectation.askedTextWord]
        guard words.contains(word) else {
            log.report(
                .badValue, at: node.place,
                .init(
                    fr:
                        "\(word.quotedInFrench) n’est pas ce qu’une personne peut voir : \(words.joined(separator: ", "))",
                    en: "\(word.quoted) is not what a person can see: \(words.joined(separator: ", "))"))
            return nil
        }
        return word
    }

    private func task(_ node: YAMLNode) -> Expectation.Task? {
        guard
            let fields = read.fields(
                node, .init(fr: "une tâche", en: "a task"), keys: ["role", "state", "due", "process"])
        else {
            return nil
        }
        let (state, process) = (read.text(fields["state"]), self.process(fields["process"]))
        let due = instant(fields["due"])
        return read.text(fields.required("role")).map {
            .init(role: $0, state: state, due: due, process: process)
        }
    }

    private func timer(_ node: YAMLNode) -> Expectation.Timer? {
        guard
            let fields = read.fields(
                node, .init(fr: "un délai", en: "a timer"), keys: ["name", "due", "state", "process"])
        else {
            return nil
        }
        let name = read.text(fields.required("name"))
        let due = instant(fields.required("due"))
        let (state, process) = (read.text(fields["state"]), self.process(fields["process"]))
        guard let name, let due else { return nil }
        return .init(name: name, due: due, state: state, process: process)
    }

    private func notice(_ node: YAMLNode, isNone: Bool) -> Expectation.Notice? {
        if isNone, node.scalar != nil {
            return read.text(node).map { .init(id: $0, to: [], count: 0) }
        }
        let keys = ["id", "to"] + (isNone ? [] : ["count", "at", "process", "only"])
        guard let fields = read.fields(node, .init(fr: "un avis", en: "a notice"), keys: keys) else {
            return nil
        }
        let to = self.keys(fields["to"], .person)
        let count = isNone ? 0 : read.integer(fields["count"], in: 1...1_000) ?? 1
        let (at, process) = (instant(fields["at"]), self.process(fields["process"]))
        let only = read.flag(fields["only"]) ?? false
        return read.text(fields.required("id"))
            .map { .init(id: $0, to: to, count: Int(count), at: at, process: process, only: only) }
    }

    private func signature(_ node: YAMLNode) -> Expectation.Signature? {
        let keys = ["party", "document", "void", "dated", "received"]
        guard let fields = read.fields(node, .init(fr: "une signature", en: "a signature"), keys: keys) else {
            return nil
        }
        let party = key(fields.required("party"), .organisation)
        let document = key(fields.required("document"), .document)
        let void = read.flag(fields["void"]) ?? false
        let (dated, received) = (day(fields["dated"]), day(fields["received"]))
        guard let party, let document else { return nil }
        return .init(party: party, document: document, void: void, dated: dated, received: received)
    }

    private func document(_ node: YAMLNode) -> Expectation.Document? {
        guard
            let fields = read.fields(
                node, .init(fr: "un document", en: "a document"), keys: ["key", "version", "void", "current"])
        else {
            return nil
        }
        let version = read.integer(fields["version"], in: 1...1_000_000).map { Int($0) }
        let (void, current) = (read.flag(fields["void"]), read.flag(fields["current"]))
        return key(fields.required("key"), .document)
            .map { .init(key: $0, version: version, void: void, current: current) }
    }
}
