import Agreements

/// Reads one YAML document in the profile of the house and within its ``YAMLLimits``.
///
/// The profile: no anchors, aliases, tags, merge keys or duplicate keys. All that breaks it is reported, up
/// to the first place that is not YAML at all.
struct YAMLReader {
    private let file: String
    private let limits: YAMLLimits
    private var findings: [Finding] = []
    private var open: [Frame] = []
    private var nodes = 0
    private var root: YAMLNode?
    private var documents = 0

    /// A collection that has been begun.
    private struct Frame {
        var place: Place
        var isMapping: Bool
        var items: [YAMLNode] = []
        var entries: [YAMLEntry] = []
        /// Where each key was seen first.
        var lines: [String: Int] = [:]
        /// The key that waits for its value.
        var key: (text: String, place: Place)?

        var awaitsKey: Bool { isMapping && key == nil }
        var node: YAMLNode {
            YAMLNode(place: place, content: isMapping ? .mapping(entries) : .sequence(items))
        }
    }

    private init(file: String, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
    }

    /// The document of these bytes, or everything that is wrong with them.
    static func read(
        _ bytes: [UInt8], file: String, limits: YAMLLimits = .definitions
    ) throws(InvalidDefinition) -> YAMLNode {
        if let problem = ByteProblem.first(in: bytes, limits: limits) {
            throw InvalidDefinition(findings: [Finding(problem, file: file)])
        }
        var reader = YAMLReader(file: file, limits: limits)
        do {
            try YAMLEvents.read(bytes) { try reader.read($0) }
        } catch let problem as YAMLEvents.Problem {
            reader.findings.append(Finding(problem, file: file, bytes: bytes, limits: limits))
        } catch let finding as Finding {
            reader.findings.append(finding)
        } catch {
            preconditionFailure("Only problems and findings are thrown while reading.")
        }
        guard let root = reader.root, reader.findings.isEmpty else {
            let empty = Finding(
                .empty, at: Place(file: file, line: 1, column: 1),
                .init(fr: "le fichier est vide", en: "the file is empty"))
            throw InvalidDefinition(findings: reader.findings.isEmpty ? [empty] : reader.findings)
        }
        return root
    }

    private mutating func read(_ events: YAMLEvents) throws {
        while true {
            let event = try events.next()
            let place = Place(file: file, line: event.line, column: event.column)
            checkProperties(event, place)
            switch event.kind {
            case .streamEnd: return
            case .streamStart, .documentEnd: continue
            case .documentStart: try startDocument(place)
            case .scalar(let scalar): try add(scalar, place)
            case .alias(let name): try refuseAlias(name, place)
            case .sequenceStart: try push(Frame(place: place, isMapping: false))
            case .mappingStart: try push(Frame(place: place, isMapping: true))
            case .sequenceEnd, .mappingEnd: pop()
            }
        }
    }

    private mutating func startDocument(_ place: Place) throws(Finding) {
        documents += 1
        guard documents == 1 else {
            throw Finding(
                .severalDocuments, at: place,
                .init(
                    fr: "un second document commence ici : un fichier n’en contient qu’un",
                    en: "a second document begins here: one file holds one"))
        }
    }

    private mutating func checkProperties(_ event: YAMLEvent, _ place: Place) {
        if let anchor = event.anchor {
            let message = LocalizedText(
                fr:
                    "les ancres sont refusées : &\(anchor) ; mettez entre guillemets un texte qui commence par &",
                en: "anchors are refused: &\(anchor); quote a text that begins with &")
            findings.append(Finding(.anchor, at: place, message))
        }
        if let tag = event.tag {
            let message = LocalizedText(
                fr:
                    "les étiquettes sont refusées : \(tag) ; mettez entre guillemets un texte qui commence par !",
                en: "tags are refused: \(tag); quote a text that begins with !")
            findings.append(Finding(.tag, at: place, message))
        }
    }

