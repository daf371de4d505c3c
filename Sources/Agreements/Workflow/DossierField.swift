/// A field of the proposal dossier.
package struct DossierField: Sendable {
    package var name: String
    package var title: LocalizedText
    package var kind: InputField.Kind
    /// Whether `dossier.complete` needs it.
    package var required: Bool
    /// The longest text, in characters.
    package var lengthMax: Int
    /// What is told beside it in a form.
    package var help: LocalizedText?
    /// The part of the form that begins with this field, by its title.
    package var section: LocalizedText?
    /// The amount of which this one is a part.
    package var share: Share?

    /// Parts of one total together do not exceed it.
    package struct Share: Sendable, Hashable {
        /// The name of the field that holds the total.
        package var total: String
        /// The most that this part may be of it, if there is a limit of its own.
        package var percentMax: Int?

        package init(of total: String, percentMax: Int? = nil) {
            self.total = total
            self.percentMax = percentMax
        }
    }

    package init(
        name: String, title: LocalizedText, kind: InputField.Kind, required: Bool, lengthMax: Int = 2_000
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.required = required
        self.lengthMax = lengthMax
    }
}
