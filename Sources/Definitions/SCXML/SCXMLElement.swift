/// An element of a document that was read as XML and checked for nothing but its well-formedness.
struct SCXMLElement: Sendable {
    let name: String
    let namespace: String
    let attributes: [String: String]
    let line: Int
    var children: [SCXMLElement] = []
    /// The text directly inside.
    var text = ""
    /// What stands before the name; empty where its namespace is the default one.
    var prefix = ""
    /// Whether it is part of a value, not of the chart.
    var isData = false

    static let namespace = "http://www.w3.org/2005/07/scxml"

    subscript(attribute: String) -> String? { attributes[attribute] }

    /// The attribute's words; none when it is absent.
    func words(_ attribute: String) -> [String] {
        attributes[attribute]?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    }

    func children(_ name: String) -> [SCXMLElement] { children.filter { $0.name == name } }

    /// Whether it is a document: the root, or that of a child session.
    var isDocument: Bool { name == "scxml" && namespace == Self.namespace }

    /// The text inside, or `nil` when there is none but white space.
    var inlineText: String? { text.contains { !$0.isWhitespace } ? text : nil }
}
