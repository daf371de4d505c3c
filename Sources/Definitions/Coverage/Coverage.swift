package import Agreements
import Statechart

/// How much of one workflow its scenarios played, process by process, in document order.
package struct Coverage: Sendable {
    package var workflow: String
    package var processes: [Process]

    /// The coverage of one process.
    package struct Process: Sendable {
        package var name: String
        package var states: Tally
        package var transitions: Tally
        /// Each clause of a guard counts twice: seen true, and seen false.
        package var guards: Tally
    }

    /// How many of a kind there are, and those that were not seen.
    package struct Tally: Sendable {
        package var total = 0
        package var missing: [Missing] = []

        /// How many were seen.
        package var covered: Int { total - missing.count }
    }

    /// A part that no scenario saw.
    package struct Missing: Sendable, Hashable {
        package var place: Place
        package var what: String

        package init(place: Place, what: String) {
            self.place = place
            self.what = what
        }
    }

    /// What was seen of a workflow, set against all that it has.
    package init(_ workflow: Workflow, places: WorkflowPlaces, seen: CoverageLedger.Seen) {
        self.workflow = workflow.id
        let order = workflow.processes.values.sorted { Self.place($0, places) < Self.place($1, places) }
        processes = order.map { process in
            Process(
                name: process.name, states: Self.states(of: process, workflow.id, places, seen),
                transitions: Self.transitions(of: process, workflow.id, places, seen),
                guards: Self.guards(of: process, workflow.id, places, seen))
        }
    }

    /// The sum over all processes of one of their tallies.
    package func total(_ tally: (Process) -> Tally) -> Tally {
        processes.map(tally).reduce(into: Tally()) { sum, next in
            sum.total += next.total
            sum.missing += next.missing
        }
    }

    private static func place(_ process: ProcessDefinition, _ places: WorkflowPlaces) -> Place {
        places.states[process.name]?.values.min() ?? Place(file: "", line: 0, column: 0)
    }

    private static func states(
        of process: ProcessDefinition, _ workflow: String, _ places: WorkflowPlaces,
        _ seen: CoverageLedger.Seen
    ) -> Tally {
        let missing = process.states.keys.filter {
            !seen.states.contains("\(workflow) \(process.name) \($0)")
        }
        return tally(process.states.count, missing.map { ($0, places.states[process.name]?[$0]) })
    }

    private static func transitions(
        of process: ProcessDefinition, _ workflow: String, _ places: WorkflowPlaces,
        _ seen: CoverageLedger.Seen
    ) -> Tally {
        let missing = process.transitions.keys.filter {
            !seen.transitions.contains("\(workflow) \(process.name) \($0)")
        }
        return tally(process.transitions.count, missing.map { ($0, places.transitions[process.name]?[$0]) })
    }

    private static func guards(
        of process: ProcessDefinition, _ workflow: String, _ places: WorkflowPlaces,
        _ seen: CoverageLedger.Seen
    ) -> Tally {
        let clauses = process.chart.transitions.flatMap { $0.condition?.clauses ?? [] }
        let outcomes = clauses.flatMap { clause in [true, false].map { (clause.formula, $0) } }
        let missing = outcomes.filter { formula, holds in
            !seen.clauses.contains("\(workflow) \(formula.place) \(holds)")
        }
        return tally(
            outcomes.count,
            missing.map { formula, holds in
                ("never \(holds): \(formula.source)", Place(parsing: places.folder + formula.place))
            })
    }

    private static func tally(_ total: Int, _ missing: [(String, Place?)]) -> Tally {
        let list = missing.map { what, place in
            Missing(place: place ?? Place(file: "", line: 0, column: 0), what: what)
        }
        return Tally(total: total, missing: list.sorted { ($0.place, $0.what) < ($1.place, $1.what) })
    }
}

extension Place {
    /// Reads `file:line:column`.
    init?(parsing text: String) {
        let parts = text.split(separator: ":")
        guard parts.count >= 3, let line = Int(parts[parts.count - 2]),
            let column = Int(parts[parts.count - 1])
        else { return nil }
        self.init(file: parts.dropLast(2).joined(separator: ":"), line: line, column: column)
    }
}
