/// Days on which a person cannot be counted on.
///
/// Rights do not change: who is absent may act all the same, and take a file back.
package struct Absence: Codable, Sendable, Hashable, Identifiable {
    /// The identity of an absence.
    package typealias ID = Identifier<Absence>

    package var id: ID
    package var person: Person.ID
    /// The first day, in the institution's zone.
    package var from: Day
    /// The last day; the day before the first where it was ended before it began.
    package var until: Day

    package init(id: ID, person: Person.ID, from: Day, until: Day) {
        self.id = id
        self.person = person
        self.from = from
        self.until = until
    }

    /// Whether it covers a civil day of the institution's zone.
    package func covers(_ day: Day) -> Bool { from <= day && day <= until }
}
