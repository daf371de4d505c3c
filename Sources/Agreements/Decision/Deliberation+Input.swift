extension Deliberation {
    /// Checks what the act carries and puts it into the delivery; free text goes to rows that can be erased.
    mutating func fill(
        _ delivery: inout Delivery, with act: Act, _ definitions: [TransitionDefinition],
        _ principal: Principal
    ) throws(Refusal) {
        let fields = definitions.flatMap(\.input)
        try check(act, against: fields, needsReason: definitions.allSatisfy(\.reasonRequired))
        delivery.input = read(act.input, as: fields)
        if definitions.contains(where: \.recordsSignature) { try addSignature(&delivery, principal) }
        var recorded = delivery.input
        // Several transitions of one act may ask for the same field: what it holds is kept once.
        var names: Set<String> = []
        for field in fields where names.insert(field.name).inserted {
            guard let value = delivery.input[field.name] else { continue }
            switch field.kind {
            case .text: recorded[field.name] = reference(to: value)
            case .candidate: recorded[field.name] = value["person"]
            default: continue
            }
        }
        if let reason = act.reason, !reason.isBlank {
            delivery.input["reason"] = .string(reason)
            recorded["reason"] = reference(to: .string(reason))
        }
        delivery.recordedInput = recorded
        delivery.person = principal.person
        delivery.onBehalfOf = principal.onBehalfOf
        delivery.recorded = principal.recorded
        delivery.requestID = command.requestID
        delivery.changes = principal.doers.map { .did(act: act.name, person: $0) }
    }

    /// Keeps a value that may have to be erased apart from the event, which only names it.
    mutating func reference(to value: JSON) -> JSON {
        let kept = keep(value)
        return ["value": .string(kept.id.description), "hash": .string(kept.hash)]
    }

    mutating func keep(_ value: JSON) -> ValueReference {
        let kept = ErasableValue(id: randomness.identifier(), salt: randomness.salt(), value: value)
        values.append(kept)
        return ValueReference(id: kept.id, hash: kept.hash)
    }

    /// The input as guards may read it: without what says nothing, and with each identifier in its one
    /// spelling.
    private func read(_ given: [String: JSON], as fields: [InputField]) -> [String: JSON] {
        var input = given.filter { !$0.value.saysNothing }
        for field in fields {
            if case .organisations = field.kind, let ids = input[field.name]?.elements?.compactMap(\.text) {
                input[field.name] = .array(ids.uniqued().compactMap(party))
            }
            guard let text = input[field.name]?.text else { continue }
            switch field.kind {
            case .organisation: input[field.name] = party(text)
            case .person: input[field.name] = Person.ID(text).map { .string($0.description) }
            case .candidate:
                input[field.name] = Person.ID(text).map { JSON(Bindings.candidate($0, facts, at: now)) }
            case .call: input[field.name] = Call.ID(text).map { .string($0.description) }
            case .document: input[field.name] = .string(hash(ofDocument: text))
            default: continue
            }
        }
        return input
    }

    /// Refuses an act for the first value that is wrong, and names the others with it.
    private func check(_ act: Act, against fields: [InputField], needsReason: Bool) throws(Refusal) {
        let names = Set(fields.map(\.name))
        var refusals = act.input.keys.sorted().filter { !names.contains($0) }.map {
            Refusal.unknownField($0, known: fields.map(\.name).uniqued())
        }
        refusals += fields.compactMap { refusal(of: act.input[$0.name], in: $0) }
        if needsReason, act.reason?.isBlank ?? true { refusals.append(.reasonRequired(act.name)) }
        if let problem = act.reason?.problemAsFreeText { refusals.append(.badInput("reason", problem)) }
        guard var first = refusals.first else { return }
        first.others = refusals.dropFirst().compactMap(\.field)
        throw first
    }

    private func refusal(of value: JSON?, in field: InputField) -> Refusal? {
        guard let value, !value.saysNothing else {
            let missing = LocalizedText(fr: "requis", en: "required")
            return field.required ? .badInput(field.name, missing) : nil
        }
        guard let problem = problem(of: value, as: field.kind) else { return nil }
        return field.kind == .party && value.text != nil
            ? .unknownParty(field.name, problem) : .badInput(field.name, problem)
    }

    /// What is wrong with a value of this kind; nil when it is well formed.
    func problem(of value: JSON, as kind: InputField.Kind) -> LocalizedText? {
        switch kind {
        case .text: value.text.map(\.problemAsFreeText) ?? .init(fr: "un texte", en: "a text")
        case .integer:
            value.number.map(JSON.wholeNumbers.contains) ?? false ? nil : JSON.wholeNumberRule
        case .flag: value.flag == nil ? .init(fr: "vrai ou faux", en: "true or false") : nil
        case .day:
            value.text.flatMap { try? Day(parsing: $0) } == nil
                ? .init(fr: "une date qui existe (AAAA-MM-JJ)", en: "a date that exists (YYYY-MM-DD)") : nil
        case .instant:
            value.text.flatMap { try? Instant(parsing: $0) } == nil
                ? .init(
                    fr: "un instant en UTC, écrit 2016-06-15T15:00:00.000Z",
                    en: "an instant in UTC, written 2016-06-15T15:00:00.000Z") : nil
        case .person, .candidate:
            value.text.flatMap(Person.ID.init).flatMap { facts.people[$0] } == nil
                ? .init(fr: "une personne du registre", en: "a person of the register") : nil
        case .document:
            isDocument(value.text ?? "")
                ? nil : .init(fr: "une pièce de ce dossier", en: "a document of this file")
        case .organisation:
            facts.organisations[value.text ?? ""] == nil
                ? .init(fr: "un organisme du registre", en: "an organisation of the register") : nil
        case .organisations:
            value.elements?.isEmpty ?? true
                || !(value.elements ?? []).allSatisfy { facts.organisations[$0.text ?? ""] != nil }
                ? .init(fr: "des organismes du registre", en: "organisations of the register") : nil
        case .party:
            agreement.parties.contains { $0.id == value.text }
                ? nil
                : oneOf(
                    agreement.parties.map(\.id), fr: "une partie de cet accord",
                    en: "a party of this agreement")
        case .call:
            value.text.flatMap(Call.ID.init).flatMap { facts.calls[$0] } == nil
                ? .init(
                    fr: "un appel ouvert, ou celui de ce dossier",
                    en: "a call that is open, or that of this file")
                : nil
        case .choice(let choices):
            choices.contains(value.text ?? "")
                ? nil
                : .init(
                    fr: "une valeur parmi \(choices.joined(separator: ", "))",
                    en: "one of \(choices.joined(separator: ", "))")
        }
    }

    /// The party that an organisation of the register would be, as guards read it.
    private func party(_ id: String) -> JSON? { facts.organisations[id].map { JSON(Bindings.party($0)) } }

    private func oneOf(_ known: [String], fr: String, en: String) -> LocalizedText {
        let list = known.joined(separator: ", ")
        return LocalizedText(fr: "\(fr) (\(list))", en: "\(en) (\(list))")
    }

    private func textHash(for path: String) -> String {
        agreement.texts(of: workflow.textOwner(of: path, in: agreement)).last?.sha256 ?? ""
    }

    /// A document is called by its hash, whether its id or its hash was given; one without bytes by its id.
    private func hash(ofDocument text: String) -> String {
        agreement.documents.first { $0.id.description == text }?.sha256 ?? text
    }

    private func isDocument(_ text: String) -> Bool {
        agreement.documents.contains { $0.id.description == text || $0.sha256 == text }
    }

    /// Completes what a signature records: who, on which dates, and which text.
    private func addSignature(_ delivery: inout Delivery, _ principal: Principal) throws(Refusal) {
        let signatory = JSON.string(principal.person.description)
        guard delivery.input["signatory"] ?? signatory == signatory else {
            throw .badInput(
                "signatory",
                LocalizedText(
                    fr: "la personne qui agit, ou dont l’acte est enregistré",
                    en: "the person who acts, or whose act is recorded"))
        }
        let dated = principal.recorded?.documentDate ?? today
        if principal.recorded != nil, let given = delivery.input["dated"], given != .string(dated.description)
        {
            throw .badInput(
                "dated",
                LocalizedText(fr: "la date du document enregistré", en: "the date of the recorded document"))
        }
        try checkText(delivery)
        let defaults: [String: JSON] = [
            "signatory": signatory, "dated": .string(dated.description),
            "received": .string(today.description),
            "sha256": .string(textHash(for: delivery.path)),
            "capacity": principal.onBehalfOf == nil ? "in_person" : "by_delegation",
        ]
        delivery.input.merge(defaults) { given, _ in given }
    }
}

