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

    static func read(_ text: String) throws(SCXMLRefusal) -> SCXMLElement {
        let tree = SCXMLTree()
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
        open.append(
            SCXMLElement(
                name: name, namespace: namespaceURI ?? "", attributes: attributes, line: parser.lineNumber))
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard let element = open.popLast() else { return }
        // What an export of Entente carries for people and other releases says nothing about the chart.
        if element.namespace == SCXMLWriter.namespace, !open.isEmpty { return }
        if open.isEmpty {
            root = element
        } else if isData(element, in: open) {
            open[open.count - 1].text += XMLText.tag(qualifiedName ?? name, element.attributes, element.text)
        } else {
            open[open.count - 1].children.append(element)
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { add(string) }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        add(String(decoding: block, as: UTF8.self))
    }

    /// Text inside an element that is data is kept as it is written there.
    private func add(_ string: String) {
        guard let last = open.last else { return }
        let isInData = isData(last, in: open.dropLast())
        open[open.count - 1].text += isInData ? XMLText.markup(string) : string
    }

    /// Whether an element is part of a value: inside a carrier of data, and no document of a child session.
    private func isData(_ element: SCXMLElement, in around: some BidirectionalCollection<SCXMLElement>)
        -> Bool
    {
        guard
            let carrier = around.lastIndex(where: {
                Self.carriers.contains($0.name) && $0.namespace == SCXMLElement.namespace
            })
        else { return false }
        let inside = around[around.index(after: carrier)...].map(\.isDocument) + [element.isDocument]
        return !inside.contains(true)
    }
}
