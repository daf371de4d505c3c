import Agreements
import Engine
import Hummingbird

extension Exchange {
    /// One part of a file's dossier, to be changed.
    func dossierPage() async throws -> Response {
        try dossierPage(try await dossierForm(), ActAnswer())
    }

    /// Changes the fields of one part and leads to the next.
    func saveDossier() async throws -> Response {
        let dossier = try await dossierForm()
        let part = part(of: dossier)
        var answer = ActAnswer(typed: form)
        answer.take(form.damages, in: language, named: dossier.sections.flatMap { $0.map(\.name) })
        guard !answer.isWrong else {
            return try dossierPage(dossier, answer, status: .unprocessableContent)
        }
        do {
            let order = try request(dossier, part)
            try await ports.proposals.edit(order, of: dossier.file, try known())
            return redirect(to: path(after: part, dossier))
        } catch let problem as FormProblem {
            answer.problems = problem.fields
        } catch let refusal as Refusal {
            guard refusal.code != "stale_revision" else {
                return try staleDossierPage(try await dossierForm())
            }
            answer.message = refusal.text[language]
        }
        return try dossierPage(try await dossierForm(), answer, status: .unprocessableContent)
    }

    /// The form again, on what is there now: only what was typed stands in it, beside what others wrote meanwhile.
    private func staleDossierPage(_ dossier: DossierForm) throws -> Response {
        let part = part(of: dossier)
        var dossier = dossier
        let shown = ShownFields(of: form)
        let now = dossier.sections.indices.contains(part) ? dossier.sections[part] : []
        let typed = fieldsTyped(now)
        if !now.isEmpty { dossier.sections[part] = now.map { typed[$0.name] ?? $0 } }
        let since = now.filter(shown.differs).map { field in
            ["title": "\(field.label[language])\(Typography.colon(language))\(said(field))"]
        }
        return try dossierPage(
            dossier, ActAnswer(message: text("act.stale")), status: .conflict, since: since,
            shown: ShownFields(now))
    }

    /// What a field holds, in words.
    private func said(_ field: FormField) -> String {
        switch field.kind {
        case .choice(let options), .choices(let options):
            field.held.map { value in options.first { $0.value == value }?.label[language] ?? value }
                .joined(separator: ", ")
        case .flag: field.value.map { text($0 == "true" ? "form.yes" : "form.no") } ?? "–"
        default: field.value ?? "–"
        }
    }

    /// The fields of a part in which something else was typed than they showed, with that.
    private func fieldsTyped(_ fields: [FormField]) -> [String: FormField] {
        let shown = ShownFields(of: form)
        var typed: [String: FormField] = [:]
        for field in fields {
            let values = form.all(FormView.prefix + field.name)
            guard !values.isEmpty else { continue }
            var sent = field
            sent.value = values.filter { !$0.isEmpty }.joined(separator: ",")
            if shown.differs(sent) { typed[field.name] = sent }
        }
        return typed
    }

    private func dossierForm() async throws -> DossierForm {
        guard let dossier = try await ports.proposals.dossier(of: try capture("file"), try known()) else {
            throw Problem(.notFound)
        }
        return dossier
    }

    /// The part that the address or the form names, counted from 0; the first where it names none.
    private func part(of dossier: DossierForm) -> Int {
        let named = (form["part"] ?? query["part"]).flatMap { Int($0) } ?? 1
        return min(max(named, 1), max(dossier.sections.count, 1)) - 1
    }

    private func request(_ dossier: DossierForm, _ part: Int) throws(Problem) -> DossierRequest {
        guard let id = form["request"], id.utf8.count <= 64 else { throw Problem(.badRequest) }
        let fields = dossier.sections.indices.contains(part) ? dossier.sections[part] : []
        try FormView.checkRepeats(form, of: fields)
        let typed = fieldsTyped(fields)
        return DossierRequest(
            values: form.group(FormView.prefix).filter { typed[$0.key] != nil },
            revision: form["revision"].flatMap { Int($0) }, requestID: "page/\(id)")
    }

    private func path(after part: Int, _ dossier: DossierForm) -> String {
        let file = "/files/\(PercentCoding.encoded(dossier.file))"
        switch form["go"] {
        case "next" where part + 1 < dossier.sections.count: return "\(file)/edit?part=\(part + 2)&saved=1"
        case "next", "leave": return "\(file)?done=1"
        default: return "\(file)/edit?part=\(part + 1)&saved=1"
        }
    }

    private func dossierPage(
        _ dossier: DossierForm, _ answer: ActAnswer, status: HTTPResponse.Status = .ok,
        since: [[String: Any]] = [], shown: ShownFields? = nil
    ) throws -> Response {
        let part = part(of: dossier)
        let section = dossier.sections.indices.contains(part) ? dossier.sections[part] : []
        let fields = FormView(section, typed: answer.typed, problems: answer.problems, in: language)
        let path = "/files/\(PercentCoding.encoded(dossier.file))"
        var values: [String: Any] = [
            "file": path, "action": "\(path)/edit", "reference": dossier.reference ?? text("file.draft"),
            "fields": fields.values, "problems": fields.summary,
            "hasProblems": !answer.problems.isEmpty || answer.message != nil, "part": "\(part + 1)",
            "revision": answer.typed?["revision"] ?? "\(dossier.revision)",
            "request": answer.typed?["request"] ?? visit.id,
            "parts": parts(of: dossier, at: part), "hasParts": dossier.sections.count > 1,
            "isLast": part + 1 >= dossier.sections.count, "missing": missing(in: dossier),
            "hasMissing": !dossier.missing.isEmpty, "isOpen": dossier.refusal == nil,
        ]
        let marks = shown ?? answer.typed.map { ShownFields(of: $0) } ?? ShownFields(section)
        values["shown"] = marks.inputs
        (values["since"], values["hasSince"]) = (since, !since.isEmpty)
        if let subject = dossier.subject { values["subject"] = subject }
        if let message = answer.message {
            values["message"] = message
            // The next try is a new request, made on what is there now.
            values["request"] = visit.id
        }
        if let refusal = dossier.refusal { values["refusal"] = refusal[language] }
        if query["saved"] != nil { values["saved"] = true }
        return try page("dossier", values, title: text("dossier.edit"), status: status)
    }

    private func parts(of dossier: DossierForm, at part: Int) -> [[String: Any]] {
        let missing = Set(dossier.missing)
        return dossier.sections.enumerated().map { index, fields in
            let isComplete = missing.isDisjoint(with: fields.map(\.name))
            return [
                "title": fields.first?.section?[language]
                    ?? "\(text("dossier.section")) \(index + 1)/\(dossier.sections.count)",
                "path": "/files/\(PercentCoding.encoded(dossier.file))/edit?part=\(index + 1)",
                "isHere": index == part, "place": index == part ? "here" : isComplete ? "passed" : "ahead",
                "progress": text(isComplete ? "proposal.complete" : "proposal.incomplete"),
            ]
        }
    }

    private func missing(in dossier: DossierForm) -> [[String: Any]] {
        dossier.missing.compactMap { name in
            guard let index = dossier.sections.firstIndex(where: { $0.contains { $0.name == name } }),
                let field = dossier.sections[index].first(where: { $0.name == name })
            else { return nil }
            let path = "/files/\(PercentCoding.encoded(dossier.file))/edit?part=\(index + 1)"
            return ["path": "\(path)#\(FormView.id(name))", "label": field.label[language]]
        }
    }
}
