import Agreements
import Web

/// What an event was, in the words of its definition.
enum EventTexts {
    /// - Parameters:
    ///   - states: those of the states that it entered which may be named.
    ///   - isNamed: whether the event may be.
    static func what(
        _ event: Agreements.Event, entering states: [String], isNamed: Bool = true, in workflow: Workflow,
        _ agreement: Agreement
    ) -> LocalizedText {
        let definition = agreement.processes[event.process].flatMap { workflow.processes[$0.definition] }
        if let end = ended(event, definition, agreement) { return end }
        let entered = states.compactMap { state in
            definition?.states[state].map {
                event.process == "life" ? workflow.named(state, $0.title) : $0.title
            }
        }
        let act =
            definition?.transitions.values.filter { $0.event == event.type }.sorted { $0.label < $1.label }
            .compactMap(\.title).first ?? common(event.type) ?? (isNamed ? silences[event.type] : nil)
            ?? told(event.type, in: workflow, agreement)
        let about = event.process == "life" ? nil : about(event.process, definition, agreement)
        let bare: LocalizedText? =
            entered.isEmpty ? (isNamed ? time(event.type, definition) : nil) ?? unnamed : nil
        let parts = [about, act ?? bare].compactMap(\.self)
        let head = LocalizedText(
            fr: parts.map(\.fr).joined(separator: "\u{00A0}: "), en: parts.map(\.en).joined(separator: ": "))
        guard !entered.isEmpty else { return head }
        let states = LocalizedText(
            fr: entered.map(\.fr).joined(separator: ", "), en: entered.map(\.en).joined(separator: ", "))
        guard !parts.isEmpty else { return states }
        return LocalizedText(fr: "\(head.fr) → \(states.fr)", en: "\(head.en) → \(states.en)")
    }

    /// The title of a process, with the party that it is about.
    private static func about(
        _ path: String, _ definition: ProcessDefinition?, _ agreement: Agreement
    ) -> LocalizedText? {
        guard let title = definition?.title,
            let name = agreement.processes[path]?.item["party"]?["name"]?.text
        else { return definition?.title }
        return LocalizedText(fr: "\(title.fr) – \(name)", en: "\(title.en) – \(name)")
    }

    /// That all children of a state are done, or that it needed none; nil for any other event.
    private static func ended(
        _ event: Agreements.Event, _ definition: ProcessDefinition?, _ agreement: Agreement
    ) -> LocalizedText? {
        guard event.type.hasPrefix(joined),
            let state = definition?.states[String(event.type.dropFirst(joined.count))]
        else { return nil }
        let names = Set(state.children.map(\.name))
        let ran = agreement.processes.values.contains { names.contains($0.name) }
        return ran
            ? LocalizedText(
                fr: "Étape achevée\u{00A0}: «\u{00A0}\(state.title.fr)\u{00A0}»",
                en: "Step completed: “\(state.title.en)”")
            : LocalizedText(fr: "Sans objet\u{00A0}: \(state.title.fr)", en: "Not needed: \(state.title.en)")
    }

    private static let joined = "joined."

    /// Whether it is a reminder that went out, which tells nothing of the file.
    static func isReminder(_ event: Agreements.Event) -> Bool {
        event.type == "holders_changed"
            || event.type.hasPrefix("timer.N") && event.fromState == event.toState
    }

    /// What an act carried: grades, dates, choices, people, and texts beside the reason where they may be read.
    static func values(
        _ told: ToldEvent, _ names: [Person.ID: String], in workflow: Workflow, hiding hidden: Set<String>,
        withTexts: Bool
    ) -> [FileView.Fact] {
        let input = told.event.payload.input.filter { !hidden.contains($0.key) }
        return input.sorted { $0.key < $1.key }.compactMap { name, value in
            let written = withTexts ? told.texts[name].map { LocalizedText(fr: $0, en: $0) } : nil
            guard let text = written ?? text(value, names, workflow) else { return nil }
            return FileView.Fact(workflow.label(ofInput: name), text)
        }
    }

    private static func text(
        _ value: JSON, _ names: [Person.ID: String], _ workflow: Workflow
    ) -> LocalizedText? {
        switch value {
        case .bool, .integer: return FieldTexts.value(value)
        case .string(let text):
            if let person = Person.ID(text) { return names[person].map { LocalizedText(fr: $0, en: $0) } }
            if let day = try? Day(parsing: text) { return day.written }
            return workflow.choices[text] ?? (text.count <= 40 ? LocalizedText(fr: text, en: text) : nil)
        default: return nil
        }
    }

    /// How a child process ended, `annual.missed`, in the words of its definition; nil for any other event.
    static func told(_ event: String, in workflow: Workflow, _ agreement: Agreement) -> LocalizedText? {
        let parts = event.split(separator: ".").map(String.init)
        guard parts.count == 2 else { return nil }
        let children = agreement.processes.values.filter { $0.name == parts[0] }
        return children.sorted { $0.path < $1.path }.lazy.compactMap { child in
            ended(child, as: parts[1], in: workflow)
        }.first
    }

    private static func ended(_ child: Process, as outcome: String, in workflow: Workflow) -> LocalizedText? {
        guard let definition = workflow.processes[child.definition],
            let end = definition.states.values.filter({ $0.outcome == outcome }).min(by: {
                $0.order < $1.order
            })
        else { return nil }
        let about = ProcessTitle.reports[child.name] ?? definition.title
        return LocalizedText(fr: "\(about.fr)\u{00A0}: \(end.title.fr)", en: "\(about.en): \(end.title.en)")
    }

    /// What it means that a time ran out.
    private static let silences: [String: LocalizedText] = [
        "completion.lapses": .init(fr: "Délai écoulé sans complément", en: "No completion in time"),
        "ministries.silence": .init(
            fr: "Délai des ministères écoulé sans opposition",
            en: "The ministries’ time ran out without opposition"),
        "partner.silence": .init(
            fr: "Délai écoulé sans réponse du partenaire", en: "No answer from the partner in time"),
        "security.silence": .init(
            fr: "Sûreté\u{00A0}: le silence gardé vaut refus", en: "Security: the silence counts as a refusal"
        ),
        "waiting_list.lapses": .init(
            fr: "Fin de la liste complémentaire", en: "End of the waiting list"),
    ]
}