    private mutating func refuseAlias(_ name: String, _ place: Place) throws {
        let message = LocalizedText(
            fr: "les alias sont refusés : *\(name) ; mettez entre guillemets un texte qui commence par *",
            en: "aliases are refused: *\(name); quote a text that begins with *")
        findings.append(Finding(.alias, at: place, message))
        try add(YAMLScalar(text: "*\(name)", style: .quoted), place)
    }

    // MARK: Building

    private mutating func add(_ scalar: YAMLScalar, _ place: Place) throws(Finding) {
        if let frame = open.indices.last, open[frame].awaitsKey {
            checkKey(scalar, place, open[frame].lines[scalar.text])
            open[frame].key = (scalar.text, place)
            open[frame].lines[scalar.text] = place.line
        } else {
            try count(place)
            finish(YAMLNode(place: place, content: .scalar(scalar)))
        }
    }

    private mutating func checkKey(_ scalar: YAMLScalar, _ place: Place, _ line: Int?) {
        if scalar.text == "<<", scalar.style == .plain {
            findings.append(
                Finding(
                    .mergeKey, at: place,
                    .init(fr: "les clés de fusion sont refusées : <<", en: "merge keys are refused: <<")))
        } else if let line {
            let message = LocalizedText(
                fr: "la clé \(scalar.text.quotedInFrench) existe déjà, à la ligne \(line)",
                en: "the key \(scalar.text.quoted) is there already, in line \(line)")
            findings.append(Finding(.duplicateKey, at: place, message))
        }
    }

    private mutating func push(_ frame: Frame) throws(Finding) {
        if let last = open.last, last.awaitsKey {
            throw Finding(
                .wrongKind, at: frame.place,
                .init(
                    fr: "une clé est un texte, non une liste ou un tableau",
                    en: "a key is a text, not a collection"))
        }
        try count(frame.place)
        guard open.count < limits.depthMax else {
            throw Finding(
                .tooDeep, at: frame.place,
                .init(
                    fr: "les valeurs s’emboîtent sur plus de \(limits.depthMax) niveaux",
                    en: "values are nested deeper than \(limits.depthMax) levels"))
        }
        open.append(frame)
    }

    private mutating func count(_ place: Place) throws(Finding) {
        nodes += 1
        guard nodes <= limits.nodesMax else {
            throw Finding(
                .tooManyNodes, at: place,
                .init(
                    fr: "le fichier a plus de \(limits.nodesMax) valeurs",
                    en: "the file has more than \(limits.nodesMax) values"))
        }
    }

    private mutating func pop() {
        guard let frame = open.popLast() else { preconditionFailure("libyaml ends only what it began.") }
        finish(frame.node)
    }

    private mutating func finish(_ node: YAMLNode) {
        guard let frame = open.indices.last else {
            root = node
            return
        }
        if let key = open[frame].key {
            open[frame].entries.append(YAMLEntry(key: key.text, place: key.place, value: node))
            open[frame].key = nil
        } else {
            open[frame].items.append(node)
        }
    }
}

extension Finding {
    init(_ problem: ByteProblem, file: String) {
        let place = Place(file: file, line: problem.line, column: problem.column)
        self.init(problem.code, at: place, problem.message)
    }

    fileprivate init(
        _ problem: YAMLEvents.Problem, file: String, bytes: [UInt8], limits: YAMLLimits
    ) {
        if problem.message.hasPrefix("Maximum nesting level") {
            let tooDeep = LocalizedText(
                fr: "les valeurs s’emboîtent sur plus de \(limits.depthMax) niveaux",
                en: "values are nested deeper than \(limits.depthMax) levels")
            self.init(ByteProblem.at(problem.offset, of: bytes, .tooDeep, tooDeep), file: file)
            return
        }
        let message = LocalizedText(
            fr: "ce n’est pas du YAML : \(PhraseBook.yaml.french(of: problem.message))",
            en: "not YAML: \(problem.message)")
        guard let line = problem.line, let column = problem.column else {
            self.init(ByteProblem.at(problem.offset, of: bytes, .syntax, message), file: file)
            return
        }
        self.init(.syntax, at: Place(file: file, line: line, column: column), message)
    }
}
