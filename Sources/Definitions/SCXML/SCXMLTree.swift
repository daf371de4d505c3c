import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reads XML into a tree of elements; nothing outside the text is ever looked at.
///
/// Bounds: the size of ``SCXMLPrologue``, ``nestingMax`` levels of elements and
/// ``contentNestingMax`` of executable content.
final class SCXMLTree: NSObject, XMLParserDelegate {
    /// 64 levels of states, and what lies inside the innermost.
    static let nestingMax = 96
    /// Levels of what runs: `<if>` and `<foreach>` inside each other.
    static let contentNestingMax = 64
    private static let containers: Set<String> = ["if", "foreach"]
    /// Elements inside these are data, not parts of the chart.
    private static let carriers: Set<String> = ["data", "assign", "content"]

    private var open: [SCXMLElement] = []
    private var root: SCXMLElement?
    private var findings: [SCXMLFinding] = []
    /// Whether the text is a part of a document, whose namespace is that of SCXML.
    private let isPart: Bool

    private init(isPart: Bool) { self.isPart = isPart }

    static func read(_ text: String, isPart: Bool = false) throws(SCXMLRefusal) -> SCXMLElement {
        let tree = SCXMLTree(isPart: isPart)
        let parser = XMLParser(data: Data(text.utf8))
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.delegate = tree
        let isWellFormed = parser.parse()
        guard tree.findings.isEmpty else { throw SCXMLRefusal(findings: tree.findings) }
        guard isWellFormed, let root = tree.root else {
            let reason = "The document is not well-formed XML."
            throw SCXMLRefusal(findings: [SCXMLFinding(.malformed, reason, line: parser.lineNumber)])
        }
        return root
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard open.count < Self.nestingMax else {
            let reason = "Elements are nested deeper than \(Self.nestingMax) levels."
            findings.append(SCXMLFinding(.nesting, reason, line: parser.lineNumber))
            return parser.abortParsing()
        }
        if Self.containers.contains(name),
            open.count(where: { Self.containers.contains($0.name) }) >= Self.contentNestingMax
        {
            let reason = "Executable content is nested deeper than \(Self.contentNestingMax) levels."
            findings.append(SCXMLFinding(.nesting, reason, line: parser.lineNumber))
            return parser.abortParsing()
        }
        let namespace = namespaceURI ?? ""
        var element = SCXMLElement(
            name: name, namespace: namespace.isEmpty && isPart ? SCXMLElement.namespace : namespace,
            attributes: attributes, line: parser.lineNumber)
        element.prefix = String((qualifiedName ?? name).dropLast(name.count + 1))
        element.isData = isData(element)
        open.append(element)
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard let element = open.popLast() else { return }
        // What an export of Entente carries for people and other releases says nothing about the chart.
        if element.namespace == SCXMLWriter.namespace, !open.isEmpty { return }
        if open.isEmpty {
            root = element
        } else if element.isData {
            open[open.count - 1].text += markup(of: element, named: qualifiedName ?? name)
        } else {
            open[open.count - 1].children.append(element)
        }
    }

    /// An element of data as it is written: where its namespace is not that of its place, it says so.
    private func markup(of element: SCXMLElement, named name: String) -> String {
        let around = open.filter { element.prefix.isEmpty || $0.isData }
        let inherited = around.last { $0.prefix == element.prefix }?.namespace ?? ""
        var attributes = element.attributes
        if inherited != element.namespace {
            attributes[element.prefix.isEmpty ? "xmlns" : "xmlns:\(element.prefix)"] = element.namespace
        }
        return XMLText.tag(name, attributes, element.text)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { add(string) }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        add(String(decoding: block, as: UTF8.self))
    }

    /// Text inside an element that is data is kept as it is written there.
    private func add(_ string: String) {
        guard let last = open.last else { return }
        open[open.count - 1].text += last.isData ? XMLText.markup(string) : string
    }

    /// Whether an element that begins here is part of a value: inside a carrier of data, and no document of a
    /// child session.
    private func isData(_ element: SCXMLElement) -> Bool {
        guard let carrier = open.last, !carrier.isData else { return !open.isEmpty }
        guard Self.carriers.contains(carrier.name), carrier.namespace == SCXMLElement.namespace else {
            return false
        }
        let isOfChild = carrier.name == "content" && open.dropLast().last?.name == "invoke"
        return !(isOfChild && element.isDocument)
    }
}
