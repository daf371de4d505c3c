import Agreements
import Statechart
import Web

/// What a process of a file is about, in words: a party, a person, a lab, or which of several reports is due when.
struct ProcessTitle {
    let agreement: Agreement
    let workflow: Workflow
    let zone: Zone

    /// Nil for the life, which is the file itself.
    func text(_ path: String) -> LocalizedText? {
        guard path != "life", let process = agreement.processes[path] else { return nil }
        let kind =
            Self.reports[process.name] ?? workflow.processes[process.definition]?.title
            ?? LocalizedText(fr: process.definition, en: process.definition)
        if let name = process.item.values.compactMap({ $0["name"]?.text }).sorted().first {
            return LocalizedText(fr: "\(kind.fr) – \(name)", en: "\(kind.en) – \(name)")
        }
        guard let due = process.item["due"]?.text.flatMap({ try? Day(parsing: $0) }) else { return kind }
        let (french, english) = (
            CivilTexts(language: .french, zone: zone), CivilTexts(language: .english, zone: zone)
        )
        return LocalizedText(
            fr: "\(kind.fr) – attendu le \(french.date(due))", en: "\(kind.en) – due on \(english.date(due))")
    }

    /// The same where it tells more than what kind of process it is; nil elsewhere.
    func distinction(_ path: String) -> LocalizedText? {
        guard let item = agreement.processes[path]?.item,
            item["due"] != nil || item.values.contains(where: { $0["name"] != nil })
        else { return nil }
        return text(path)
    }

    /// The names under which a life runs its reports.
    static let reports: [String: LocalizedText] = [
        "annual": .init(fr: "Rapport annuel", en: "Annual report"),
        "midterm": .init(fr: "Rapport à mi-parcours", en: "Mid-term report"),
        "final": .init(fr: "Rapport final", en: "Final report"),
    ]
}

extension Workflow {
    /// Whether a file waits for a call to open: nobody is asked for anything until then.
    func awaitsCall(_ agreement: Agreement) -> Bool {
        agreement.processes["life"].map { $0.status == .active && awaitsCall(in: $0.configuration) } ?? false
    }

    /// The same by the active states of the life.
    func awaitsCall(in states: [String]) -> Bool {
        guard let life = processes["life"] else { return false }
        return life.chart.transitions.contains { transition in
            states.contains(life.chart.id(transition.source))
                && transition.label.flatMap { life.transitions[$0]?.event }?.hasPrefix("call.") ?? false
        }
    }
}
