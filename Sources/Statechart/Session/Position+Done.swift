/// Done events. Source: SCXML 1.0, appendix D (`enterStates`).
extension Position {
    /// A final state without data ends its parent, or the session.
    mutating func reportDone(by final: Int) {
        let parent = plan.shape.parents[final]
        guard parent != ChartShape.root else {
            finalState = final
            return
        }
        signalDone(parent)
        reportDone(around: parent)
    }

    /// The end of a state may end the parallel states around it, one by one.
    ///
    /// A compound state around a done one is not done by it, so this stops below the next one.
    mutating func reportDone(around state: Int) {
        var ancestor = plan.shape.parents[state]
        while ancestor != ChartShape.none, plan.shape.isDone(ancestor, in: configuration) {
            signalDone(ancestor)
            ancestor = plan.shape.parents[ancestor]
        }
    }

    private mutating func signalDone(_ state: Int) {
        signals.append(row: plan.done[state].row, doneState: state)
    }
}
