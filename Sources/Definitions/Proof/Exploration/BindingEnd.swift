import Agreements
import Statechart

/// An end of the life after which the agreement would keep a status that binds, for ever.
struct BindingEnd: Hashable {
    /// The final state.
    var state: String
    var status: LegalStatus
}

extension Explorer {
    /// Each with where it is come to first.
    func bindingEnds() -> [(BindingEnd, ObservationLog.Moment)] {
        guard reading.process.name == "life" else { return [] }
        var found: [(BindingEnd, ObservationLog.Moment)] = []
        for (number, node) in nodes.enumerated() where node.situation.hasEnded {
            let situation = node.situation
            guard ![.none, .ended].contains(situation.legal), !situation.isStatusWrong,
                let final = situation.configuration.first(where: { reading.chart.states[$0].kind == .final })
            else { continue }
            let end = BindingEnd(state: reading.chart.id(final), status: situation.legal)
            if !found.contains(where: { $0.0 == end }) {
                found.append((end, .init(node: number, trigger: nil)))
            }
        }
        return found
    }
}
