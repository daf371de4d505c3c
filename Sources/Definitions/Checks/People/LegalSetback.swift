import Agreements
import Expressions

/// Transitions of the life that suspend or end what was not so before.
enum LegalSetback {
    /// What a transition does to the status, in words: by where it leads, or by a value that it sets and a condition
    /// waits for; nil where it is no setback.
    static func status(after index: Int, in flow: ProcessFlow) -> LocalizedText? {
        guard flow.process.name == "life" else { return nil }
        let before = flow.process.states[flow.process.transitions[index].source].legal
        let after = entered(by: index, in: flow).compactMap { flow.process.states[$0].legal }
        let bad = after.first { [.suspended, .ended].contains($0) && $0 != before }
        return bad.map {
            LocalizedText(
                fr: $0 == .suspended ? "suspend l’accord" : "met fin à l’accord",
                en: "makes the agreement \($0.rawValue.split(separator: "_").joined(separator: " "))")
        }
    }

    private static func entered(by index: Int, in flow: ProcessFlow) -> [Int] {
        let source = flow.process.transitions[index].source
        let values = constants(setBy: flow.process.transitions[index].definition.actions)
        let awaited = flow.process.transitions.indices.filter { other in
            let transition = flow.process.transitions[other]
            return transition.event == nil && flow.areTogether(transition.source, source)
                && comesToHold(transition.condition?.clauses ?? [], with: values)
        }
        return flow.enteredAtOnce(by: index) + awaited.flatMap(flow.enteredAtOnce)
    }

    private static func constants(setBy actions: [ActionDefinition]) -> [String: Value] {
        actions.reduce(into: [:]) { values, action in
            if case .set(let name, let formula) = action {
                values[name] = formula.program.evaluate([:]).value
            }
        }
    }

    private static func comesToHold(_ clauses: [Guard.Clause], with values: [String: Value]) -> Bool {
        guard !values.isEmpty, !clauses.isEmpty else { return false }
        return clauses.allSatisfy {
            $0.formula.program.evaluate(["vars": .object(values)]).value == .bool(true)
        }
    }
}
