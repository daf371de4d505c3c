import Agreements
import Statechart

extension Explorer {
    /// The processes that are started in the very first step, whatever is open, each with the state that does.
    var startsAtOnce: [String: String] {
        let first = edges.prefix { $0.from < 0 }
        let each = first.map { starts(of: $0.response) }
        guard let one = each.first else { return [:] }
        return each.dropFirst().reduce(one) { all, next in all.filter { next[$0.key] != nil } }
    }

    private func starts(of response: Response) -> [String: String] {
        var starts: [String: String] = [:]
        for state in response.configuration where owners.contains(state) {
            for child in reading.states[state]?.children ?? []
            where count(of: child, in: state).least > 0 {
                starts[child.run] = reading.chart.id(state)
            }
        }
        let actions =
            response.taken.flatMap { reading.transitions[$0]?.actions ?? [] }
            + response.entered.flatMap { reading.states[$0]?.actions ?? [] }
        for case .spawn(_, let run, _, _, let owner) in actions
        where reading.chart.index(of: owner).map(response.configuration.contains) ?? false {
            starts[run] = owner
        }
        return starts
    }
}
