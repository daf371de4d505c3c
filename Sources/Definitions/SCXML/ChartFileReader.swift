import Agreements
import Statechart

/// Reads the words of ``ChartFile``.
struct ChartFileReader {
    typealias Node = StateNode<CELExpression>

    let log = FindingLog()
    var warnings: [SCXMLFinding] = []
    private var children: [String: SCXMLDocument] = [:]
    /// The place of this chart among those it is run by, to name child charts apart.
    private var path = ""
    /// Where each state stands, to report what the chart finds.
    private var places: [String: Place] = [:]
    /// The ids of child sessions: by them, events and cancelling find one.
    private var invokeIDs: Set<String> = []

    var reader: NodeReader { NodeReader(log: log) }

    init() {}

    private init(path: String) { self.path = path }

    mutating func document(_ root: YAMLNode) -> SCXMLDocument? {
        let keys = ["chart", "binding", "data", "initial", "states"]
        guard let fields = reader.fields(root, .init(fr: "un diagramme", en: "a chart"), keys: keys) else {
            return nil
        }
        let binding: Chart<CELExpression>.Binding? = reader.choice(
            fields["binding"], [("early", .early), ("late", .late)])
        let initial = fields["initial"].map { defaultTarget($0) }
        if let content = initial?.content, !content.isEmpty {
            log.report(
                .conflict, at: root.place,
                .init(
                    fr: "le départ d’un diagramme n’a pas de contenu : donnez-le à un état",
                    en: "the start of a chart has no content: give it to a state"))
        }
        let node = Node(
            reader.text(fields.required("chart"), .init(fr: "le nom du diagramme", en: "the chart's name"))
                ?? "", initial: initial,
            data: data(fields["data"]), children: states(fields.required("states")))
        guard log.findings.isEmpty else { return nil }
        do throws(InvalidChart) {
            let chart = try Chart(node, binding: binding ?? .early)
            return SCXMLDocument(chart: chart, node: node, children: children, warnings: warnings)
        } catch {
            for finding in error.findings.prefix(SCXMLReader.findingsMax) {
                let isRoot = finding.state.isEmpty
                let words = finding.problem.words(
                    of: isRoot ? "the chart" : finding.state, inFrench: isRoot ? "le diagramme" : nil)
                log.report(.chart, at: places[finding.state] ?? root.place, words)
            }
            return nil
        }
    }

    /// Reports texts that no SCXML document can carry.
    func checkCharacters(_ node: YAMLNode) {
        switch node.content {
        case .sequence(let items): for item in items { checkCharacters(item) }
        case .mapping(let entries): for entry in entries { checkCharacters(entry.value) }
        case .scalar(let scalar):
            guard let wrong = scalar.text.unicodeScalars.first(where: { !XMLText.isCharacter($0) }) else {
                return
            }
            let code = "U+" + String(wrong.value, radix: 16, uppercase: true)
            log.report(
                .badValue, at: node.place,
                .init(
                    fr: "le texte contient \(code), qu’aucun document SCXML ne peut porter",
                    en: "the text holds \(code), which no SCXML document can carry"))
        }
    }

    private mutating func states(_ node: YAMLNode?) -> [Node] {
        var states: [Node] = []
        for item in reader.list(node, .init(fr: "une liste d’états", en: "a list of states")) {
            if let state = state(item) { states.append(state) }
        }
        return states
    }

    private static let kinds: [(word: String, kind: Node.Kind)] = [
        ("state", .state), ("parallel", .parallel), ("final", .final), ("history", .shallowHistory),
        ("deep history", .deepHistory),
    ]
    private static let parts = ["data", "initial", "entry", "exit", "invoke", "on", "done", "states"]

    private mutating func state(_ node: YAMLNode) -> Node? {
        let words = Set(reader.entries(node, .init(fr: "un état", en: "a state")).map(\.key))
        let kinds = Self.kinds.filter { words.contains($0.word) }
        guard let (word, kind) = kinds.first, kinds.count == 1 else {
            let names = Self.kinds.map(\.word).joined(separator: ", ")
            log.report(
                .missingKey, at: node.place,
                .init(
                    fr: "un état est nommé par un seul de \(names)",
                    en: "a state is named by exactly one of \(names)"))
            return nil
        }
        let isHistory = kind == .shallowHistory || kind == .deepHistory
        guard
            let fields = reader.fields(
                node, .init(fr: "un état", en: "a state"),
                keys: [word] + (isHistory ? ["to", "do"] : Self.parts))
        else { return nil }
        let id = fields[word].flatMap { $0.isNull ? nil : reader.text($0) }
        if let id { places[id] = node.place }
        if let id, !XMLText.isWord(id) {
            log.report(
                .badValue, at: node.place,
                .init(
                    fr: "\(id.quotedInFrench) n’est pas un nom d’état : il faut un mot",
                    en: "\(id.quoted) is no name of a state: it has to be a word"))
        }
        if isHistory {
            let target = DefaultTarget(texts(fields["to"]), content: content(fields["do"]))
            return Node(id, kind, initial: target)
        }
        return Node(
            id, kind, initial: fields["initial"].map { defaultTarget($0) }, onEntry: blocks(fields["entry"]),
            onExit: blocks(fields["exit"]), transitions: transitions(fields["on"]),
            invokes: invokes(fields["invoke"]), data: data(fields["data"]), doneData: done(fields["done"]),
            children: states(fields["states"]))
    }

