import Agreements

/// The transitions by which the acts of duties are done, and which can follow which.
struct DutyActs {
    private let byName: [String: [DutyAct]]
    private let flows: [String: ProcessFlow]

    init(_ draft: WorkflowDraft) {
        let read = draft.orderedProcesses.map(\.value).filter(\.isRead)
        let named = Set(draft.duties.flatMap { $0.first + $0.second })
        flows = Dictionary(read.map { ($0.name, ProcessFlow($0)) }, uniquingKeysWith: { a, _ in a })
        let acts = read.flatMap { process in
            process.transitions.enumerated().compactMap { index, transition -> DutyAct? in
                guard transition.isAct, named.contains(transition.definition.event) else { return nil }
                return DutyAct(
                    name: transition.definition.event, process: process.name, transition: index,
                    by: transition.definition.by)
            }
        }
        byName = Dictionary(grouping: acts + Self.opening(draft, named), by: \.name)
    }

    /// The act that opens the agreement, by those who may propose.
    private static func opening(_ draft: WorkflowDraft, _ named: Set<String>) -> [DutyAct] {
        guard named.contains("propose") else { return [] }
        let roles = draft.proposers.map { RoleReference($0) }
        return [DutyAct(name: "propose", process: "life", transition: nil, by: roles)]
    }

    /// Each way of doing the one with each way of doing the other.
    func pairs(_ first: String, _ second: String) -> [(DutyAct, DutyAct)] {
        byName[first, default: []].flatMap { a in byName[second, default: []].map { (a, $0) } }
    }

    /// The people who can do an act by any of its transitions; nil among them stands for as many as are
    /// needed.
    func holders(of act: String) -> Set<String?> { Set(byName[act, default: []].flatMap(\.holders)) }

    /// Whether both can be done on one agreement, by some way of doing each.
    func canBothBeDone(_ first: String, _ second: String) -> Bool {
        pairs(first, second).contains { canFollow($0, $1) || canFollow($1, $0) }
    }

    func exists(_ act: String) -> Bool { byName[act] != nil }

    /// Whether the second can be done after the first on one agreement; acts of two processes always may.
    func canFollow(_ first: DutyAct, _ second: DutyAct) -> Bool {
        guard let next = second.transition else { return false }
        guard first.process == second.process, let flow = flows[first.process], let last = first.transition
        else { return true }
        let source = flow.process.transitions[next].source
        let entered = flow.entered[last]
        let start = flow.process.transitions[last].source
        let after = entered.isEmpty ? [start] : entered.union(flow.stillActive(after: last))
        return flow.reachable(from: after).contains(source)
    }
}
