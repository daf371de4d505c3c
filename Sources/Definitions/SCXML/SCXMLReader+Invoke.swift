import Expressions
import Statechart

/// Child sessions: an SCXML document in a file of the same folder, or written inside `<content>`.
///
/// Source: SCXML 1.0, sections 6.4 and 6.5.
extension SCXMLReader {
    mutating func invokes(of element: SCXMLElement) -> [Invoke<CELExpression>] {
        var invokes: [Invoke<CELExpression>] = []
        for child in element.children("invoke") {
            if let id = child["id"], let line = invokeLines.updateValue(child.line, forKey: id) {
                report(.chart, "The <invoke> of line \(line) has the id `\(id)` too.", child)
            }
            if let invoke = invoke(child) { invokes.append(invoke) }
        }
        return invokes
    }

    private mutating func invoke(_ element: SCXMLElement) -> Invoke<CELExpression>? {
        var type = expression("typeexpr", of: element)
        let isOurs = element["type"].map(EventProcessor.childTypes.contains) ?? true
        if !isOurs, let name = element["type"] {
            warn("<invoke> of \(name) is not supported: it is an error when it is executed.", element)
            type = Self.constant(name)
        }
        let named = Origin(source: .expression(Self.constant(element["src"] ?? "")))
        guard let origin = isOurs ? origin(of: element) : named else { return nil }
        if let location = element["idlocation"] { checkLocation(location, element) }
        return Invoke(
            origin.source, isContent: origin.isContent, type: type, id: element["id"],
            idLocation: element["idlocation"],
            parameters: parameters(of: element),
            forwardsEvents: choice("autoforward", of: ["true", "false"], element) == "true",
            finalize: finalize(of: element))
    }

    /// An empty `<finalize>` assigns what came back to the locations that were passed.
    private mutating func finalize(of element: SCXMLElement) -> Content {
        guard let finalize = element.children("finalize").first else { return [] }
        guard finalize.children.isEmpty else { return actions(in: finalize) }
        let passed =
            element.words("namelist").map { ($0, $0) }
            + element.children("param").compactMap { child in
                child["location"].flatMap { location in child["name"].map { ($0, location) } }
            }
        return passed.filter { CELLocation($0.0)?.fields.isEmpty == true }.map { name, location in
            let value = "_event.data.\(name)"
            let assign = Action.assign(location: location, .expression(CELExpression(value)))
            return .choose([Branch(if: CELExpression("_event.data != null && has(\(value))"), [assign])])
        }
    }

    /// Where the document of a child session comes from.
    private struct Origin {
        let source: Source<CELExpression>
        var isContent = false
    }

    private mutating func origin(of element: SCXMLElement) -> Origin? {
        let contents = element.children("content")
        let isNamed = element["src"] != nil || element["srcexpr"] != nil
        guard contents.count + (isNamed ? 1 : 0) <= 1 else {
            report(.contradiction, "<invoke> has more than one of src, srcexpr and <content>.", element)
            return nil
        }
        if let content = contents.first { return origin(of: content, in: element) }
        if let file = element["src"] { return read(file: file, element).map { Origin(source: $0) } }
        guard let computed = expression("srcexpr", of: element) else { return nothing(element) }
        warn(
            "srcexpr of <invoke> names a document that is not read before it runs: name it with src.", element
        )
        return Origin(source: .expression(computed))
    }

    private mutating func origin(of content: SCXMLElement, in element: SCXMLElement) -> Origin? {
        let isWritten = !content.children.isEmpty || content.inlineText != nil
        guard content.children.count <= 1, content["expr"] == nil || !isWritten else {
            report(.contradiction, "<content> of <invoke> has more than one document.", content)
            return nil
        }
        if let root = content.children.first { return inside(root, element) }
        if let computed = expression("expr", of: content) {
            warn("expr of <content> gives a document that is not read before it runs.", content)
            return Origin(source: .expression(computed), isContent: true)
        }
        guard let text = content.inlineText else { return nothing(element) }
        if folder.document(writtenAs: text) == nil {
            warn("<content> of <invoke> holds no SCXML document.", content)
        }
        return Origin(source: .expression(Self.constant(text)), isContent: true)
    }

    private mutating func inside(_ root: SCXMLElement, _ element: SCXMLElement) -> Origin? {
        let source = "\(path)#\(children.count + 1)"
        return add(source, element) { reader throws(SCXMLRefusal) in
            reader.path = source
            return try reader.document(root)
        }.map { Origin(source: .literal($0)) }
    }

    private mutating func nothing(_ element: SCXMLElement) -> Origin {
        warn("<invoke> has neither src nor a document: it is an error when it is executed.", element)
        return Origin(source: .expression(CELExpression("")))
    }

    private static func constant(_ text: String) -> CELExpression {
        CELExpression(Value.string(text).description)
    }

    /// What is not there is an error when it is to start.
    private mutating func read(file: String, _ element: SCXMLElement) -> Source<CELExpression>? {
        if children[file] != nil { return .literal(file) }
        guard !files.contains(file) else {
            report(.chart, "\(file) invokes itself.", element)
            return nil
        }
        let text: String
        do throws(SCXMLFolder.Failure) {
            text = try folder.load(file)
        } catch {
            guard !error.isRefusal else {
                report(.outsideFolder, "src=\"\(file)\" \(error).", element)
                return nil
            }
            warn("\(file) \(error).", element)
            return .expression(Self.constant(file))
        }
        return add(file, element) { reader throws(SCXMLRefusal) in
            reader.files.append(file)
            reader.path = file
            return try reader.document(SCXMLTree.read(SCXMLPrologue.check(Array(text.utf8))))
        }.map(Source.literal)
    }

    /// Reads a child document with a reader of its own; what it finds belongs to this document too.
    private mutating func add(
        _ source: String, _ element: SCXMLElement,
        _ body: (inout SCXMLReader) throws(SCXMLRefusal) -> SCXMLDocument
    ) -> String? {
        guard documents < Self.documentsMax else {
            report(.tooLarge, "The document invokes more than \(Self.documentsMax) others.", element)
            return nil
        }
        var reader = SCXMLReader(folder: folder)
        reader.files = files
        reader.documents = documents + 1
        defer { documents = reader.documents }
        do throws(SCXMLRefusal) {
            let document = try body(&reader)
            warnings += document.warnings
            children[source] = document
            return source
        } catch {
            findings += error.findings.map {
                SCXMLFinding($0.code, "\(source): \($0.message)", line: $0.line)
            }
            return nil
        }
    }
}
