import Agreements
package import Engine
import Storage
package import Web

extension WebDesk: RegisterForms {
    /// What a form asks; nil where there is nothing of that id that it could be about.
    package func form(
        of entry: RegisterEntry, about id: String?, _ visitor: Visitor
    ) async throws -> RegisterForm? {
        try await answering {
            var all = try await registerFields()
            guard entry.isAboutSomething else { return RegisterForm(fields: all.fields(of: entry)) }
            guard let id, let about = try await words(about: id, entry) else { return nil }
            all.row = try await row(about: id)
            all.seat = try await organisation(id)?.city
            if entry == .subscriptionEnd {
                let followed = try await instruments(followedBy: Person.ID(id), visitor)
                guard !followed.isEmpty else { return nil }
                all.instruments.removeAll { !followed.contains($0.value) }
            }
            return RegisterForm(fields: all.fields(of: entry), about: about)
        }
    }

    /// Records what a form was sent; the same request id does it once.
    package func enter(_ request: EntryRequest, _ visitor: Visitor) async throws -> EntryOutcome {
        try await answering {
            var all = try await registerFields()
            all.row = try await row(about: request.about)
            let fields = all.fields(of: request.entry)
            try check(request.values, as: fields)
            do {
                return try await RegisterClerk(desk: desk(visitor), request: request).enter()
            } catch let wrong as WrongUsage {
                throw FormProblem([wrong.field: fields.problem(of: wrong)])
            } catch let refusal as Refusal {
                guard let field = RefusedField(refusal, in: request, fields.map(\.name)) else {
                    throw refusal
                }
                throw FormProblem([field.name: refusal.forPages.text])
            }
        }
    }

    private static let missing = LocalizedText(fr: "à remplir", en: "to be filled in")

    func registerFields() async throws -> RegisterFields {
        RegisterFields(
            organisations: try await installation.catalogue.organisations().map {
                FormChoice($0.id, LocalizedText(fr: $0.name, en: $0.name))
            }.sortedByFrench,
            instruments: try await installation.newestWorkflows().filter { $0.entry == .call }.map {
                FormChoice($0.instrument, $0.title)
            }, contact: installation.institution.contact)
    }

    private func organisation(_ id: String) async throws -> Party? {
        try await installation.catalogue.organisations().first { $0.id == id }
    }

    /// The newest row of an entry of a reference list.
    private func row(about id: String?) async throws -> ReferenceRow? {
        guard let key = id.flatMap(ReferenceRow.Key.init) else { return nil }
        return try await installation.reference.rows(of: key.list).last { $0.key == key }
    }

    /// What a form is about: the name of a person, of a right, of a measure, the year of a call.
    private func words(about id: String, _ entry: RegisterEntry) async throws -> LocalizedText? {
        let catalogue = installation.catalogue
        let names = try await CommandDesk(installation).names()
        func name(_ person: Person.ID) -> String { names[person] ?? person.description }
        switch entry {
        case .invitation, .departure, .subscriptionEnd:
            return Person.ID(id).flatMap { names[$0] }.map { LocalizedText(fr: $0, en: $0) }
        case .city:
            return try await organisation(id).map { LocalizedText(fr: $0.name, en: $0.name) }
        case .grantEnd:
            return try await catalogue.grants().first { $0.id.description == id }.map {
                RoleTitles.name($0.role).followed(by: name($0.person))
            }
        case .delegationEnd:
            return try await catalogue.delegations().first { $0.id.description == id }.map {
                RoleTitles.name($0.role).followed(by: "\(name($0.grantor)) → \(name($0.grantee))")
            }
        case .absenceEnd:
            return try await catalogue.absences().first { $0.id.description == id }.map {
                LocalizedText(fr: name($0.person), en: name($0.person))
            }
        case .measureEnd:
            return try await catalogue.measures().first { $0.id.description == id }.map {
                Self.words(of: $0.kind).followed(by: Self.country($0.target))
            }
        case .callExtension:
            return try await catalogue.calls().first { $0.id.description == id }.map {
                let name = "\($0.instruments.joined(separator: ", ")) \($0.year)"
                return LocalizedText(fr: name, en: name)
            }
        case .successionEnd:
            return try await catalogue.successions().first { $0.scope.description == id }.map {
                $0.kind.words.followed(by: "\($0.from) → \($0.into)")
            }
        case .referenceChange, .referenceEnd:
            return try await row(about: id).map {
                Self.words(of: $0.list).followed(by: "\($0.code) \($0.member ?? "")").followed(by: $0.name)
            }
        case .person, .organisation, .grant, .absence, .measure, .call, .subscription, .succession,
            .reference,
            .contact:
            return nil
        }
    }

    /// - Throws: ``FormProblem`` with each value that is missing or cannot be read.
    private func check(_ values: [String: String], as fields: [FormField]) throws {
        var problems: [String: LocalizedText] = [:]
        for field in fields {
            guard let text = values[field.name], !text.isBlank else {
                if field.isRequired { problems[field.name] = Self.missing }
                continue
            }
            do { try check(text, as: field.kind) } catch let problem as UnreadableValue {
                problems[field.name] = field.kind == .number ? field.help ?? problem.text : problem.text
            }
        }
        guard problems.isEmpty else { throw FormProblem(problems) }
    }

    private func check(_ text: String, as kind: FormField.Kind) throws {
        switch kind {
        case .number: _ = try json(text, as: .integer)
        case .day: _ = try json(text, as: .day)
        case .moment: _ = try json(text, as: .instant)
        case .choice(let choices):
            guard choices.contains(where: { $0.value == text }) else { throw UnreadableValue.choice }
        case .choices(let choices):
            let known = Set(choices.map(\.value))
            guard text.split(separator: ",").allSatisfy({ known.contains(String($0)) }) else {
                throw UnreadableValue.choice
            }
        case .line, .text, .flag: break
        }
    }
}

extension LocalizedText {
    fileprivate func followed(by words: String) -> LocalizedText {
        followed(by: LocalizedText(fr: words, en: words))
    }

    fileprivate func followed(by words: LocalizedText) -> LocalizedText {
        LocalizedText(fr: "\(fr) – \(words.fr)", en: "\(en) – \(words.en)")
    }
}

extension WrongUsage {
    /// The field that is called as the option.
    fileprivate var field: String { String(option.drop { $0 == "-" }).lowercased() }
}

extension [FormField] {
    /// What is wrong with a field, else how it is filled in.
    fileprivate func problem(of wrong: WrongUsage) -> LocalizedText {
        let field = first { $0.name == wrong.field }
        return wrong.words ?? field?.help ?? (field?.kind.unreadable ?? .line).text
    }
}

extension FormField.Kind {
    fileprivate var unreadable: UnreadableValue {
        switch self {
        case .number: .number
        case .day: .day
        case .moment: .moment
        case .choice, .choices: .choice
        case .line, .text, .flag: .line
        }
    }
}
