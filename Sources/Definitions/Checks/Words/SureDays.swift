import Agreements

/// Which formulas give a day wherever they have a value: by their form, from an input that has to be a day, or from a
/// variable that nothing else is ever given to.
struct SureDays {
    /// As formulas read them: `vars.from`.
    private var variables: Set<String> = []

    init(_ draft: WorkflowDraft) {
        let processes = draft.orderedProcesses.map(\.value)
        let transitions = processes.flatMap(\.transitions).map(\.definition)
        let sets =
            transitions.flatMap { transition in
                Self.sets(transition.actions).map { ($0, $1, transition.input) }
            }
            + processes.flatMap(\.states).flatMap { state in Self.sets(state.actions).map { ($0, $1, []) } }
        let values = Dictionary(grouping: sets, by: { "vars.\($0.0)" })
        // What is given on from one variable to another takes a round each.
        var isNew = true
        while isNew {
            let sure = values.filter { $0.value.allSatisfy { gives($0.1, input: $0.2) } }.keys
            isNew = !variables.isSuperset(of: sure)
            variables.formUnion(sure)
        }
    }

    /// - Parameter input: what the act asks for, whose step it runs in.
    func gives(_ formula: Formula, input: [InputField] = []) -> Bool {
        if formula.surelyGivesDay || variables.contains(formula.source) { return true }
        return input.contains { field in
            field.required && [.day, .instant].contains(field.kind) && formula.source == "event.\(field.name)"
        }
    }

    private static func sets(_ actions: [ActionDefinition]) -> [(String, Formula)] {
        actions.compactMap { action in
            if case .set(let name, let formula) = action { (name, formula) } else { nil }
        }
    }
}
