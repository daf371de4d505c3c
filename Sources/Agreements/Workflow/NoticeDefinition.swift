/// A notice of the house: whom it goes to and what it says, in both languages.
package struct NoticeDefinition: Sendable {
    package var id: String
    package var to: [RoleReference]
    package var subject: LocalizedText
    /// Mustache text, plain; the HTML part is made from it.
    package var body: LocalizedText
    /// Whether the institution's contact address gets a copy.
    package var copy: Bool

    package init(
        id: String, to: [RoleReference], subject: LocalizedText, body: LocalizedText, copy: Bool = true
    ) {
        self.id = id
        self.to = to
        self.subject = subject
        self.body = body
        self.copy = copy
    }
}