extension Deliberation {
    /// Who signs says which text, or has seen the file as it stands; a story tells of what is current.
    private func checkText(_ delivery: Delivery) throws(Refusal) {
        guard case .act = command.body, delivery.input["sha256"] == nil, command.expectedRevision == nil,
            command.channel != .scenario
        else { return }
        throw .rule(
            "text_not_named",
            fr: "Dites quel texte est signé : sha256, la pièce ou son empreinte (le texte en cours a "
                + "\(textHash(for: delivery.path))).",
            en: "Say which text is signed: sha256, the document or its hash (the current text has "
                + "\(textHash(for: delivery.path))).")
    }
}

extension TransitionDefinition {
    fileprivate var recordsSignature: Bool {
        actions.contains { if case .signature = $0 { true } else { false } }
    }
}

extension JSON {
    /// Null, or a text of which nothing is seen: what a form sends for a field that was left empty.
    var saysNothing: Bool { self == .null || (text?.isBlank ?? false) }
}

extension String {
    /// Whether PostgreSQL can hold it: NUL cannot be stored.
    package var isStorable: Bool { !unicodeScalars.contains("\0") }

    /// The longest reason or free text of an act, in code points; a longer one belongs in a document.
    package static let freeTextMax = 4_000

    /// What is wrong with it as a reason or as a free text; nil when nothing is.
    package var problemAsFreeText: LocalizedText? {
        if !isStorable { return .init(fr: "un texte sans caractère nul", en: "a text without NUL") }
        guard unicodeScalars.count > Self.freeTextMax else { return nil }
        return .init(
            fr: "au plus \(Self.freeTextMax) caractères : mettez le texte dans une pièce",
            en: "at most \(Self.freeTextMax) characters: put the text into a document")
    }
}
