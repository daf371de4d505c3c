import Agreements

extension BehaviourFindings {
    /// What is told to the agreements that cite this one and nothing in this definition hears, which may cite
    /// one of its own kind.
    func reportUnheardTellings() {
        let ways = exploration.details.ways
        for state in draft.states {
            report(state.actions, at: place(of: state.id, "do"), ways.way(toState: state.id))
        }
        for transition in draft.transitions {
            let way = ways.way(toTransition: transition.definition.label)
            report(transition.definition.actions, at: transition.place, way)
        }
    }

    private func report(_ actions: [ActionDefinition], at place: Place, _ way: [LocalizedText]?) {
        guard let way else { return }
        for case .tell(let event) in actions where !heardFromCited.contains(event) {
            let suggestion = Spelling.nearest(to: event, in: heardFromCited)
            log.report(
                .unheardTelling, at: place,
                .init(
                    fr:
                        "\(event) est annoncé aux accords qui citent celui-ci, et rien dans cette définition ne l’entend",
                    en:
                        "\(event) is told to the agreements that cite this one, and nothing in this definition hears it"
                ),
                suggestion: suggestion, path: way)
        }
    }
}
