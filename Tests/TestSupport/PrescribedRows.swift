import Agreements
import Postgres
import Statechart

/// What definitions prescribe, as relations that a statement can join.
struct PrescribedRows {
    /// `act(workflow, definition, act, role)`: who may take a transition.
    let acts: SQL
    /// `move(workflow, definition, event, atom)`: the atomic states from which an event can lead on.
    let moves: SQL
    /// `atom(workflow, definition, atom)`: the atomic states of each chart.
    let atoms: SQL
    /// `duty(workflow, number, first, second, ordered)`: acts that exclude each other, or the second after the first.
    let duties: SQL
    /// `prescribed(workflow, notice)`: the notices of each definition.
    let notices: SQL

    init(_ workflows: [Workflow]) {
        let charts = workflows.flatMap { workflow in workflow.processes.values.map { (workflow, $0) } }
        acts = Self.relation(
            "act", ["workflow", "definition", "act", "role"], charts.flatMap { Self.acts(of: $0.1, $0.0) })
        moves = Self.relation(
            "move", ["workflow", "definition", "event", "atom"], charts.flatMap { Self.moves(of: $0.1, $0.0) }
        )
        atoms = Self.relation(
            "atom", ["workflow", "definition", "atom"],
            charts.flatMap { workflow, process in
                process.chart.states.filter(\.isAtomic).map { [workflow.name, process.name, $0.id] }
            })
        duties = Self.relation(
            "duty", ["workflow", "number", "first", "second", "ordered"], workflows.flatMap(Self.duties))
        notices = Self.relation(
            "prescribed", ["workflow", "notice"],
            workflows.flatMap { workflow in workflow.notices.keys.map { [workflow.name, $0] } })
    }

    private static func acts(of process: ProcessDefinition, _ workflow: Workflow) -> [[String]] {
        process.transitions.values.flatMap { transition in
            transition.by.map { [workflow.name, process.name, transition.event, $0.role] }
        }
    }

    /// A transition without event is taken by `always`.
    private static func moves(of process: ProcessDefinition, _ workflow: Workflow) -> [[String]] {
        let chart = process.chart
        return chart.transitions.flatMap { transition -> [[String]] in
            let events = transition.events.isEmpty ? ["always"] : transition.events.map(\.description)
            let atoms = (transition.source..<chart.states[transition.source].end)
                .filter { chart.states[$0].isAtomic }
            return events.flatMap { event in
                atoms.map { [workflow.name, process.name, event, chart.id($0)] }
            }
        }
    }

    private static func duties(of workflow: Workflow) -> [[String]] {
        workflow.duties.enumerated().flatMap { number, duty in
            duty.first.flatMap { first in
                duty.second.map { [workflow.name, "\(number)", first, $0, "\(duty.isInOrder)"] }
            }
        }
    }

    /// A common table expression of text columns.
    private static func relation(_ name: String, _ columns: [String], _ rows: [[String]]) -> SQL {
        let list = JSON.array(rows.map { .array($0.map(JSON.string)) }).canonical
        var values: SQL = ""
        for (index, column) in columns.enumerated() {
            let comma: SQL = index == 0 ? "" : ","
            values = "\(values)\(comma) line ->> \(index)::int4 AS \(identifier: column)"
        }
        return """
            \(identifier: name) AS MATERIALIZED (
                SELECT DISTINCT \(values) FROM jsonb_array_elements((\(list)::text)::jsonb) line)
            """
    }
}
