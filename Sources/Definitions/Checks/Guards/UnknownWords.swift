import Agreements
import Expressions

/// A text that is compared with names of a known set is one of them: a slip of spelling there makes a guard
/// that never holds, and seldom one that cannot.
enum UnknownWords: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        let own = ownWords(world.draft)
        for use in world.processes.flatMap(\.formulas) {
            // An included file may name what other definitions have that include it.
            let isOwn = world.draft.isOwn(use.place)
            for word in world.wordUses(in: use) {
                guard let known = houseWords[word.field] ?? (isOwn ? own[word.field] : nil),
                    !known.contains(word.word), !isOwnKind(word)
                else { continue }
                report(word, known, at: use.place(of: word.span), log)
            }
        }
        for rule in world.draft.properties { check(rule, log) }
    }

    private static func report(_ use: WordUse, _ known: Set<String>, at place: Place, _ log: FindingLog) {
        guard use.field != "Party.country" else {
            // Of two letters any others are near.
            return log.report(
                .unknownName, at: place,
                .init(
                    fr: "il n’y a aucun pays \(use.word.quotedInFrench)",
                    en: "there is no country \(use.word.quoted)"),
                suggestion: CountryWords.meant(by: use.word))
        }
        log.reportUnknown(
            .unknownName, words[use.field] ?? .init(fr: "aucune valeur de \(use.field)", en: use.field),
            use.word,
            at: place, known: known.sorted())
    }

    /// Whether it is a kind of attachment that a definition may ask for as its own, being spelt like no other.
    private static func isOwnKind(_ word: WordUse) -> Bool {
        word.field == "Dossier.attachments"
            && Spelling.nearest(to: word.word, in: Document.officeKinds) == nil
    }

    /// The legal status that a property compares with texts.
    private static func check(_ rule: PropertyRule, _ log: FindingLog) {
        let words = CELWords.words(in: rule.formula.source)
        let known = houseWords["Agreement.legal"] ?? []
        for index in words.indices where words[index] == CELWords.Word(text: "legal") {
            let after = words.dropFirst(index + 1).prefix(3).map { $0 }
            let before = words.prefix(index).suffix(3).map { $0 }
            guard let word = compared(after) ?? compared(before.reversed()), !known.contains(word) else {
                continue
            }
            log.reportUnknown(
                .unknownName, .init(fr: "aucune situation juridique", en: "legal status"), word,
                at: rule.place, known: known.sorted())
        }
    }

    /// The text beside `==` or `!=`.
    private static func compared(_ words: [CELWords.Word]) -> String? {
        guard words.count == 3, words[2].isLiteral else { return nil }
        let sign = Set(words.prefix(2).map(\.text))
        return sign == ["="] || sign == ["!", "="] ? words[2].text : nil
    }

    /// What the words of a field are, for a message.
    private static let words: [String: LocalizedText] = [
        "Party.kind": .init(fr: "aucune sorte de partie", en: "kind of party"),
        "Dossier.attachments": .init(fr: "aucune sorte de pièce jointe", en: "kind of attachment"),
        "Actor.roles": .init(fr: "aucun rôle", en: "role"),
        "Measures.kinds": .init(fr: "aucune sorte de mesure", en: "kind of measure"),
        "MeasuredParty.kinds": .init(fr: "aucune sorte de mesure", en: "kind of measure"),
        "Child.name": .init(fr: "aucun processus enfant nommé", en: "child process named"),
        "Child.chart": .init(fr: "aucun processus", en: "process"),
        "Child.outcome": .init(fr: "aucune issue d’un processus enfant", en: "outcome of a child process"),
        "Dossier.present": .init(fr: "aucun champ du dossier", en: "field of the dossier"),
        "Dossier.missing": .init(fr: "aucun champ requis du dossier", en: "required field of the dossier"),
        "Dossier.beyond": .init(
            fr: "aucune part et aucun total parmi les montants du dossier",
            en: "part or total among the amounts of the dossier"),
        "Dossier.taken": .init(fr: "aucun nom unique du dossier", en: "name in the dossier that is unique"),
        "Agreement.instrument": .init(
            fr: "aucun dispositif de cette définition", en: "instrument of this workflow"),
        "Agreement.legal": .init(fr: "aucune situation juridique", en: "legal status"),
        "Child.states": .init(fr: "aucun état d’un processus enfant", en: "state of a child process"),
        "Signature.capacity": .init(fr: "aucune qualité d’une signature", en: "capacity of a signature"),
    ]

    /// The words of every definition.
    private static let houseWords: [String: Set<String>] = {
        let kinds = Set(Measure.Kind.allCases.map(\.rawValue))
        return [
            "Party.kind": Set(Party.Kind.allCases.map(\.rawValue)),
            "Party.country": CountryWords.all.union([""]),
            "Dossier.attachments": Document.officeKinds, "Actor.roles": RoleNames.all,
            "Measures.kinds": kinds, "MeasuredParty.kinds": kinds,
            "Agreement.legal": Set(LegalStatus.allCases.map(\.rawValue)),
        ]
    }()

    /// The words of this definition, as far as all of them are known.
    private static func ownWords(_ draft: WorkflowDraft) -> [String: Set<String>] {
        var words: [String: Set<String>] = [
            "Dossier.present": Set(draft.dossier.map(\.name)),
            "Dossier.missing": Set(draft.dossier.filter(\.required).map(\.name)),
            "Dossier.beyond": Set(
                draft.dossier.flatMap { field in field.share.map { [$0.total, field.name] } ?? [] }),
            "Dossier.taken": Set(draft.dossier.map(\.name)).intersection(["acronym"]),
        ]
        words["Agreement.instrument"] = draft.instruments
        guard draft.tellsAll else { return words }
        let processes = draft.orderedProcesses.map(\.value)
        let children = processes.flatMap(\.children)
        words["Child.name"] = Set(children.map(\.name))
        words["Child.chart"] = Set(children.map(\.run))
        words["Child.states"] = Set(
            children.compactMap { draft.processes[$0.run] }.flatMap(\.value.states).flatMap { state in
                ["", ".waiting", ".done"].map { state.id + $0 }
            })
        words["Signature.capacity"] = capacities(processes)
        words["Child.outcome"] = Set(processes.flatMap(\.states).compactMap(\.outcome)).union([""])
        return words
    }
}

