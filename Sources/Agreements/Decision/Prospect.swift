package import Expressions
import FoundationEssentials

/// How the conditions of an agreement's charts come out while nobody acts: what it still wants.
///
/// Pure; what was computed for a process is kept, so one that is asked much costs little.
package struct Prospect {
    private let deliberation: Deliberation
    private var known: [String: ValueMap] = [:]

    /// The prospect of one agreement at the instant of the facts.
    package init(workflow: Workflow, facts: Facts, agreement: Agreement) {
        let command = Command(
            requestID: "", agreement: agreement.id, actor: .system(cause: "condition"), channel: .system,
            body: .serveTimers)
        deliberation = Deliberation(
            workflow: workflow, facts: facts, randomness: .none, command: command, agreement: agreement)
    }

    /// Whether a condition holds now in the process at a path; one that fails to evaluate does not.
    package mutating func holds(_ formula: Formula, in path: String) -> Bool {
        formula.program.evaluate(bindings(path)).holds
    }

    /// Whether it would hold if a variable had the value that another formula has now; nil where that has none.
    package mutating func holds(
        _ formula: Formula, in path: String, setting variable: String, to value: Formula
    ) -> Bool? {
        rounds(until: formula, in: path, setting: variable, to: value, max: 1).map { $0 == 1 }
    }

    /// How often a variable has to be given the value that a formula then has for a condition to hold; 0 where it
    /// does not within `max` times, nil where the formula has no value now.
    package mutating func rounds(
        until condition: Formula, in path: String, setting variable: String, to value: Formula, max: Int
    ) -> Int? {
        let bindings = bindings(path)
        guard case .map(let map)? = bindings["vars"] else { return nil }
        var (fields, variables) = (bindings.fields, map.fields)
        for round in 1...max {
            guard let next = value.program.evaluate(fields).value else { return round == 1 ? nil : 0 }
            variables[variable] = next
            fields["vars"] = .object(variables)
            if condition.program.evaluate(fields).holds { return round }
        }
        return 0
    }

    /// What conditions of the process at a path read under these names now, as far as they are bound.
    package mutating func values(of names: Set<String>, in path: String) -> [String: Value] {
        bindings(path).fields.filter { names.contains($0.key) }
    }

    private mutating func bindings(_ path: String) -> ValueMap {
        if let found = known[path] { return found }
        let made = deliberation.bindings(for: path)
        known[path] = made
        return made
    }
}

extension Formula {
    /// Whether it reads what an act carries or who does it.
    package var readsAct: Bool { reads("event") || reads("actor") }

    /// Whether it reads the measures that concern the file.
    package var readsMeasures: Bool { reads("measures") }

    private func reads(_ name: String) -> Bool {
        program.readablePaths.contains {
            $0 == name || $0.hasPrefix("\(name).") || $0.hasPrefix("\(name)[")
        }
    }
}

extension ValueMap {
    /// What stands under texts.
    fileprivate var fields: [String: Value] {
        let pairs = entries.compactMap { entry -> (String, Value)? in
            if case .string(let name) = entry.key { (name, entry.value) } else { nil }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension Randomness {
    /// For one that only looks: nothing that it draws is kept.
    fileprivate static var none: Randomness { Randomness(uuid: { UUID() }, salt: { [] }) }
}
