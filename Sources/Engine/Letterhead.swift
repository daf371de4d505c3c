/// What every mail of an installation has in common.
///
/// A mail keeps the one that it was first tried with, whatever the installation is told later: each retry has the same
/// bytes.
package struct Letterhead: Codable, Sendable, Hashable {
    /// The office's address: Reply-To on all, and a copy where the definition says so.
    package var contact: String
    /// From.
    package var sender: String
    package var senderName: String
    /// Where links lead, without a slash at its end.
    package var baseURL: String

    package init(contact: String, sender: String, senderName: String, baseURL: String) {
        self.contact = contact
        self.sender = sender
        self.senderName = senderName
        self.baseURL = baseURL
    }

    /// The right side of Message-IDs.
    package var mailDomain: String {
        sender.split(separator: "@").last.map(String.init) ?? "entente.example"
    }
}
