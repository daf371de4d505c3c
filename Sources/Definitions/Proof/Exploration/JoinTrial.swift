import Agreements
import Expressions

/// Whether a join can hold when all that it waits for ended in one way.
///
/// It is evaluated where one to eight children of a group have ended so, each for a party that has signed the
/// current text or has not. What is not known there has no value, so the join is not shown to hold by it.
enum JoinTrial {
    private static let counts = 1...8

    static func holds(
        _ join: Formula, after end: ChildBehaviour.End, of group: String, parameters: [String: JSON]
    ) -> Bool {
        counts.contains { count in
            var facts = SignatureDemand.agreement(
                Array(repeating: end.isSigned ? .current : .none, count: count))
            facts["children"] = .list((0..<count).map { child($0, of: group, end) })
            facts["param"] = .object(parameters.mapValues(\.value))
            return join.program.evaluate(facts).value == .bool(true)
        }
    }

    private static func child(_ index: Int, of group: String, _ end: ChildBehaviour.End) -> Value {
        .object([
            "name": .string(group), "outcome": .string(end.outcome ?? ""),
            "path": .string("\(group)/\(index)"),
            "ended": .bool(true), "item": .object([:]), "states": .list([]),
        ])
    }
}
