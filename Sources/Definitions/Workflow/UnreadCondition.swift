import Agreements
import Expressions

/// A condition that stands for one that could not be read: nothing is known of it, and it is like no other.
enum UnreadCondition {
    static func clause(at place: Place) -> Guard.Clause? {
        let name = "unread_\(place.line)_\(place.column)"
        guard let program = try? Environment(variables: [name: .bool]).compile(name) else { return nil }
        return Guard.Clause(Formula(program, place: place.description), else: "")
    }
}
