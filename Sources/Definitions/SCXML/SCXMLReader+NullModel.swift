/// Documents of the null data model: `In` is its whole language.
///
/// Source: SCXML 1.0, appendix B.1.
extension SCXMLReader {
    private static let missingElements: Set<String> = [
        "foreach", "datamodel", "data", "assign", "donedata", "param",
    ]
    private static let expressions = [
        "expr", "eventexpr", "targetexpr", "typeexpr", "delayexpr", "sendidexpr", "srcexpr", "namelist",
        "idlocation",
    ]

    /// Refuses what a document of the null data model cannot have: variables, expressions, other conditions.
    mutating func checkNullModel(_ element: SCXMLElement) {
        if Self.missingElements.contains(element.name) {
            return report(.unsupported, "The null data model has no <\(element.name)>.", element)
        }
        for name in Self.expressions where element[name] != nil {
            report(
                .unsupported, "\(name) of <\(element.name)>: the null data model has no expressions.", element
            )
        }
        if let condition = element["cond"], Self.nullCondition(condition) == nil {
            let message = "cond of <\(element.name)>: the null data model has no condition but In('id')."
            report(.unsupported, message, element)
        }
        if element.name != "invoke", let content = element.children("content").first {
            report(.unsupported, "The null data model has no <content> in <\(element.name)>.", content)
        }
        for child in element.children where !child.isDocument { checkNullModel(child) }
    }

    /// The one condition of the null data model as CEL: `In` of an id, in quotes or not; nil for anything else.
    static func nullCondition(_ text: String) -> String? {
        let form = /\s*In\s*\(\s*(?:'([^'"()\\\s]+)'|"([^'"()\\\s]+)"|([^'"()\\\s]+))\s*\)\s*/
        guard let match = text.wholeMatch(of: form), let id = match.1 ?? match.2 ?? match.3 else {
            return nil
        }
        return "In('\(id)')"
    }
}
