extension Journal {
    /// The same with the names of the chart.
    func trace(in plan: ChartPlan) -> Trace {
        var trace = Trace()
        trace.ignored = ignored
        trace.failures = failures
        trace.microsteps = steps.map { microstep($0, in: plan) }
        return trace
    }

    private func microstep(_ step: Step, in plan: ChartPlan) -> Microstep {
        Microstep(
            event: step.event,
            transitions: taken[step.taken].map { .init(index: $0, label: plan.moves[$0].label) },
            exited: exited[step.exited].map { plan.shape.ids[$0] },
            entered: entered[step.entered].map {
                .init(index: $0.index, id: plan.shape.ids[$0.index], isRestored: $0.isRestored)
            })
    }
}
