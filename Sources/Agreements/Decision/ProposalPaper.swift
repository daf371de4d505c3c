/// A proposal of another person that the actor records from paper.
package struct ProposalPaper: Sendable, Hashable {
    /// Who proposed; their right is checked on the date of the document.
    package var person: Person.ID
    package var documentDate: Day
    /// The scan: it becomes the first document of the file.
    package var scan: NewDocument
    /// Why it is recorded so.
    package var reason: String

    package init(person: Person.ID, documentDate: Day, scan: NewDocument, reason: String) {
        self.person = person
        self.documentDate = documentDate
        self.scan = scan
        self.reason = reason
    }

    func recorded(scan: Document.ID?) -> RecordedAct {
        RecordedAct(person: person, documentDate: documentDate, document: scan)
    }
}