    private mutating func defaultTarget(_ node: YAMLNode) -> DefaultTarget<CELExpression> {
        guard case .mapping = node.content else { return DefaultTarget(texts(node)) }
        let fields = reader.fields(node, .init(fr: "un départ", en: "an initial"), keys: ["to", "do"])
        return DefaultTarget(texts(fields?["to"]), content: content(fields?["do"]))
    }

    private mutating func transitions(_ node: YAMLNode?) -> [TransitionNode<CELExpression>] {
        var nodes: [TransitionNode<CELExpression>] = []
        for item in reader.list(node, .init(fr: "une liste de transitions", en: "a list of transitions")) {
            guard
                let fields = reader.fields(
                    item, .init(fr: "une transition", en: "a transition"),
                    keys: ["event", "if", "to", "internal", "do"])
            else { continue }
            nodes.append(
                TransitionNode(
                    on: descriptors(fields["event"]), if: expression(fields["if"]), to: texts(fields["to"]),
                    isInternal: reader.flag(fields["internal"]) ?? false, content: content(fields["do"]),
                    label: "line \(item.place.line)"))
        }
        return nodes
    }

    /// Descriptors of events; each has to be one word, as they stand in a list in SCXML.
    private func descriptors(_ node: YAMLNode?) -> [String] {
        let descriptors = texts(node)
        if let node, let wrong = descriptors.first(where: { !XMLText.isWord($0) }) {
            log.report(
                .badValue, at: node.place,
                .init(
                    fr: "\(wrong.quotedInFrench) ne désigne pas d’événements : il faut un mot",
                    en: "\(wrong.quoted) is no descriptor of events: it has to be a word"))
        }
        return descriptors
    }

    private mutating func invokes(_ node: YAMLNode?) -> [Invoke<CELExpression>] {
        var invokes: [Invoke<CELExpression>] = []
        for item in reader.list(
            node, .init(fr: "une liste de sessions enfants", en: "a list of child sessions"))
        {
            if let invoke = invoke(item) { invokes.append(invoke) }
        }
        return invokes
    }

    private mutating func invoke(_ node: YAMLNode) -> Invoke<CELExpression>? {
        let keys = ["type", "source", "id", "idlocation", "forward", "params", "finalize", "content", "run"]
        guard
            let fields = reader.fields(
                node, .init(fr: "une session enfant", en: "a child session"), keys: keys),
            let source = child(fields)
        else { return nil }
        let id = reader.text(fields["id"])
        if let id, let place = fields["id"]?.place, !invokeIDs.insert(id).inserted {
            log.report(
                .chart, at: place,
                .init(
                    fr: "une autre session enfant a l’identifiant \(id)",
                    en: "another child session has the id \(id)"))
        }
        return Invoke(
            source, isContent: fields["content"] != nil, type: expression(fields["type"]), id: id,
            idLocation: reader.text(fields["idlocation"]),
            parameters: parameters(fields["params"]), forwardsEvents: reader.flag(fields["forward"]) ?? false,
            finalize: content(fields["finalize"]))
    }

    /// The document of a child session, or the expression that computes it or its name: a chart has no folder,
    /// so no name is found.
    private mutating func child(_ fields: Fields) -> Source<CELExpression>? {
        if let name = fields["source"], fields["content"] != nil {
            log.report(
                .conflict, at: name.place,
                .init(
                    fr: "une session enfant a source ou content, pas les deux",
                    en: "a child session has source or content, not both"))
        }
        if let computed = fields["source"] ?? fields["content"], let text = reader.text(computed) {
            return .expression(CELExpression(text))
        }
        guard let run = fields.required("run") else { return nil }
        let source = "\(path)#\(children.count + 1)"
        var child = ChartFileReader(path: source)
        children[source] = child.document(run)
        log.report(child.log.findings)
        warnings += child.warnings
        return .literal(source)
    }
}
