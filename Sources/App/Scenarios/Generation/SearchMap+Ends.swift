import Agreements
import Statechart

extension SearchMap {
    /// How far each state is from an end of the level that it is in: final states, and those with an outcome.
    ///
    /// - Returns: by `process level`, where the level is a compound state or empty for the whole process.
    static func ends(_ workflow: Workflow) -> [String: [Int: Int]] {
        var ends: [String: [Int: Int]] = [:]
        for process in workflow.processes.values {
            let chart = process.chart
            for level in chart.states.indices where chart.states[level].kind == .compound || level == 0 {
                let goals = chart.states[level].children.filter { child in
                    chart.states[child].kind == .final
                        || (level == 0 && process.states[chart.id(child)]?.outcome != nil)
                }
                guard !goals.isEmpty else { continue }
                let name = "\(process.name) \(level == 0 ? "" : chart.id(level))"
                ends[name] = distances(to: goals, in: process)
            }
        }
        return ends
    }

    private static func distances(to goals: [Int], in process: ProcessDefinition) -> [Int: Int] {
        var distances = Dictionary(goals.map { ($0, 0) }, uniquingKeysWith: { a, _ in a })
        var open = goals
        while !open.isEmpty {
            let next = open.removeFirst()
            for transition in process.chart.transitions where distances[transition.source] == nil {
                guard transition.targets.contains(where: { entered($0, process).contains(next) }) else {
                    continue
                }
                distances[transition.source] = (distances[next] ?? 0) + 1
                open.append(transition.source)
            }
        }
        return distances
    }

    /// How much is left to do before the children of a state, or its regions, are done.
    ///
    /// Each region and each child process counts its own steps.
    func effort(of level: Int, in process: Agreements.Process, _ node: SearchNode) -> Double {
        guard let definition = workflow.processes[process.definition] else { return 0 }
        let chart = definition.chart
        if level != 0, chart.states[level].kind == .parallel {
            return chart.states[level].children.map { effort(of: $0, in: process, node) }.reduce(0, +)
        }
        let active = process.configuration.compactMap { id in
            chart.states.indices.first {
                chart.id($0) == id && (level == 0 || chart.isDescendant($0, of: level))
            }
        }
        let name = "\(definition.name) \(level == 0 ? "" : chart.id(level))"
        let own = active.compactMap { ends[name]?[$0] }.min() ?? 0
        let children = node.agreement.processes.values.filter { child in
            child.status == .active && child.parent == process.path
                && active.contains { chart.id($0) == child.owner }
        }
        return Double(own) + children.map { effort(of: 0, in: $0, node) }.reduce(0, +)
    }
}
