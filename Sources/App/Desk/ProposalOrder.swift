package import Agreements

/// A proposal as it was typed, or read from one line of a sheet.
package struct ProposalOrder: Sendable, Hashable {
    package var workflow: String
    package var parties: [String] = []
    package var call: String?
    package var unit: String?
    package var itmo: String?
    package var start: String?
    /// `ROLE=PERSON`, one each.
    package var roles: [String] = []
    /// `name=value`, one each.
    package var fields: [String] = []
    /// Fields that a file gave; those of ``fields`` go before them.
    package var file: [String: JSON] = [:]
    /// `ID=PARTY:HEAD:NAME`, one for each laboratory.
    package var labs: [String] = []
    /// The agreements under which it is made, by id, reference or register number.
    package var cites: [String] = []
    package var paper: Paper?

    /// What is recorded from paper: whose proposal, the date on it, the scan and why.
    package struct Paper: Sendable, Hashable {
        package var person: String
        package var dated: String
        package var scan: NewDocument
        package var reason: String

        package init(person: String, dated: String, scan: NewDocument, reason: String) {
            self.person = person
            self.dated = dated
            self.scan = scan
            self.reason = reason
        }
    }

    package init(workflow: String) { self.workflow = workflow }
}
