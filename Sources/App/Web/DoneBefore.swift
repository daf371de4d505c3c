import Agreements
import Statechart
import Web

/// That an act which may be done again was done, and what changed in the dossier since.
///
/// Of acts that carry nothing and lead nowhere, as an endorsement: whoever does one again should know what for.
struct DoneBefore {
    let agreement: Agreement
    let workflow: Workflow
    let history: [Agreements.Event]
    let sight: FileSight
    let zone: Zone

    /// Nil where the act was not done, or is of another kind.
    func text(of act: ActName) -> LocalizedText? {
        guard isRepeatable(act),
            let done = history.last(where: { $0.process == act.process && $0.type == act.event }),
            sight.part(of: done, whileBarred: false) != nil
        else { return nil }
        let day = zone.day(of: done.at)
        let changed = changes(since: done.seq)
        return LocalizedText(
            fr: "fait le \(CivilTexts(language: .french, zone: zone).date(day))"
                + (changed.isEmpty
                    ? "\u{00A0}; le dossier n’a pas changé depuis"
                    : "\u{00A0}; ont changé depuis\u{00A0}: \(changed.map(\.fr).joined(separator: ", "))"),
            en: "done on \(CivilTexts(language: .english, zone: zone).date(day))"
                + (changed.isEmpty
                    ? "; the dossier has not changed since"
                    : "; changed since: \(changed.map(\.en).joined(separator: ", "))"))
    }

    private func isRepeatable(_ act: ActName) -> Bool {
        guard let process = agreement.processes[act.process],
            let definition = workflow.processes[process.definition]
        else { return false }
        let ways = definition.chart.transitions.filter { transition in
            transition.label.flatMap { definition.transitions[$0]?.event } == act.event
        }
        let definitions = workflow.transitions(of: act, in: agreement)
        return !ways.isEmpty && ways.allSatisfy(\.targets.isEmpty)
            && definitions.allSatisfy { $0.input.isEmpty && !$0.reasonRequired }
    }

    /// The fields that changed, as far as they may be seen, each once.
    private func changes(since seq: Int) -> [LocalizedText] {
        let names = Set(history.filter { $0.seq > seq }.flatMap(\.payload.changes).flatMap(Self.fields))
        return workflow.dossier.filter { names.contains($0.name) && sight.sees(field: $0.name) }
            .map(\.title)
    }

    private static func fields(of change: Change) -> [String] {
        switch change {
        case .dossier(let fields): Array(fields.keys)
        case .dossierRemoved(let fields): fields
        default: []
        }
    }
}
