import Agreements
import Statechart

/// Acts that others wait for though no step asks for them: one role does them, they set a variable to true, and an act that is
/// possible meanwhile asks for it.
///
/// The head of unit endorses a draft so. Where the definition gives that role a step of its own, that says it.
struct Endorsements {
    let workflow: Workflow

    /// An act that is waited for.
    struct Pending: Hashable {
        let act: String
        let process: String
        let state: String
        let title: LocalizedText
        let role: RoleReference
    }

    /// Those of some roles that do such acts in a life, with the stages in which they are done.
    func stages(for asking: Set<String>) -> [String: Set<String>] {
        var roles: [String: Set<String>] = [:]
        guard let life = workflow.processes["life"] else { return [:] }
        for transition in life.chart.transitions {
            guard let definition = transition.label.flatMap({ life.transitions[$0] }),
                let role = definition.by.first?.role, asking.contains(role),
                let variable = Self.variable(of: definition),
                life.chart.transitions.contains(where: { Self.asks($0, for: variable) })
            else { continue }
            roles[role, default: []].insert(String(life.chart.id(transition.source).prefix { $0 != "." }))
        }
        return roles
    }

    func pending(in agreement: Agreement) -> [Pending] {
        agreement.processes.values.sorted { $0.path < $1.path }.flatMap { process in
            process.status == .active ? pending(in: process, of: agreement) : []
        }
    }

    private func pending(in process: Process, of agreement: Agreement) -> [Pending] {
        guard let definition = workflow.processes[process.definition] else { return [] }
        let chart = definition.chart
        let open = chart.transitions.filter { process.configuration.contains(chart.id($0.source)) }
        return open.compactMap { transition in
            guard let act = transition.label.flatMap({ definition.transitions[$0] }), let title = act.title,
                let role = act.by.first, let variable = Self.variable(of: act),
                agreement.variables[variable] != .bool(true),
                !agreement.tasks.contains(where: { $0.process == process.path && $0.role.role == role.role }),
                open.contains(where: { Self.asks($0, for: variable) })
            else { return nil }
            return Pending(
                act: act.event, process: process.path, state: chart.id(transition.source), title: title,
                role: role)
        }
    }

    /// The variable that an act of one role sets to true, where that is all it does.
    private static func variable(of act: TransitionDefinition) -> String? {
        guard act.by.count == 1, act.input.isEmpty, act.actions.count == 1,
            case .set(let name, let value) = act.actions[0], value.source == "true"
        else { return nil }
        return name
    }

    private static func asks(_ transition: Transition<Guard>, for variable: String) -> Bool {
        transition.condition?.clauses.contains { $0.formula.source == "vars.\(variable)" } ?? false
    }
}

extension WhyReport {
    /// The acts that are waited for though no step asks for them, as waits.
    var endorsements: [Why.Wait] {
        Endorsements(workflow: workflow).pending(in: agreement).map { pending in
            Why.Wait(
                process: pending.process, state: pending.state, task: pending.title,
                role: pending.role.description, holders: holders(of: pending.role, in: pending.process),
                since: agreement.tasks.first { $0.process == pending.process }?.openedAt ?? facts.now,
                due: agreement.tasks.first { $0.process == pending.process }?.due)
        }
    }
}
