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
        /// Those that were not seen although they may be possible.
        package var missing: [Missing] = []
        /// Those that were not seen and are proved impossible.
        package var impossible: [Missing] = []

        /// How many are not proved impossible.
        package var possible: Int { total - impossible.count }
        /// How many were seen.
        package var covered: Int { possible - missing.count }
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
    package init(
        _ workflow: Workflow, places: WorkflowPlaces, seen: CoverageLedger.Seen,
        impossible: Impossibilities = Impossibilities()
    ) {
        self.workflow = workflow.id
        let order = workflow.processes.values.sorted { Self.place($0, places) < Self.place($1, places) }
        processes = order.map { process in
            Process(
                name: process.name, states: Self.states(of: process, workflow.id, places, seen, impossible),
                transitions: Self.transitions(of: process, workflow.id, places, seen, impossible),
                guards: Self.guards(of: process, workflow.id, places, seen, impossible))
        }
    }

    /// The sum over all processes of one of their tallies.
    package func total(_ tally: (Process) -> Tally) -> Tally {
        processes.map(tally).reduce(into: Tally()) { sum, next in
            sum.total += next.total
            sum.missing += next.missing
            sum.impossible += next.impossible
        }
    }

    private static func place(_ process: ProcessDefinition, _ places: WorkflowPlaces) -> Place {
        places.states[process.name]?.values.min() ?? Place(file: "", line: 0, column: 0)
    }

    private static func states(
        of process: ProcessDefinition, _ workflow: String, _ places: WorkflowPlaces,
        _ seen: CoverageLedger.Seen, _ impossible: Impossibilities
    ) -> Tally {
        let missing = process.states.keys.filter {
            !seen.states.contains("\(workflow) \(process.name) \($0)")
        }
        return tally(process.states.count, missing.map { ($0, places.states[process.name]?[$0]) }) {
            impossible.states[process.name]?.contains($0) ?? false
        }
    }

    private static func transitions(
        of process: ProcessDefinition, _ workflow: String, _ places: WorkflowPlaces,
        _ seen: CoverageLedger.Seen, _ impossible: Impossibilities
    ) -> Tally {
        let missing = process.transitions.keys.filter {
            !seen.transitions.contains("\(workflow) \(process.name) \($0)")
        }
        return tally(process.transitions.count, missing.map { ($0, places.transitions[process.name]?[$0]) }) {
            impossible.transitions[process.name]?.contains($0) ?? false
        }
    }

    private static func guards(
        of process: ProcessDefinition, _ workflow: String, _ places: WorkflowPlaces,
        _ seen: CoverageLedger.Seen, _ impossible: Impossibilities
    ) -> Tally {
        let clauses = process.chart.transitions.flatMap { $0.condition?.clauses ?? [] }
        let outcomes = clauses.flatMap { clause in [true, false].map { (clause.formula, $0) } }
        let missing = outcomes.filter { formula, holds in
            !seen.clauses.contains("\(workflow) \(formula.place) \(holds)")
        }
        let isImpossible = { (formula: Formula, holds: Bool) in
            impossible.outcomes.contains(ClauseOutcome(place: formula.place, holds: holds))
        }
        func listed(_ outcomes: [(Formula, Bool)]) -> [Missing] {
            sorted(
                outcomes.map { formula, holds in
                    ("never \(holds): \(formula.source)", Place(parsing: places.folder + formula.place))
                })
        }
        return Tally(
            total: outcomes.count, missing: listed(missing.filter { !isImpossible($0, $1) }),
            impossible: listed(missing.filter(isImpossible)))
    }

    private static func tally(
        _ total: Int, _ missing: [(String, Place?)], isImpossible: (String) -> Bool
    ) -> Tally {
        Tally(
            total: total, missing: sorted(missing.filter { !isImpossible($0.0) }),
            impossible: sorted(missing.filter { isImpossible($0.0) }))
    }

    private static func sorted(_ parts: [(String, Place?)]) -> [Missing] {
        parts.map { what, place in
            Missing(place: place ?? Place(file: "", line: 0, column: 0), what: what)
        }.sorted { ($0.place, $0.what) < ($1.place, $1.what) }
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
