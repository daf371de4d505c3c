import Agreements
import Statechart

/// How far each state of a workflow's processes is from the transitions that nobody has taken yet.
///
/// Guards are not looked at: it only says where to search first.
struct SearchMap: Sendable {
    let workflow: Workflow
    /// By level of a process: how far its states are from an end.
    let ends: [String: [Int: Int]]
    private let edges: [String: Set<String>]
    private let sources: [(transition: String, state: String)]

    init(_ workflow: Workflow) {
        var edges: [String: Set<String>] = [:]
        var sources: [(String, String)] = []
        for process in workflow.processes.values.sorted(by: { $0.name < $1.name }) {
            for transition in process.chart.transitions {
                let source = Self.place(of: transition, in: process)
                if let label = transition.label { sources.append(("\(process.name) \(label)", source)) }
                for target in transition.targets {
                    edges[source, default: []].formUnion(
                        Self.entered(target, process).map { Self.name(process, $0) })
                }
                for action in transition.label.flatMap({ process.transitions[$0] })?.actions ?? [] {
                    guard case .spawn(_, let run, _, _, _) = action, let child = workflow.processes[run]
                    else {
                        continue
                    }
                    edges[source, default: []].formUnion(Self.initial(child))
                }
            }
            for state in process.states.values {
                for children in state.children {
                    guard let child = workflow.processes[children.run] else { continue }
                    edges["\(process.name) \(state.id)", default: []].formUnion(Self.initial(child))
                }
            }
        }
        self.workflow = workflow
        ends = Self.ends(workflow)
        self.edges = edges
        self.sources = sources
    }

    /// The transitions that leave or stay in a state, by state.
    var transitionsBySource: [String: [String]] {
        Dictionary(grouping: sources, by: \.state).mapValues { $0.map(\.transition) }
    }

    /// The cost of coming from each state to the nearest transition wanted.
    ///
    /// - Parameter wanted: by transition, what is added for having been tried in vain.
    func distances(to wanted: [String: Double]) -> [String: Double] {
        var back: [String: Set<String>] = [:]
        for (from, list) in edges { for to in list { back[to, default: []].insert(from) } }
        var distances: [String: Double] = [:]
        for source in sources {
            guard let cost = wanted[source.transition] else { continue }
            distances[source.state] = min(distances[source.state] ?? .infinity, cost)
        }
        var open = Set(distances.keys)
        while let next = open.min(by: { (distances[$0] ?? 0, $0) < (distances[$1] ?? 0, $1) }) {
            open.remove(next)
            let cost = (distances[next] ?? 0) + 1
            for previous in back[next] ?? [] where cost < distances[previous] ?? .infinity {
                distances[previous] = cost
                open.insert(previous)
            }
        }
        return distances
    }

    /// The state that a transition leaves; what follows when all inside is done is further than the state
    /// itself.
    private static func place(of transition: Transition<Guard>, in process: ProcessDefinition) -> String {
        let event = transition.label.flatMap { process.transitions[$0]?.event } ?? ""
        let isJoin = event == "done" || event.hasPrefix("joined")
        return name(process, transition.source) + (isJoin ? " done" : "")
    }

    private static func name(_ process: ProcessDefinition, _ index: Int) -> String {
        "\(process.name) \(process.chart.id(index))"
    }

    private static func initial(_ process: ProcessDefinition) -> [String] {
        process.chart.states[Chart<Guard>.root].initial.targets.flatMap { entered($0, process) }
            .map { name(process, $0) }
    }

    /// The state and what is entered inside it by default, and the states around it.
    static func entered(_ index: Int, _ process: ProcessDefinition) -> [Int] {
        let state = process.chart.states[index]
        if state.isHistory { return state.parent.map { entered($0, process) } ?? [] }
        let inside = state.kind == .parallel ? state.children : state.initial.targets
        return [index] + inside.flatMap { entered($0, process) }
    }
}
