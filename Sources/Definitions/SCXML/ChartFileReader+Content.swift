import Agreements
import Expressions
import Statechart

/// Variables, executable content and what events carry.
extension ChartFileReader {
    typealias Content = [Action<CELExpression>]

    func texts(_ node: YAMLNode?) -> [String] { reader.oneOrMore(node).compactMap { reader.text($0) } }

    mutating func expression(_ node: YAMLNode?) -> CELExpression? {
        guard let node, let text = reader.text(node, .init(fr: "une formule", en: "an expression")) else {
            return nil
        }
        return noting(CELExpression(text), node)
    }

    /// The expression; a warning says why it will fail.
    private mutating func noting(_ expression: CELExpression, _ node: YAMLNode) -> CELExpression {
        if case .failure(let error) = expression.program {
            warnings.append(SCXMLFinding(.expression, error.description, line: node.place.line))
        }
        return expression
    }

    /// A text, or `{ expr: … }`.
    mutating func source(_ node: YAMLNode?) -> Source<CELExpression>? {
        guard let node else { return nil }
        guard case .mapping = node.content else { return reader.text(node).map(Source.literal) }
        let fields = reader.fields(
            node, .init(fr: "une valeur calculée", en: "a computed value"), keys: ["expr"])
        return expression(fields?.required("expr")).map(Source.expression)
    }

    /// A source of a value; JSON that no value can hold is warned of.
    private mutating func value(_ node: YAMLNode?) -> Source<CELExpression>? {
        let source = source(node)
        if let node, case .literal(let text) = source, let problem = CELDataModel.problem(of: text) {
            warnings.append(SCXMLFinding(.expression, problem, line: node.place.line))
        }
        return source
    }

    /// A value, or `{ src: … }`: a file that could not be read when the document was imported.
    private mutating func firstValue(_ node: YAMLNode?) -> Source<CELExpression>? {
        guard let node, case .mapping(let entries) = node.content, entries.map(\.key) == ["src"] else {
            return value(node)
        }
        guard
            let file = reader.text(
                entries[0].value, .init(fr: "le nom d’un fichier", en: "the name of a file"))
        else { return nil }
        return .expression(CELExpression(file: file, "\(SCXMLFolder.Failure.missing)"))
    }

    mutating func data(_ node: YAMLNode?) -> [DataItem<CELExpression>] {
        var items: [DataItem<CELExpression>] = []
        for item in reader.list(node, .init(fr: "une liste de variables", en: "a list of variables")) {
            guard
                let fields = reader.fields(
                    item, .init(fr: "une variable", en: "a variable"), keys: ["id", "value"])
            else { continue }
            items.append(DataItem(reader.text(fields.required("id")) ?? "", firstValue(fields["value"])))
        }
        return items
    }

    mutating func blocks(_ node: YAMLNode?) -> [Content] {
        var blocks: [Content] = []
        for item in reader.list(node, .init(fr: "une liste de blocs", en: "a list of blocks")) {
            blocks.append(content(item))
        }
        return blocks
    }

    mutating func content(_ node: YAMLNode?) -> Content {
        var content: Content = []
        for item in reader.list(node, .init(fr: "une liste d’actions", en: "a list of actions")) {
            if let action = action(item) { content.append(action) }
        }
        return content
    }

    private static let keys: [String: [String]] = [
        "raise": [], "cancel": [], "assign": ["value"], "choose": [], "foreach": ["index", "in", "do"],
        "log": ["expr"], "send": ["to", "type", "after", "id", "idlocation", "params", "content"],
        "custom": [],
    ]

    private mutating func action(_ node: YAMLNode) -> Action<CELExpression>? {
        let words = reader.entries(node, .init(fr: "une action", en: "an action")).map(\.key).filter {
            Self.keys[$0] != nil
        }
        guard let word = words.first, words.count == 1, let more = Self.keys[word] else {
            let names = Self.keys.keys.sorted().joined(separator: ", ")
            log.report(
                .missingKey, at: node.place,
                .init(
                    fr: "une action est exactement une de \(names)",
                    en: "an action is exactly one of \(names)"))
            return nil
        }
        guard
            let fields = reader.fields(
                node, .init(fr: "l’action \(word)", en: "the action \(word)"), keys: [word] + more)
        else { return nil }
        return action(word, fields)
    }

