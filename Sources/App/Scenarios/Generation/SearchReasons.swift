import Agreements
import Definitions
import Statechart

/// Why a search did not take a transition, as far as that can be told.
struct SearchReasons {
    /// How many transitions that lead to a state are named.
    private static let namesMax = 3

    let search: ScenarioSearch
    /// The bound that the search was given.
    let decisionsMax: Int

    /// The reason in words, without the name of the transition.
    func reason(for name: String) -> String {
        for chart in search.atlas.charts {
            for way in chart.ways where way.name == name {
                return outside(way, chart) ?? inside(way, chart) + bound
            }
        }
        return "it is none of the charts"
    }

    private var bound: String {
        search.decisions < decisionsMax
            ? "" : "; the search ended at its bound of \(decisionsMax) decisions, more may find it"
    }

    // MARK: What no generated scenario does

    private func outside(_ way: SearchWay, _ chart: SearchChart) -> String? {
        guard search.hasBegun else {
            return "no agreement could be proposed\(search.lastRefusal.map { ": \($0.code)" } ?? "")"
        }
        let event = way.event
        switch way.trigger {
        case .never where event.hasPrefix("framework."):
            return
                "only an agreement that this one cites tells \(event), and generated scenarios have one agreement"
        case .never: return "nothing that generated scenarios do brings about \(event)"
        case .edit where !isEditable(in: way.source, chart):
            return "the dossier cannot be changed there (parameter editableIn)"
        case .delegation where !hasStep(in: way.source, chart):
            return "no step is open there in whose role a delegation could be given"
        case .call where event == "call.opened":
            return "a call opens before an agreement can be in it"
        default: return nil
        }
    }

    private func hasStep(in source: Int, _ chart: SearchChart) -> Bool {
        let states = chart.definition.chart
        return chart.definition.states.values.contains { state in
            guard state.task != nil, let index = states.index(of: state.id) else { return false }
            return index == source || states.isDescendant(source, of: index)
                || states.isDescendant(index, of: source)
        }
    }

    private func isEditable(in source: Int, _ chart: SearchChart) -> Bool {
        let states = chart.definition.chart
        guard chart.definition.name == "life" else { return true }
        let near = states.states.indices.filter {
            $0 == source || states.isDescendant(source, of: $0) || states.isDescendant($0, of: source)
        }
        return near.contains { search.workflow.editableStates.contains(states.id($0)) }
    }

    // MARK: What the search did not come to

    private func inside(_ way: SearchWay, _ chart: SearchChart) -> String {
        guard let places = search.places[way.name], !places.isEmpty else { return unreached(way, chart) }
        let failing = places.map { lacking(way, chart, at: $0) }
        let never = failing.dropFirst().reduce(failing.first ?? []) { kept, here in kept.filter(here.contains)
        }
        if let first = never.first { return "its state was reached, but there \(first) never held" }
        let asked = way.needs.filter(\.isOfAct).map(\.clause.formula.source)
        if let first = asked.first {
            return "its state was reached, but with nothing that was tried \(first) held"
        }
        return "its state was reached, but \(way.event) never came there"
    }

    /// The conditions, beside those of the act itself, that do not hold at a place.
    private func lacking(_ way: SearchWay, _ chart: SearchChart, at node: SearchNode) -> [String] {
        var prospect = Prospect(workflow: search.workflow, facts: node.facts, agreement: node.agreement)
        let source = chart.definition.chart.id(way.source)
        let there = node.agreement.processes.values.filter {
            $0.definition == chart.definition.name && $0.status == .active
                && $0.configuration.contains(source)
        }.map(\.path).sorted()
        return way.needs.filter { need in
            !need.isOfAct && !there.contains { prospect.holds(need.clause.formula, in: $0) }
        }.map(\.clause.formula.source)
    }

    private func unreached(_ way: SearchWay, _ chart: SearchChart) -> String {
        let ways = chart.entering[way.source].map { chart.ways[$0].name }.filter { search.wanted[$0] != nil }
        if !ways.isEmpty {
            let names =
                ways.prefix(Self.namesMax).joined(separator: ", ") + (ways.count > Self.namesMax ? ", …" : "")
            return "its state was not reached, since \(names) was not taken"
        }
        let source = chart.definition.chart.id(way.source)
        return chart.entering[way.source].isEmpty && chart.definition.name != "life"
            ? "\(chart.definition.name) was never run up to \(source)" : "its state \(source) was not reached"
    }
}
