/// The one event processor that sessions know.
///
/// Source: SCXML 1.0, appendix C.1.
package enum EventProcessor {
    package static let type = "http://www.w3.org/TR/scxml/#SCXMLEventProcessor"
    /// Every spelling that a `send` may use.
    package static let types: Set<String> = [type, "http://www.w3.org/TR/scxml/", "scxml"]
    /// Every spelling of the one kind of child sessions.
    package static let childTypes: Set<String> = [
        "scxml", "http://www.w3.org/TR/scxml/", "http://www.w3.org/TR/scxml",
    ]
}