    private mutating func action(_ word: String, _ fields: Fields) -> Action<CELExpression>? {
        switch word {
        case "raise": reader.text(fields[word]).map(Action.raise)
        case "cancel": source(fields[word]).map(Action.cancel)
        case "custom": reader.text(fields[word]).map(Action.custom)
        case "choose": .choose(branches(fields[word]))
        case "foreach": loop(fields)
        case "log":
            .log(
                label: fields[word].flatMap { $0.isNull ? nil : reader.text($0) },
                expression(fields["expr"]))
        case "assign": assign(fields)
        default: send(fields)
        }
    }

    private mutating func assign(_ fields: Fields) -> Action<CELExpression>? {
        guard let location = reader.text(fields["assign"]), let value = value(fields.required("value"))
        else { return nil }
        return .assign(location: location, value)
    }

    private mutating func loop(_ fields: Fields) -> Action<CELExpression>? {
        guard let item = reader.text(fields["foreach"]), let array = expression(fields.required("in"))
        else { return nil }
        let index = reader.text(fields["index"])
        return .forEach(ForEach(item, index: index, in: array, content(fields["do"])))
    }

    private mutating func branches(_ node: YAMLNode?) -> [Branch<CELExpression>] {
        var branches: [Branch<CELExpression>] = []
        let items = reader.list(node, .init(fr: "une liste de branches", en: "a list of branches"))
        for (number, item) in items.enumerated() {
            guard
                let fields = reader.fields(
                    item, .init(fr: "une branche", en: "a branch"), keys: ["if", "do"])
            else { continue }
            let condition = expression(fields["if"])
            if condition == nil, number == 0 || number < items.count - 1 {
                log.report(
                    .missingKey, at: item.place,
                    .init(
                        fr: "seule la dernière de plusieurs branches n’a pas de « if »",
                        en: "only the last of several branches has no \"if\""))
            }
            branches.append(Branch(if: condition, content(fields["do"])))
        }
        return branches
    }

    private mutating func send(_ fields: Fields) -> Action<CELExpression>? {
        guard let event = source(fields["send"]) else { return nil }
        let id = reader.text(fields["id"])
        if id != nil, let location = fields["idlocation"] {
            log.report(
                .conflict, at: location.place,
                .init(
                    fr: "un envoi a un identifiant ou un emplacement pour lui, pas les deux",
                    en: "a send has an id or a place for one, not both"))
        }
        return .send(
            Send(
                event, to: source(fields["to"]), type: source(fields["type"]), after: source(fields["after"]),
                id: id, idLocation: reader.text(fields["idlocation"]), payload: payload(fields)))
    }

    mutating func done(_ node: YAMLNode?) -> Statechart.Payload<CELExpression> {
        guard let node,
            let fields = reader.fields(
                node, .init(fr: "les données de fin", en: "done data"), keys: ["params", "content"])
        else {
            return .nothing
        }
        return payload(fields)
    }

    private mutating func payload(_ fields: Fields) -> Statechart.Payload<CELExpression> {
        if let params = fields["params"], fields["content"] != nil {
            log.report(
                .conflict, at: params.place,
                .init(
                    fr: "un événement porte params ou content, pas les deux",
                    en: "an event carries params or content, not both"))
        }
        if let content = value(fields["content"]) { return .content(content) }
        let parameters = parameters(fields["params"])
        return parameters.isEmpty ? .nothing : .parameters(parameters)
    }

    mutating func parameters(_ node: YAMLNode?) -> [Parameter<CELExpression>] {
        var parameters: [Parameter<CELExpression>] = []
        for item in reader.list(node, .init(fr: "une liste de paramètres", en: "a list of parameters")) {
            guard
                let fields = reader.fields(
                    item, .init(fr: "un paramètre", en: "a parameter"), keys: ["name", "expr", "location"]),
                let name = reader.text(fields.required("name")), let value = parameter(fields)
            else { continue }
            parameters.append(Parameter(name, value))
        }
        return parameters
    }

    private mutating func parameter(_ fields: Fields) -> CELExpression? {
        guard let location = fields["location"] else { return expression(fields.required("expr")) }
        if fields["expr"] != nil {
            log.report(
                .conflict, at: location.place,
                .init(
                    fr: "un paramètre a expr ou location, pas les deux",
                    en: "a parameter has expr or location, not both"))
        }
        guard let text = reader.text(location, .init(fr: "un emplacement", en: "a location")) else {
            return nil
        }
        return noting(CELExpression(location: text), location)
    }
}
