import Definitions
import Testing

/// A machine that has to run by itself into the final state `pass`, and the rule that it is about.
struct Machine: Sendable, CustomTestStringConvertible {
    let rule: String
    let text: String

    /// `inside` comes before the final states `pass` and `fail`.
    init(_ rule: String, attributes: String = "", _ inside: String) {
        self.rule = rule
        text = """
            <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="cel" \(attributes)>
            \(inside)<final id="pass"/><final id="fail"/></scxml>
            """
    }

    var testDescription: String { rule }

    /// Why it does not end in `pass`: as it is, and after import and export.
    func failures() throws -> [String] {
        let document = try SCXMLReader.read(Array(text.utf8))
        let imported = try ChartFile.read(Array(ChartFile.text(of: document).utf8), file: "chart.yaml")
        let exported = try SCXMLReader.read(Array(imported.scxml.utf8))
        return [document, imported, exported].compactMap(SCXMLSuite.failure)
    }
}
