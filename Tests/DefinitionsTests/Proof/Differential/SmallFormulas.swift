import Agreements
import Expressions
import Synchronization

/// The conditions of random charts, each compiled once.
enum SmallFormulas {
    private static let environment = GuardEnvironment.environment(zone: .paris)
    private static let compiled = Mutex<[String: Formula]>([:])

    static func clause(_ condition: SmallCondition) throws -> Guard.Clause {
        Guard.Clause(try formula(condition.source), else: "not_now")
    }

    static func formula(_ source: String) throws -> Formula {
        if let formula = compiled.withLock({ $0[source] }) { return formula }
        let formula = Formula(try environment.compile(source), place: "f.yaml:1:1")
        compiled.withLock { $0[source] = formula }
        return formula
    }
}
