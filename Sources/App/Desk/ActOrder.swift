/// An act as it was typed at the terminal.
package struct ActOrder: Sendable, Hashable {
    package var agreement: String
    package var event: String
    package var actor: String?
    package var principal: String?
    package var process: String?
    /// `name=value`, one each.
    package var input: [String] = []
    package var reason: String?
    package var expectedRevision: Int?
    package var requestID: String?
    package var record: Record?

    /// What is recorded from paper: whose act, the date on the document, the scan.
    package struct Record: Sendable, Hashable {
        package var person: String
        package var dated: String?
        package var scan: String?

        package init(person: String, dated: String?, scan: String?) {
            self.person = person
            self.dated = dated
            self.scan = scan
        }
    }

    package init(_ event: String, on agreement: String) {
        self.event = event
        self.agreement = agreement
    }
}
