import Agreements

/// What people can do while a state is active: in it, around it, inside it, and in the processes that it
/// starts.
struct ActsThere {
    /// The roles that have an act, narrowed or not.
    let roles: Set<String>
    /// Whether the state offers no act of its own and a timer leads on: its task is work outside, until then.
    let onlyClockMovesOn: Bool
    /// Whether all of them could be read.
    let areKnown: Bool

    init(_ flow: ProcessFlow, _ draft: WorkflowDraft, state: Int) {
        let process = flow.process
        let inside = Set(process.outline.subtree(state))
        let near = inside.union(process.outline.chain(state))
        let acts = process.transitions.filter { $0.isAct && near.contains($0.source) }
        let started = process.children.filter { inside.contains($0.owner) }.map(\.run)
        let processes = Self.reached(from: started, in: draft)
        let others = processes.flatMap(\.transitions).filter(\.isAct)
        areKnown =
            near.allSatisfy { process.harm[$0] == nil } && processes.allSatisfy(\.isRead)
            && processes.allSatisfy(\.harm.isEmpty)
        roles = Set((acts + others).flatMap(\.definition.by).map(\.role))
        let hasOwnAct = acts.contains { inside.contains($0.source) } || !others.isEmpty
        let heard = Set(process.transitions.filter { near.contains($0.source) }.map(\.definition.event))
        let rings = near.contains { process.states[$0].timers.contains { heard.contains($0.event) } }
        onlyClockMovesOn = !hasOwnAct && rings
    }

    /// The processes that these start, and those that they start.
    private static func reached(from names: [String], in draft: WorkflowDraft) -> [ProcessDraft] {
        var seen: Set<String> = []
        var waiting = names
        var found: [ProcessDraft] = []
        while let name = waiting.popLast() {
            guard seen.insert(name).inserted, let process = draft.processes[name]?.value else { continue }
            found.append(process)
            waiting += process.children.map(\.run)
        }
        return found
    }
}
