import Agreements
import Statechart
import Storage
import Web

/// What a proposal asks for besides its parties and its dossier.
struct ProposalFields {
    let workflow: Workflow
    let calls: [Call]
    let institutes: [ReferenceRow]
    let said: (Call) -> LocalizedText

    static let call = "who.call"
    static let unit = "who.unit"
    static let itmo = "who.itmo"
    static let start = "who.start"

    static func role(_ role: String) -> String { "who.role.\(role)" }

    /// The people that a proposal names: those of roles that it may give, and the unit's director, as far as the
    /// definition knows them.
    static func roles(of workflow: Workflow) -> [String] {
        let known = Set(
            workflow.processes.values.flatMap(\.transitions.values).flatMap(\.by).map(\.role))
        return (workflow.namedRoles + ["DU"]).filter { known.contains($0) }.uniqued()
    }

    var fields: [FormField] {
        var fields: [FormField] = []
        if workflow.entry == .call {
            fields.append(
                FormField(
                    name: Self.call, label: LocalizedText(fr: "Appel", en: "Call"),
                    kind: .choice(calls.map { FormChoice($0.id.description, said($0)) }), isRequired: true))
        }
        fields.append(
            FormField(
                name: Self.unit, label: LocalizedText(fr: "Unité", en: "Unit"),
                help: LocalizedText(
                    fr: "Le code de l’unité qui porte le projet, comme U1151.",
                    en: "The code of the unit that carries the project, such as U1151."),
                kind: .line, isRequired: asksUnit))
        fields.append(
            FormField(
                name: Self.itmo, label: LocalizedText(fr: "ITMO", en: "Thematic institute (ITMO)"),
                kind: .choice(
                    institutes.map {
                        FormChoice(
                            $0.code,
                            LocalizedText(fr: "\($0.code) – \($0.name.fr)", en: "\($0.code) – \($0.name.en)"))
                    }), isRequired: false))
        fields.append(
            FormField(
                name: Self.start, label: LocalizedText(fr: "Début prévu", en: "Planned start"),
                help: workflow.entry == .call
                    ? LocalizedText(
                        fr: "Laissé vide : le 1er janvier qui suit l’appel.",
                        en: "Left empty: the 1 January after the call.") : nil,
                kind: .day, isRequired: false))
        return fields
            + Self.roles(of: workflow).map {
                FormField(
                    name: Self.role($0), label: RoleTitles.name($0), help: ProposalReader.personHelp,
                    kind: .line,
                    isRequired: false)
            }
    }

    /// Whether a rule of the definition asks for the unit.
    private var asksUnit: Bool {
        workflow.processes.values.flatMap(\.chart.transitions).flatMap { $0.condition?.clauses ?? [] }
            .contains { $0.formula.source.contains("agreement.unit != ''") }
    }
}
