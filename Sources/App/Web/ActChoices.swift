import Agreements
import Storage
import Web

/// The fields of an act with what can be chosen in each.
struct ActChoices {
    let agreement: Agreement
    let workflow: Workflow
    let desk: CommandDesk
    let names: [Person.ID: String]
    let today: Day
    let sight: FileSight
    let givers: [Document.ID: Authority]
    /// Whether the form is for somebody who came by a link: what the page knows by itself is not asked.
    let isByLink: Bool

    /// What a paper signed by hand is asked; nil where the act takes none.
    func paper(of transitions: [TransitionDefinition]) async throws -> [FormField]? {
        guard transitions.takePaper else { return nil }
        let known = [WebDesk.levelField, WebDesk.scanField, WebDesk.textField, "signatory", "received"]
        return try await fields(of: transitions) { known.contains($0.name) }.map { field in
            guard field.name == "dated" else { return field }
            return FormField(name: field.name, label: field.label, kind: field.kind, isRequired: true)
        }
    }

    func fields(of transitions: [TransitionDefinition]) async throws -> [FormField] {
        let isSigning = transitions.flatMap(\.input).contains { $0.name == WebDesk.levelField }
        return try await fields(of: transitions) { isKnown($0, whenSigning: isSigning) }
    }

    private func fields(
        of transitions: [TransitionDefinition], without isKnown: (InputField) -> Bool
    ) async throws -> [FormField] {
        let inForce = InForce(agreement: agreement, names: names)
        var fields: [FormField] = []
        for field in transitions.flatMap(\.input)
        where !fields.contains(where: { $0.name == field.name }) && !isKnown(field) {
            fields.append(
                FormField(
                    name: field.name, label: workflow.label(ofInput: field.name),
                    help: inForce.help(of: field) ?? workflow.inputs[field.name]?.help,
                    kind: try await kind(of: field), isRequired: field.required && !field.asksDocument,
                    value: usual(field) ?? inForce.value(of: field)))
        }
        return fields
    }

    /// The hash of the text is on the form already, a scan comes with its paper; who signs on the screen does so in
    /// their own name, today, and whoever came by a link acts so.
    private func isKnown(_ field: InputField, whenSigning isSigning: Bool) -> Bool {
        [WebDesk.textField, WebDesk.scanField].contains(field.name)
            || ((isByLink || isSigning)
                && (WebDesk.knownOnScreen + [WebDesk.levelField]).contains(field.name))
    }

    /// What is most often meant: today, and in person.
    private func usual(_ field: InputField) -> String? {
        switch field.kind {
        case .day where field.required: today.description
        case .choice(let values) where values.contains("in_person"): "in_person"
        default: nil
        }
    }

    private func kind(of field: InputField) async throws -> FormField.Kind {
        switch field.kind {
        case .text: return workflow.inputs[field.name]?.isLong == true ? .text : .line
        case .integer: return .number
        case .flag: return .flag
        case .day: return .day
        case .instant: return .moment
        case .person, .candidate: return .choice(people)
        case .document: return .choice(documents(for: field.name))
        case .party: return .choice(agreement.parties.map { choice($0.id.description, $0.name) })
        case .organisation: return .choice(try await organisations())
        case .organisations: return .choices(try await organisations())
        case .call:
            return .choice(try await desk.catalogue.calls().map { choice($0.id.description, "\($0.year)") })
        case .choice(let values): return .choice(values.map { FormChoice($0, workflow.text(ofChoice: $0)) })
        }
    }

    private var people: [FormChoice] {
        names.sorted {
            ($0.value.plainLetters, $0.key.description) < ($1.value.plainLetters, $1.key.description)
        }
        .map { choice($0.key.description, $0.value) }
    }

    private func documents(for field: String) -> [FormChoice] {
        let kinds = FittingDocuments.kinds(of: field)
        let seen = agreement.documents.reversed().filter { sight.sees($0, givenBy: givers[$0.id]) }
        return seen.filter { kinds.contains($0.kind) }.map { document in
            let kind = FieldTexts.documentKind(document.kind)
            return FormChoice(
                document.id.description,
                LocalizedText(fr: "\(kind.fr) v\(document.version)", en: "\(kind.en) v\(document.version)"))
        }
    }

    private func organisations() async throws -> [FormChoice] {
        try await desk.catalogue.organisations().sorted { $0.name.plainLetters < $1.name.plainLetters }.map {
            choice($0.id.description, "\($0.name) (\($0.country))")
        }
    }

    private func choice(_ value: String, _ label: String) -> FormChoice {
        FormChoice(value, LocalizedText(fr: label, en: label))
    }
}
