import Agreements
import Engine
import Hummingbird

extension Exchange {
    /// The form of a change of the register; what the address gives its fields stands in them.
    func entryPage() async throws -> Response {
        let (entry, form) = try await entryForm()
        return try entryPage(
            entry, form, ActAnswer(typed: query.group(FormView.prefix).isEmpty ? nil : query))
    }

    /// Enters a change, or shows the form again with what was typed and what is wrong.
    func enter() async throws -> Response {
        let (entry, form) = try await entryForm()
        var answer = ActAnswer(typed: self.form)
        answer.take(self.form.damages, in: language, named: form.fields.map(\.name))
        guard !answer.isWrong else {
            return try entryPage(entry, form, answer, status: .unprocessableContent)
        }
        if let refused = try await proof(isAsked: entry.asksProof, try known()) {
            answer.message = refused
            return try entryPage(entry, form, answer, status: .unprocessableContent)
        }
        do {
            let request = EntryRequest(
                entry: entry, about: captures["id"], values: try typedValues(form.fields),
                requestID: "page/\(try formID())")
            let outcome = try await ports.register.enter(request, try known())
            guard outcome != EntryOutcome() else { return redirect(to: "\(entry.list.path)?done=1") }
            return try outcomePage(entry, form, outcome)
        } catch let problem as FormProblem {
            answer.problems = problem.fields
        } catch let refusal as Refusal {
            answer.take(refusal, in: language, named: form.fields.map(\.name))
        }
        return try entryPage(entry, form, answer, status: .unprocessableContent)
    }

    private func entryForm() async throws -> (RegisterEntry, RegisterForm) {
        guard let entry = RegisterEntry(rawValue: try capture("entry")), entry.access.admits(visitor),
            entry.isAboutSomething == (captures["id"] != nil),
            let form = try await ports.register.form(of: entry, about: captures["id"], try known())
        else { throw Problem(.notFound) }
        return (entry, form)
    }

    private func entryPage(
        _ entry: RegisterEntry, _ form: RegisterForm, _ answer: ActAnswer, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let fields = FormView(form.fields, typed: answer.typed, problems: answer.problems, in: language)
        var values = heading(of: entry, form)
        values["fields"] = fields.values
        values["problems"] = fields.summary
        values["hasProblems"] = !fields.summary.isEmpty || answer.message != nil
        values["request"] = answer.typed?["request"] ?? visit.id
        values["lead"] = text("entryHelp.\(entry.word)")
        values["asksProof"] = try entry.asksProof && !known().isFresh
        values["hasFactor"] = try known().hasFactor
        values["action"] = visit.path
        if let message = answer.message { values["message"] = message }
        return try page("register-entry", values, title: text("entry.\(entry.word)"), status: status)
    }

    /// What is to be said of a change beyond that it is recorded.
    private func outcomePage(
        _ entry: RegisterEntry, _ form: RegisterForm, _ outcome: EntryOutcome
    ) throws -> Response {
        var values = heading(of: entry, form)
        values["lacking"] = outcome.lacking.map {
            ["name": $0, "path": "/files/\(PercentCoding.encoded($0))"]
        }
        values["hasLacking"] = !outcome.lacking.isEmpty
        if let address = outcome.address { values["address"] = address }
        return try page("register-outcome", values, title: text("entry.\(entry.word)"))
    }

    private func heading(of entry: RegisterEntry, _ form: RegisterForm) -> [String: Any] {
        var values: [String: Any] = [
            "title": text("entry.\(entry.word)"), "list": entry.list.path,
            "listTitle": text("list.\(entry.list.rawValue)"),
            "isOffice": Access.watch.admits(visitor),
        ]
        if let about = form.about { values["about"] = about[language] }
        return values
    }
}

extension RegisterEntry {
    /// Its name in the catalogue of texts.
    var word: String { rawValue.replacing("-", with: "_") }

    /// Who finds its form; what they may enter is decided by the rules of the register.
    var access: Access { list == .measures ? .registrars : .office }

    /// The links to the forms that add to a list.
    static func links(for list: OfficeList, _ visitor: Visitor?, in language: Language) -> [[String: Any]] {
        allCases.filter { $0.list == list && !$0.isAboutSomething && $0.access.admits(visitor) }.map {
            ["path": $0.path(), "name": Catalogue.text("entry.\($0.word)")[language]]
        }
    }
}
