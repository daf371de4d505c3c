/// The instruments of whose calls a person is told when they open and when they are extended.
package struct Subscription: Codable, Sendable, Hashable {
    package var person: Person.ID
    /// Sorted; none once all were given up.
    package var instruments: [String]
    /// The event that changed it last.
    package var seq: Int

    package init(person: Person.ID, instruments: [String], seq: Int) {
        self.person = person
        self.instruments = instruments
        self.seq = seq
    }
}
