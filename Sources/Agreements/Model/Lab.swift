/// A laboratory that takes part under a party; it signs nothing.
package struct Lab: Codable, Sendable, Hashable, Identifiable {
    /// Chosen by whoever proposes, unique in the agreement.
    package var id: String
    package var name: String
    /// The id of the party under which it takes part.
    package var party: String
    package var head: Person.ID

    package init(id: String, name: String, party: String, head: Person.ID) {
        self.id = id
        self.name = name
        self.party = party
        self.head = head
    }
}
