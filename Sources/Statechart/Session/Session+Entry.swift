/// Entering states. Source: SCXML 1.0, appendix D (`enterStates`).
extension Session {
    mutating func enterInitialStates() {
        position.findInitialEntries()
        execute(chart.states[ChartShape.root].initial.content)
        while let entry = position.enterNext() { perform(entry) }
    }

    mutating func enterStates() {
        position.findEntries()
        while let entry = position.enterNext() { perform(entry) }
    }

    private mutating func perform(_ entry: Move.Entry) {
        let index = entry.index
        let duties = chart.plan.duties[index]
        if duties.contains(.invokes) { position.toInvoke.insert(index) }
        if duties.contains(.data) { bindLate(index) }
        if duties.contains(.entry) { for block in chart.states[index].onEntry { execute(block) } }
        if duties.contains(.defaultContent), entry.isDefault { execute(chart.states[index].initial.content) }
        if let history = entry.emptyHistory { execute(chart.states[history].initial.content) }
        if chart.plan.shape.kinds[index] == .final { reportDone(by: index) }
    }

    private mutating func reportDone(by final: Int) {
        let parent = chart.plan.shape.parents[final]
        guard parent != ChartShape.root, chart.plan.duties[final].contains(.doneData) else {
            return position.reportDone(by: final)
        }
        let data = payload(of: chart.states[final].doneData)
        raise(Event(chart.plan.done[parent].name, kind: .platform, data: data))
        position.reportDone(around: parent)
    }
}
