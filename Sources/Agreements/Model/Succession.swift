/// A thematic institute or a unit that was merged into another one, from a day on.
///
/// From 00:00 of that day in the institution's zone, the agreements of the old scope are covered by grants of the
/// successor's, and no more by those of the old one, however long they run: whoever is to go on is named anew.
package struct Succession: Codable, Sendable, Hashable {
    package var kind: Kind
    /// The code of what was merged; it is merged once only.
    package var from: String
    /// The code of what took over.
    package var into: String
    package var on: Day

    /// What is merged.
    package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
        case itmo, unit
    }

    package init(kind: Kind, from: String, into: String, on: Day) {
        self.kind = kind
        self.from = from
        self.into = into
        self.on = on
    }

    /// The scope that was merged.
    package var scope: Scope { Scope("\(kind.rawValue):\(from)") }
    /// The scope that took over.
    package var successor: Scope { Scope("\(kind.rawValue):\(into)") }
}

extension [Succession] {
    /// The scopes that took over from `scope`, one after the other, each with the day from which it covers
    /// what `scope` did.
    package func successors(of scope: Scope) -> [(scope: Scope, from: Day)] {
        var found: [(scope: Scope, from: Day)] = []
        var (current, day) = (scope, Day.earliest)
        while let next = first(where: { $0.scope == current }),
            next.successor != scope, !found.contains(where: { $0.scope == next.successor })
        {
            (current, day) = (next.successor, Swift.max(day, next.on))
            found.append((current, day))
        }
        return found
    }

    /// The scope that covers on `day` what `scope` did: the last of those that took over, or itself.
    package func heir(of scope: Scope, on day: Day) -> Scope {
        successors(of: scope).last { $0.from <= day }?.scope ?? scope
    }
}
