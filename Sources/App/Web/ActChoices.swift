import Agreements
import Storage
import Web

/// The fields of an act with what can be chosen in each.
struct ActChoices {
    let agreement: Agreement
    let workflow: Workflow
    let desk: CommandDesk
    let names: [Person.ID: String]
    /// Whose people they are, by id, where the register tells.
    let bodies: [Person.ID: String]
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
            // Where nothing can be chosen, a file is attached in its place.
            if field.asksDocument, documents(for: field.name).isEmpty { continue }
            var shown = FormField(
                name: field.name, label: workflow.label(ofInput: field.name),
                help: inForce.help(of: field) ?? workflow.inputs[field.name]?.help,
                kind: try await kind(of: field), isRequired: field.required && !field.asksDocument,
                value: usual(field) ?? inForce.value(of: field))
            shown.hasAlternative = field.required && field.asksDocument
            fields.append(shown)
        }
        return ChoiceParts(transitions, in: workflow).ordered(fields, in: workflow)
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
        case .person, .candidate: return .choice(people(for: field.name))
        case .document: return .choice(documents(for: field.name))
        case .party: return .choice(agreement.parties.map { choice($0.id.description, $0.name) })
        case .organisation: return .choice(try await organisations(for: field.name))
        case .organisations: return .choices(try await organisations(for: field.name))
        case .call:
            return .choice(try await desk.catalogue.calls().map { choice($0.id.description, "\($0.year)") })
        case .choice(let values): return .choice(values.map { FormChoice($0, workflow.text(ofChoice: $0)) })
        }
    }

    /// A foreign co-lead is of a foreign party, where the register tells anybody's organisation.
    private func people(for field: String) -> [FormChoice] {
        let foreign = agreement.parties.filter { !$0.home }.map { $0.id.description }
        let theirs = names.filter { bodies[$0.key].map(foreign.contains) ?? false }
        return (field == Self.colead && !theirs.isEmpty ? theirs : names).sorted {
            ($0.value.plainLetters, $0.key.description) < ($1.value.plainLetters, $1.key.description)
        }.map { person, name in
            let party = agreement.parties.first { $0.id.description == bodies[person] }
            return choice(person.description, name + (party.map { " (\($0.name))" } ?? ""))
        }
    }

    private static let colead = "colead"

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

    /// Who is a party already does not join anew.
    private func organisations(for field: String) async throws -> [FormChoice] {
        let present = field == Self.joining ? Set(agreement.parties.map(\.id)) : []
        return try await desk.catalogue.organisations().filter { !present.contains($0.id) }
            .sorted { $0.name.plainLetters < $1.name.plainLetters }.map {
                let country = WebDesk.country($0.country)
                return FormChoice(
                    $0.id.description,
                    LocalizedText(fr: "\($0.name) (\(country.fr))", en: "\($0.name) (\(country.en))"))
            }
    }

    private static let joining = "newParties"

    private func choice(_ value: String, _ label: String) -> FormChoice {
        FormChoice(value, LocalizedText(fr: label, en: label))
    }
}
