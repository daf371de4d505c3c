import Expressions
import Statechart

/// Expressions, variables and what events carry. Source: SCXML 1.0, section 5.
extension SCXMLReader {
    mutating func expression(_ attribute: String, of element: SCXMLElement) -> CELExpression? {
        guard let text = element[attribute] else { return nil }
        let expression = CELExpression(isNull ? Self.nullCondition(text) ?? text : text)
        if case .failure(let error) = expression.program {
            warn("\(attribute) of <\(element.name)>: \(error.description)", element)
        }
        return expression
    }

    mutating func source(_ literal: String, or computed: String, of element: SCXMLElement) -> Source<
        CELExpression
    >? {
        if let expression = expression(computed, of: element) { return .expression(expression) }
        return element[literal].map(Source.literal)
    }

    /// Reports a variable that a document declares twice: all its variables are global.
    mutating func checkTwins(_ root: SCXMLElement) {
        var lines: [String: Int] = [:]
        for data in Self.data(in: root) {
            guard let id = data["id"] else { continue }
            if let line = lines[id] {
                report(.chart, "The variable `\(id)` is already declared at line \(line).", data)
            } else {
                lines[id] = data.line
            }
        }
    }

    /// The declarations of a document, without those of the documents inside it.
    private static func data(in element: SCXMLElement) -> [SCXMLElement] {
        element.children.filter { $0.name != "scxml" }
            .flatMap { $0.name == "data" ? [$0] : data(in: $0) }
    }

    mutating func variables(_ element: SCXMLElement) -> [DataItem<CELExpression>] {
        var items: [DataItem<CELExpression>] = []
        for data in element.children("datamodel").flatMap({ $0.children("data") }) {
            let id = data["id"] ?? ""
            if !CELLocation.isName(id) || CELDataModel.systemVariables.contains(id) {
                warn("`\(id)` is no name for a variable.", data)
            }
            items.append(DataItem(id, value(of: data)))
        }
        return items
    }

    private mutating func value(of data: SCXMLElement) -> Source<CELExpression>? {
        if let source = data["src"] { return file(source, data) }
        if let expression = expression("expr", of: data) { return .expression(expression) }
        return data.inlineText.map { literal($0, data) }
    }

    /// A value that is written down; JSON that no value can hold is warned of.
    mutating func literal(_ text: String, _ element: SCXMLElement) -> Source<CELExpression> {
        if let problem = CELDataModel.problem(of: text) {
            warn("The value in <\(element.name)>: \(problem).", element)
        }
        return .literal(text)
    }

    /// The text of a file; one that cannot be read fails when the variable gets its value.
    private mutating func file(_ source: String, _ element: SCXMLElement) -> Source<CELExpression>? {
        do throws(SCXMLFolder.Failure) {
            return literal(try folder.load(source), element)
        } catch {
            guard !error.isRefusal else {
                report(.outsideFolder, "src=\"\(source)\" \(error).", element)
                return nil
            }
            warn("\(source) \(error).", element)
            return .expression(CELExpression(file: source, "\(error)"))
        }
    }

    /// The payload of `<send>` and `<donedata>`.
    mutating func payload(of element: SCXMLElement) -> Payload<CELExpression> {
        let contents = element.children("content")
        let parameters = parameters(of: element)
        if contents.count > 1 || (!contents.isEmpty && !parameters.isEmpty) {
            report(.contradiction, "<\(element.name)> has more than one kind of data.", element)
        }
        guard let content = contents.first else {
            return parameters.isEmpty ? .nothing : .parameters(parameters)
        }
        if let expression = expression("expr", of: content) { return .content(.expression(expression)) }
        return .content(literal(content.text, content))
    }

    mutating func doneData(of element: SCXMLElement) -> Payload<CELExpression> {
        element.children("donedata").first.map { payload(of: $0) } ?? .nothing
    }

    /// `<param>`s, after what `namelist` names: reading a location is evaluating it.
    mutating func parameters(of element: SCXMLElement) -> [Parameter<CELExpression>] {
        var parameters: [Parameter<CELExpression>] = []
        for name in element.words("namelist") { parameters.append(Parameter(name, location(name, element))) }
        for child in element.children("param") {
            let place = child["location"].map { location($0, child) }
            guard let value = expression("expr", of: child) ?? place else {
                report(.missingAttribute, "<param> needs the attribute expr or location.", child)
                continue
            }
            parameters.append(Parameter(child["name"] ?? "", value))
        }
        return parameters
    }
}