extension UnknownWords {
    /// The capacities in which acts sign; nil where one may be any text.
    private static func capacities(_ processes: [ProcessDraft]) -> Set<String>? {
        let fields = processes.flatMap(\.transitions).flatMap(\.definition.input)
        var words: Set<String> = []
        for field in fields where field.name == "capacity" {
            guard case .choice(let choices) = field.kind else { return nil }
            words.formUnion(choices)
        }
        return words.isEmpty ? nil : words
    }
}

extension GuardWorld {
    /// The words of a formula by the types of what it reads in each event, each once.
    fileprivate func wordUses(in use: FormulaUse) -> [WordUse] {
        var found = Set(use.formula.program.wordUses())
        guard !found.isEmpty || use.formula.source.contains("'") || use.formula.source.contains("\"") else {
            return []
        }
        // Only what acts carry differs from event to event.
        let types = types(of: use).prefix(use.formula.source.contains("event") ? .max : 1)
        for domains in Set(types) {
            found.formUnion(use.formula.program.wordUses(knowing: domains, items: itemTypes))
        }
        return found.sorted { ($0.span.start, $0.word) < ($1.span.start, $1.word) }
    }

    /// What children are about, by its name, where it has one type wherever it has that name.
    func typesOfItems() -> [String: CELType] {
        var types: [String: CELType] = [:]
        for process in processes {
            types.merge(items(of: process.name) ?? [:]) { $0 == $1 ? $0 : .dyn }
        }
        return types
    }
}

extension WorkflowDraft {
    /// The names of instruments that its agreements may have; nil where one is computed.
    var instruments: Set<String>? {
        guard let instrument, tellsAll else { return nil }
        var names: Set<String> = [instrument]
        for formula in orderedProcesses.map(\.value).flatMap(\.instrumentFormulas) {
            guard formula.program.readablePaths.allSatisfy({ $0 == "param" || $0.hasPrefix("param.") }),
                case .string(let name)? = formula.program.evaluate([
                    "param": .object(parameters.mapValues(\.value))
                ]).value
            else { return nil }
            names.insert(name)
        }
        return names
    }
}

extension ProcessDraft {
    fileprivate var instrumentFormulas: [Formula] {
        (states.flatMap(\.actions) + transitions.flatMap(\.definition.actions)).compactMap { action in
            if case .instrument(let formula) = action { formula } else { nil }
        }
    }
}
