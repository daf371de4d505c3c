import Agreements

/// What the readers of one scenario share.
final class ScenarioReading {
    let log = FindingLog()
    let read: NodeReader
    let zone: Zone
    var names = ScenarioNames()

    init(zone: Zone) {
        self.zone = zone
        read = NodeReader(log: log)
    }

    func checkNames() { names.check(log) }

    func checkOrder(_ scenario: ScenarioFile) {
        var latest = scenario.start
        for step in scenario.steps {
            if step.at < latest {
                log.report(
                    .conflict, at: step.place,
                    .init(fr: "l’étape remonte le temps", en: "the step goes back in time"))
            }
            latest = max(latest, step.at)
        }
    }

    // MARK: Values

    func day(_ node: YAMLNode?) -> Day? {
        read.value(node) { text throws(TimeTextError) in try Day(parsing: text) }
    }

    /// `2016-06-15T17:00`, with seconds and milliseconds if need be: a civil time of the zone.
    func instant(_ node: YAMLNode?) -> Instant? {
        guard let node, let text = read.text(node, .init(fr: "une heure", en: "a time")) else { return nil }
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = try? Day(parsing: parts[0]),
            let time = try? TimeOfDay(parsing: parts[1])
        else {
            log.report(
                .badValue, at: node.place,
                .init(
                    fr: "\(text.quotedInFrench) n’est pas une heure écrite AAAA-MM-JJThh:mm",
                    en: "\(text.quoted) is no time, written YYYY-MM-DDThh:mm"))
            return nil
        }
        let instant = zone.instant(day, at: time)
        guard zone.time(of: instant) == time else {
            log.report(
                .badValue, at: node.place,
                .init(
                    fr: "\(text.quotedInFrench) n’existe pas ici : les horloges sautent cette heure",
                    en: "\(text.quoted) is no time here: clocks skip that hour"))
            return nil
        }
        return instant
    }

    /// The key of something that the scenario declares.
    func key(_ node: YAMLNode?, _ kinds: ScenarioNames.Kind...) -> String? {
        guard let node, let key = read.text(node, .init(fr: "une clé", en: "a key")) else { return nil }
        names.use(key, Set(kinds), at: node.place)
        return key
    }

    func keys(_ node: YAMLNode?, _ kinds: ScenarioNames.Kind...) -> [String] {
        read.oneOrMore(node).compactMap { item in
            guard let key = read.text(item, .init(fr: "une clé", en: "a key")) else { return nil }
            names.use(key, Set(kinds), at: item.place)
            return key
        }
    }

    /// A key that is declared here: lower-case letters, digits, `-` and `_`.
    func declare(_ key: String, _ kind: ScenarioNames.Kind, at place: Place) {
        guard Name.fits(key.replacing("_", with: "-"), .file) else {
            let form = Name.Form.file.words
            log.report(
                .badValue, at: place,
                .init(
                    fr: "\(key.quotedInFrench) n’est pas une clé : \(form.fr)",
                    en: "\(key.quoted) is no key: \(form.en)"))
            return
        }
        names.declare(key, kind, at: place, log)
    }

    func texts(_ node: YAMLNode?) -> [String] { read.oneOrMore(node).compactMap { read.text($0) } }

    func localized(_ node: YAMLNode?) -> LocalizedText? {
        guard let node,
            let fields = read.fields(node, WorkflowSection.text.words, keys: WorkflowSection.text.keys)
        else { return nil }
        guard let fr = read.text(fields.required("fr")), let en = read.text(fields.required("en")) else {
            return nil
        }
        return LocalizedText(fr: fr, en: en)
    }

    func values(_ node: YAMLNode?) -> [String: ScenarioValue] {
        let entries = read.entries(node, .init(fr: "un tableau de valeurs", en: "a mapping of values"))
        return Dictionary(entries.map { ($0.key, value($0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    func value(_ node: YAMLNode) -> ScenarioValue {
        switch node.content {
        case .sequence(let items): return .list(items.map(value))
        case .mapping:
            read.wrong(
                node,
                .init(
                    fr: "un texte, un nombre, true ou false, ou une liste de ceux-ci",
                    en: "a text, a number, true or false, or a list of them"))
            return .null
        case .scalar(let scalar):
            if node.isNull { return .null }
            if scalar.style == .plain, let flag = Bool(scalar.text) { return .flag(flag) }
            if scalar.style == .plain, let number = Int64(scalar.text), String(number) == scalar.text {
                return .integer(number)
            }
            return text(scalar.text, at: node.place)
        }
    }

    /// The path of a process, `errata/$list/reader/snu`: what begins with `$` is a key that the scenario declares.
    func process(_ node: YAMLNode?) -> String? {
        guard let node,
            let path = read.text(node, .init(fr: "le chemin d’un processus", en: "the path of a process"))
        else { return nil }
        usePath(path, at: node.place)
        return path
    }

    func usePath(_ path: String, at place: Place) {
        for part in path.split(separator: "/") where part.hasPrefix("$") {
            names.use(String(part.dropFirst().prefix { $0 != "." }), Self.named, at: place)
        }
    }

    /// What `$key` may name.
    private static var named: Set<ScenarioNames.Kind> { [.person, .organisation, .document, .call] }

    private func text(_ text: String, at place: Place) -> ScenarioValue {
        guard text.hasPrefix("$") else { return .text(text) }
        let rest = String(text.dropFirst())
        if rest.hasPrefix("$") { return .text(rest) }
        if rest.hasSuffix(".sha256") {
            let key = String(rest.dropLast(".sha256".count))
            names.use(key, [.document], at: place)
            return .sha256(of: key)
        }
        names.use(rest, Self.named, at: place)
        return .id(of: rest)
    }
}
