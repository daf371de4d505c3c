extension Journal {
    /// The microsteps from one on with the names of the chart; made for each call.
    package func microsteps(from first: Int = 0) -> [Microstep] {
        steps(from: first).map { microstep($0, in: plan) }
    }

    /// The same with the names of the chart.
    func trace(in plan: ChartPlan) -> Trace {
        var trace = Trace()
        if hasIgnored { trace.ignored = ignored }
        if !failures.isEmpty { trace.failures = failures }
        trace.microsteps = microsteps()
        return trace
    }

    private func microstep(_ step: Step, in plan: ChartPlan) -> Microstep {
        Microstep(
            event: step.event,
            transitions: step.taken.map { .init(index: taken[$0], label: plan.moves[taken[$0]].label) },
            exited: step.exited.map { plan.shape.ids[exited[$0]] },
            entered: step.entered.map {
                .init(
                    index: entered[$0].index, id: plan.shape.ids[entered[$0].index],
                    isRestored: entered[$0].isRestored)
            })
    }
}
