import Agreements
import Expressions

/// Nothing is decided, and nothing kept in clear, by a text that may have to be erased one day: a text of an
/// act, or its reason.
///
/// A formula may ask whether such a text is there.
enum ErasableDecides: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        for use in world.processes.flatMap(\.formulas) {
            let selections = use.formula.program.contentSelections(of: "event")
            guard !selections.isEmpty else { continue }
            let events = world.events(of: use).sorted {
                ($0.path.count, $0.act ?? "") < ($1.path.count, $1.act ?? "")
            }
            for selection in selections { check(selection, of: use, in: events, log) }
        }
    }

    private static func check(
        _ selection: Selection, of use: FormulaUse, in events: [EventShape], _ log: FindingLog
    ) {
        let name = selection.path.dropFirst().first
        let event = events.first { name.map($0.texts.contains) ?? !$0.texts.isEmpty }
        guard let event, let act = event.act else { return }
        let what = name == nil ? "holds texts" : "is a text"
        let inFrench = name == nil ? "contient des textes" : "est un texte"
        let message = LocalizedText(
            fr: """
                \(selection.dotted) de l’acte \(act) \(inFrench) qu’il faudra peut-être effacer : aucune règle ne \
                peut en dépendre
                """,
            en: """
                \(selection.dotted) of the act \(act) \(what) that may have to be erased: no rule may depend on it
                """)
        log.report(
            .erasableDecides, at: use.place(of: selection.span), message, path: event.path)
    }
}
