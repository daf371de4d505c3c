/// Something in an SCXML document that cannot be accepted, or will fail when it is executed.
package struct SCXMLFinding: Sendable, Hashable, CustomStringConvertible {
    /// What kind of finding: stable, for machines.
    package enum Code: String, Sendable, Hashable {
        case tooLarge, notUTF8, malformed, doctype, entity, processingInstruction
        case namespace, script, unsupported, unknownElement, unknownAttribute, missingAttribute
        case contradiction, value, nesting, outsideFolder, chart, expression
    }

    package let code: Code
    package let message: String
    /// Counted from 1; 0 when it is the document as a whole.
    package let line: Int

    package init(_ code: Code, _ message: String, line: Int) {
        self.code = code
        self.message = message
        self.line = line
    }

    package var description: String { line == 0 ? message : "line \(line): \(message)" }
}
