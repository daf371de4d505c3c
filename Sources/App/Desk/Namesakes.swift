package import Agreements

/// The live agreements that have the acronym of one, drafts too: the first that is sent has it.
package struct Namesakes: Codable, Sendable, Hashable {
    /// Those that whoever asks may see, the oldest first.
    package var seen: [Namesake] = []
    /// How many others there are.
    package var unseen = 0

    /// One of them.
    package struct Namesake: Codable, Sendable, Hashable {
        package var agreement: Agreement.ID
        package var reference: String?
        package var instrument: String
        package var legal: LegalStatus
        package var acronym: String
    }

    /// Whether nobody else is called so.
    package var isEmpty: Bool { seen.isEmpty && unseen == 0 }
}
