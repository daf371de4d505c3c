/// The YAML notation of a whole chart: what an SCXML document says, in the manner of workflow files.
///
/// A text is a literal; `{ expr: … }` is an expression in CEL. A state's kind is the key that names it.
/// Reading what was written gives an equal chart.
package enum ChartFile {
    /// The YAML of a document, complete in itself: child sessions stand inside.
    package static func text(of document: SCXMLDocument) -> String {
        ChartFileWriter().chart(document).document
    }

    /// Reads a chart file.
    ///
    /// Names and texts that SCXML cannot carry are refused, so that what was read can be exported.
    /// Bounds: 4 MiB, 100,000 values, 256 levels of YAML, and those of a chart.
    /// - Throws: ``InvalidDefinition`` with every finding.
    package static func read(_ bytes: [UInt8], file: String) throws(InvalidDefinition) -> SCXMLDocument {
        let root = try YAMLReader.read(bytes, file: file, limits: .charts)
        var reader = ChartFileReader()
        reader.checkCharacters(root)
        guard let document = reader.document(root), reader.log.findings.isEmpty else {
            throw InvalidDefinition(findings: reader.log.sorted(mainFile: file))
        }
        return document
    }
}
