/// Declaring variables and giving them their first values. Source: SCXML 1.0, section 5.3.
extension Session {
    /// All variables exist from the start, whichever state declares them; with early binding all get their
    /// values now, else only those of the chart itself.
    mutating func declareVariables(_ arguments: [String: Value]) {
        for state in chart.states {
            for item in state.data { declare(item) }
        }
        switch chart.binding {
        case .early: for index in chart.states.indices { bind(index, arguments) }
        case .late: bind(Chart<Expression>.root, arguments)
        }
    }

    mutating func bindLate(_ index: Int) {
        if chart.binding == .late, !bound.contains(index) { bind(index, [:]) }
    }

    private mutating func bind(_ index: Int, _ arguments: [String: Value]) {
        bound.insert(index)
        for item in chart.states[index].data {
            do throws(EvaluationFailure) {
                if let argument = arguments[item.id], index == Chart<Expression>.root {
                    try model.assign(argument, to: item.id)
                } else if let source = item.value {
                    try model.assign(value(of: source), to: item.id)
                }
            } catch {
                raise(error)
            }
        }
    }

    private mutating func declare(_ item: DataItem<Expression>) {
        do throws(EvaluationFailure) {
            try model.declare(item.id)
        } catch {
            raise(error)
        }
    }
}
