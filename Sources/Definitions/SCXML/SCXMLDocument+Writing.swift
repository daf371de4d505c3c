import Statechart

extension SCXMLDocument {
    /// The document as SCXML text, complete in itself: files that it named stand inside.
    package var scxml: String {
        SCXMLWriter().scxml(node, binding: chart.binding, children: children).document
    }
}
