package import Agreements
import Synchronization

/// What was seen of a workflow while scenarios were played: states, transitions, and how guards came out.
package final class CoverageLedger: Sendable {
    private let seen = Mutex(Seen())

    /// What was seen, of all workflows.
    package struct Seen: Sendable {
        /// Each as `workflow process state`.
        package var states: Set<String> = []
        /// Each as `workflow process label`.
        package var transitions: Set<String> = []
        /// Each as `workflow place outcome`.
        package var clauses: Set<String> = []
    }

    /// An empty ledger.
    package init() {}

    /// The watch that writes into it.
    package var watch: DecisionWatch {
        DecisionWatch(
            taken: { workflow, process, label in
                self.seen.withLock { _ = $0.transitions.insert("\(workflow) \(process) \(label)") }
            },
            clause: { workflow, place, holds in
                self.seen.withLock { _ = $0.clauses.insert("\(workflow) \(place) \(holds)") }
            })
    }

    /// Notes the states that the events of one agreement entered.
    package func note(_ events: [Event], of workflow: String) {
        var definitions: [String: String] = [:]
        for change in events.flatMap(\.payload.changes) {
            switch change {
            case .processStarted(let process): definitions[process.path] = process.definition
            case .moved(let path, let movement):
                let process = definitions[path] ?? ""
                seen.withLock { seen in
                    for state in movement.entered { seen.states.insert("\(workflow) \(process) \(state)") }
                }
            default: break
            }
        }
    }

    /// What was seen so far.
    package var all: Seen { seen.withLock(\.self) }
}
