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
        guard let source = isOurs ? childSource(element) : .expression(Self.constant(element["src"] ?? ""))
        else { return nil }
        if let location = element["idlocation"] { checkLocation(location, element) }
        return Invoke(
            source, type: type, id: element["id"],
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

    private mutating func childSource(_ element: SCXMLElement) -> Source<CELExpression>? {
        guard let computed = expression("srcexpr", of: element) else {
            return namedSource(element)
        }
        warn(
            "srcexpr of <invoke> names a document that is not read before it runs: name it with src.", element
        )
        return .expression(computed)
    }

    private static func constant(_ text: String) -> CELExpression {
        CELExpression(Value.string(text).description)
    }

    private mutating func namedSource(_ element: SCXMLElement) -> Source<CELExpression>? {
        let inline = element.children("content").flatMap(\.children)
        switch (element["src"], inline.first) {
        case (let file?, nil): return read(file: file, element)
        case (nil, let root?):
            let source = "\(path)#\(children.count + 1)"
            return add(source, element) { reader throws(SCXMLRefusal) in
                reader.path = source
                return try reader.document(root)
            }.map(Source.literal)
        case (nil, nil), (_?, _?):
            report(.missingAttribute, "<invoke> needs either src or a <content> with an <scxml>.", element)
            return nil
        }
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
            let message = "\(file) cannot be loaded from the document's folder."
            guard error == .unreadable else {
                report(.outsideFolder, message, element)
                return nil
            }
            warn(message, element)
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
