import Agreements
import Expressions
import Statechart

extension Explorer {
    /// How many conditions a message names.
    private static let namedMax = 3

    /// What the way from a situation to where a goal is sure depends on, in words.
    func doubt(from start: Int, _ sure: SureWays) -> String {
        var seen: Set<Int> = [start]
        var waiting = [start]
        var named: [String] = []
        while !waiting.isEmpty {
            var next: [Int] = []
            for node in waiting {
                for attempt in attemptsByNode[node, default: []] {
                    let edges = edges[attempt.edges]
                    if edges.contains(where: { sure.isSure[$0.to] }) { named += words(of: attempt) }
                    next += edges.map(\.to).filter { !sure.isSure[$0] && seen.insert($0).inserted }
                }
            }
            waiting = next
        }
        let all = named.uniqued()
        let rest = all.count > Self.namedMax ? " and \(all.count - Self.namedMax) more" : ""
        return "after \(path(to: start).joined(separator: ", ")) it depends on what is not known: "
            + all.prefix(Self.namedMax).joined(separator: ", ") + rest
    }

    /// Why a step that may come is not certain.
    private func words(of attempt: Attempt) -> [String] {
        let store = nodes[attempt.node].situation.store
        let answers = edges[attempt.edges].flatMap(\.answers) + attempt.silent.joined()
        let isAct = attempt.trigger.isAct
        let open = isAct ? actChoice.foreign(among: answers, in: store) : answers.map(\.number)
        let conditions = open.filter { $0 >= 0 }.uniqued().map { formulas.entries[$0].program.source.quoted }
        let unknown = edges[attempt.edges].flatMap(refusable).map(\.source).uniqued()
        guard unknown.isEmpty else { return unknown.map { "whether the register knows \($0)" } }
        switch attempt.trigger {
        case .timer(let name, _):
            return conditions.isEmpty ? ["whether the timer \(name) is still to ring"] : conditions
        case .outcome(let group, _): return conditions + ["how the children \(group) end"]
        case .join(let state): return conditions + ["how the children of \(state) end"]
        case .told(let event): return conditions.isEmpty ? ["whether \(event) comes"] : conditions
        case .act(let name, _): return conditions.isEmpty ? ["what \(name) carries"] : conditions
        case .start, .condition, .voided, .joinedBy: return conditions
        }
    }
}
