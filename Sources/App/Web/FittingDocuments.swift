import Agreements

/// Which kinds of documents a field of an act may name: never the text of the agreement, which is put to approval and
/// signature by other ways.
enum FittingDocuments {
    static func kinds(of field: String) -> Set<String> {
        known[field] ?? Set(FieldTexts.kinds.keys).subtracting([Document.textKind, "amendment", "scan"])
    }

    /// The kind that a document has which comes with the form.
    static func kind(ofUpload field: String) -> String { uploads[field] ?? "note" }

    private static let known: [String: Set<String>] = [
        "report": ["report"], "statement": ["statement"], "minutes": ["minutes"], "project": ["project"],
        "letter": ["letter", "partner_letter", "intent_letter", "support_letter"],
        "consolidated": ["consolidated"], "deliberation": ["deliberation"], "list": ["errata"],
        "note": ["note"],
    ]

    private static let uploads = [
        "report": "report", "statement": "statement", "minutes": "minutes", "project": "project",
        "letter": "letter", "consolidated": "consolidated", "deliberation": "deliberation", "list": "errata",
    ]
}

extension InputField {
    /// Whether it names a document that people choose: neither the text that is signed nor its scan.
    var asksDocument: Bool {
        guard case .document = kind else { return false }
        return ![WebDesk.textField, WebDesk.scanField].contains(name)
    }
}
