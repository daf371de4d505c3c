/// Entering states. Source: SCXML 1.0, appendix D (`enterStates`).
extension Session {
    mutating func enterInitialStates() {
        var entries = EntrySet(chart: chart, history: history)
        let initial = chart.states[Chart<Expression>.root].initial
        entries.add(targets: initial.targets, within: Chart<Expression>.root)
        current.trace.microsteps.append(Microstep(event: nil, transitions: []))
        execute(initial.content)
        enter(entries)
    }

    mutating func enterStates(of transitions: [Transition<Expression>], within domains: [Int?]) {
        var entries = EntrySet(chart: chart, history: history)
        for (transition, domain) in zip(transitions, domains) {
            if let domain { entries.add(targets: transition.targets, within: domain) }
        }
        enter(entries)
    }

    private mutating func enter(_ entries: EntrySet<Expression>) {
        for index in entries.states {
            configuration.insert(index)
            let isRestored = entries.restored.contains(index)
            let entered = Microstep.Entered(index: index, id: chart.id(index), isRestored: isRestored)
            current.trace.microsteps[current.trace.microsteps.count - 1].entered.append(entered)
            toInvoke.insert(index)
            bindLate(index)
            for block in chart.states[index].onEntry { execute(block) }
            if entries.defaults.contains(index) { execute(chart.states[index].initial.content) }
            if let history = entries.emptyHistories[index] { execute(chart.states[history].initial.content) }
            if chart.states[index].kind == .final { reportDone(index) }
        }
    }

    /// A final state ends its parent; that may end the parallel states around it, one by one.
    private mutating func reportDone(_ final: Int) {
        guard let parent = chart.states[final].parent, parent != Chart<Expression>.root else {
            finalState = final
            return
        }
        let data = payload(of: chart.states[final].doneData)
        internalQueue.append(.done(state: chart.id(parent), data: data))
        // A compound state around a done one is not done by it, so this stops below the next one.
        for ancestor in chart.ancestors(of: parent) {
            guard chart.isDone(ancestor, in: configuration) else { return }
            internalQueue.append(.done(state: chart.id(ancestor), data: nil))
        }
    }
}
