import Statechart

/// Reads SCXML 1.0 documents with CEL expressions into charts.
///
/// What is not in Entente's profile is refused by name: document types and entities, processing instructions,
/// foreign elements, `<script>`, data models other than `cel` and `null`, files outside the document's folder. An expression that does not compile is a warning: it fails when it is executed.
/// Bounds: 1 MiB, 64 levels of states, ``documentsMax`` documents.
/// Source: SCXML 1.0, sections 3 to 6.
package struct SCXMLReader {
    /// How many documents one document may consist of, counting all that it invokes.
    package static let documentsMax = 32

    /// How many findings are reported at most.
    package static let findingsMax = 100

    let folder: SCXMLFolder
    var findings: [SCXMLFinding] = []
    var warnings: [SCXMLFinding] = []
    var children: [String: SCXMLDocument] = [:]
    /// The line of each state, to report what the chart finds.
    var lines: [String: Int] = [:]
    /// The line of each child session that has an id: by it, events and cancelling find one.
    var invokeLines: [String: Int] = [:]
    /// The variables of this document.
    var names: Set<String> = []
    /// The files being read, outermost first: none may invoke itself.
    var files: [String] = []
    /// The place of this document among those it was invoked by, to name inline children apart.
    var path = ""
    var documents = 1
    /// Whether this document has the null data model.
    var isNull = false

    /// Reads a document whose files, if it names any, lie in `folder`.
    ///
    /// - Throws: ``SCXMLRefusal`` with every finding.
    package static func read(
        _ bytes: [UInt8], in folder: SCXMLFolder = .empty
    ) throws(SCXMLRefusal) -> SCXMLDocument {
        let root = try SCXMLTree.read(SCXMLPrologue.check(bytes))
        var reader = SCXMLReader(folder: folder)
        return try reader.document(root)
    }

    init(folder: SCXMLFolder) { self.folder = folder }

    mutating func document(_ root: SCXMLElement) throws(SCXMLRefusal) -> SCXMLDocument {
        checkVocabulary(root)
        guard findings.isEmpty else { throw SCXMLRefusal(findings: findings) }
        checkRoot(root)
        checkTwins(root)
        names = root.children.reduce(into: []) { $0.formUnion(Self.names(in: $1)) }
        let node = rootNode(root)
        guard findings.isEmpty else { throw SCXMLRefusal(findings: findings) }
        do throws(InvalidChart) {
            let chart = try Chart(node, binding: root["binding"] == "late" ? .late : .early)
            return SCXMLDocument(
                chart: chart, node: node, children: children, folder: folder, warnings: warnings)
        } catch {
            throw SCXMLRefusal(findings: error.findings.prefix(Self.findingsMax).map(finding))
        }
    }

    private func finding(_ finding: InvalidChart.Finding) -> SCXMLFinding {
        let name = finding.state.isEmpty ? "the document" : finding.state
        let code: SCXMLFinding.Code = if case .nestingTooDeep = finding.problem { .nesting } else { .chart }
        return SCXMLFinding(code, "\(name) \(finding.problem)", line: lines[finding.state] ?? 0)
    }

    mutating func report(_ code: SCXMLFinding.Code, _ message: String, _ element: SCXMLElement) {
        guard findings.count < Self.findingsMax else { return }
        findings.append(SCXMLFinding(code, message, line: element.line))
    }

    mutating func unsupported(_ what: String, _ element: SCXMLElement, code: SCXMLFinding.Code = .unsupported)
    {
        report(code, "\(what) not supported in Entente's profile.", element)
    }

    mutating func warn(_ message: String, _ element: SCXMLElement) {
        warnings.append(SCXMLFinding(.expression, message, line: element.line))
    }
}
