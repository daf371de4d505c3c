/// A role of a party that its holder passed on, for one process, to somebody else of that party.
package struct Passing: Sendable, Hashable {
    package var role: String
    /// Whose right it is.
    package var from: Person.ID
    package var to: Person.ID
    /// From this instant on.
    package var at: Instant

    /// Says that it was passed on; whether that is allowed is decided elsewhere.
    package init(role: String, from: Person.ID, to: Person.ID, at: Instant) {
        (self.role, self.from, self.to, self.at) = (role, from, to, at)
    }

    /// Nil for what is no passing on.
    init?(_ json: JSON?) {
        guard let role = json?["role"]?.text, let from = (json?["from"]?.text).flatMap(Person.ID.init),
            let to = (json?["to"]?.text).flatMap(Person.ID.init),
            let at = (json?["at"]?.text).flatMap({ try? Instant(parsing: $0) })
        else { return nil }
        self.init(role: role, from: from, to: to, at: at)
    }

    /// Its form in what a process is about, where every decision finds the people whose facts it needs.
    var json: JSON {
        [
            "role": .string(role), "from": .string(from.description), "to": .string(to.description),
            "at": .string(at.description),
        ]
    }
}

extension Process {
    private static let passedKey = "passed"

    /// The role of its party that was passed on last; nil when none was.
    package var passing: Passing? { Passing(item[Self.passedKey]) }

    /// Notes that a role of its party was passed on.
    mutating func pass(_ passing: Passing) { item[Self.passedKey] = passing.json }
}
