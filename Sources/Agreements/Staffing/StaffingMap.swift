/// What can be reached in the charts of definitions, computed once for each set of active states.
final class StaffingMap {
    private struct Key: Hashable {
        var workflow: String
        var version: String
        var process: String
        var active: [String]?
    }

    private struct Rules: Hashable {
        var workflow: String
        var version: String
    }

    private var known: [Key: StaffingReach] = [:]
    private var duties: [Rules: [String: [Opposite]]] = [:]

    /// The acts that an exclusive duty sets against an act.
    struct Opposite {
        var duty: String
        var acts: [String]
    }

    func reach(of definition: ProcessDefinition, in workflow: Workflow, active: [String]?) -> StaffingReach {
        let key = Key(
            workflow: workflow.id, version: workflow.version, process: definition.name, active: active)
        if let reach = known[key] { return reach }
        let reach = StaffingReach(definition, active: active)
        known[key] = reach
        return reach
    }

    /// What exclusive duties set against each act of a workflow.
    func opposites(in workflow: Workflow) -> [String: [Opposite]] {
        let key = Rules(workflow: workflow.id, version: workflow.version)
        if let known = duties[key] { return known }
        var opposites: [String: [Opposite]] = [:]
        for duty in workflow.duties {
            for act in Set(duty.first + duty.second) {
                let acts = duty.barring(act)
                if !acts.isEmpty {
                    opposites[act, default: []].append(Opposite(duty: duty.refusal, acts: acts))
                }
            }
        }
        duties[key] = opposites
        return opposites
    }
}
