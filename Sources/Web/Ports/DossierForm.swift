package import Agreements

/// The dossier of a file, with what is in it.
package struct DossierForm: Sendable, Hashable {
    /// The name of the file in addresses.
    package var file: String
    package var reference: String?
    package var subject: String?
    package var revision: Int
    /// The fields in the definition's order, a few at a time, each with its value.
    package var sections: [[FormField]]
    /// The names of the fields that the rules need and that are empty.
    package var missing: [String]
    /// Why the visitor may not change it now; nil when they may.
    package var refusal: LocalizedText?

    package init(
        file: String, reference: String?, subject: String?, revision: Int, sections: [[FormField]],
        missing: [String], refusal: LocalizedText?
    ) {
        self.file = file
        self.reference = reference
        self.subject = subject
        self.revision = revision
        self.sections = sections
        self.missing = missing
        self.refusal = refusal
    }
}

/// Fields of a dossier as a form sent them.
package struct DossierRequest: Sendable, Hashable {
    /// What was typed, by name of the field; an empty text empties it.
    package var values: [String: String]
    /// The revision of the file that the form was made from.
    package var revision: Int?
    package var requestID: String

    package init(values: [String: String], revision: Int?, requestID: String) {
        self.values = values
        self.revision = revision
        self.requestID = requestID
    }
}
