import Agreements
import Expressions
import Statechart

extension BehaviourFindings {
    /// Formulas that ask for children whose state is never active beside their own: children go with their state, so
    /// there are none.
    func reportGoneChildren() {
        var owners: [String: [Int]] = [:]
        for (owner, groups) in reading.groups.enumerated() {
            for group in groups { owners[group.name, default: []].append(owner) }
        }
        let all = Set(owners.values.joined()).sorted()
        for (state, formulas, place) in askedFormulas {
            let names = formulas.filter { $0.program.readablePaths.contains("children") }
                .flatMap { Self.groups(in: $0.source) }
            if names.contains(nil), !all.isEmpty, !all.contains(where: { reading.mayBeTogether($0, state) }) {
                let list = all.map(reading.chart.id).joined(separator: ", ")
                log.report(
                    .conflict, at: place,
                    .init(
                        fr:
                            "\(reading.chart.id(state)) demande des enfants, mais ils n’y sont plus : ils s’en vont avec \(list)",
                        en:
                            "\(reading.chart.id(state)) asks for children, but they are gone there: they go with \(list)"
                    ))
            }
            for name in Set(names.compactMap(\.self)).sorted() {
                guard let homes = owners[name], !homes.contains(where: { reading.mayBeTogether($0, state) })
                else { continue }
                let list = homes.map(reading.chart.id).joined(separator: ", ")
                log.report(
                    .conflict, at: place,
                    .init(
                        fr:
                            "\(reading.chart.id(state)) demande les enfants \(name), mais ils n’y sont plus : ils s’en vont avec \(list)",
                        en:
                            "\(reading.chart.id(state)) asks for the children \(name), but they are gone there: they go with \(list)"
                    ))
            }
        }
    }

    /// What states and the transitions from them evaluate, with the place of each.
    private var askedFormulas: [(state: Int, formulas: [Formula], place: Place)] {
        let states = reading.states.indices.compactMap { index in
            reading.states[index].map { (index, $0.formulas, place(of: $0.id)) }
        }
        let transitions = reading.chart.transitions.compactMap { step -> (Int, [Formula], Place)? in
            guard let label = step.label, let draft = transition(label) else { return nil }
            let guards = step.condition?.clauses.map(\.formula) ?? []
            return (step.source, guards + draft.definition.formulas, draft.place)
        }
        return states + transitions
    }
}
