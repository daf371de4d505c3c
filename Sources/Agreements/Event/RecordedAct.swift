/// A decision or a signature of another person that the actor records from paper.
package struct RecordedAct: Codable, Sendable, Hashable {
    /// Who decided or signed; their authority is checked on the date of the document.
    package var person: Person.ID
    package var documentDate: Day
    /// The scan.
    package var document: Document.ID?

    package init(person: Person.ID, documentDate: Day, document: Document.ID?) {
        self.person = person
        self.documentDate = documentDate
        self.document = document
    }
}
