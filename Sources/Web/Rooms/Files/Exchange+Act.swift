import Agreements
import Engine
import Hummingbird
import Uploads

extension Exchange {
    private var actName: ActName {
        get throws(Problem) {
            ActName(try capture("event"), process: form["process"] ?? query["process"] ?? "life")
        }
    }

    /// The form of an act.
    func actPage() async throws -> Response {
        if let act = try await actFormIfAny() { return try actPage(act, ActAnswer()) }
        let (file, visitor) = (try capture("file"), try known())
        guard visitor.notice == nil else { throw try noSuchAct }
        switch try await ports.files.absence(of: try actName, in: file, visitor) {
        case .elsewhere(let process):
            return redirect(to: "\(visit.path)?process=\(PercentCoding.encoded(process))")
        case .notTheirs: return try await filePage(saying: "act.notYours")
        case .noPart: return try await filePage(saying: "act.noPart")
        case .notNow: return try await filePage(saying: "act.over")
        case nil: throw try noSuchAct
        }
    }

    /// Does the act, or shows the form again with what was typed and what is wrong.
    func act() async throws -> Response {
        let visitor = try known()
        guard let act = try await actFormIfAny() else { return try await actAgain(visitor) }
        var answer = ActAnswer(typed: form)
        answer.take(form.damages, in: language, named: act.fields.map(\.name) + ["reason"])
        if act.asksReason, form["reason"] == nil {
            answer.problems["reason"] = Catalogue.text("act.reasonMissing")
        }
        let uploads = await self.uploads(for: act, &answer)
        guard !answer.isWrong else { return try actPage(act, answer, status: .unprocessableContent) }
        if let refused = try await proof(act, visitor) {
            answer.message = refused
            return try actPage(act, answer, status: .unprocessableContent)
        }
        do {
            var order = try request(act)
            order.uploads = uploads
            _ = try await ports.files.act(order, of: act.file, visitor)
            return redirect(toDone: act.file)
        } catch let problem as FormProblem {
            answer.problems = problem.fields
        } catch let refusal as Refusal {
            guard refusal.code != "stale_revision" else { return try await stalePage(act, answer) }
            answer.take(refusal, of: act, in: language)
        }
        return try actPage(act, answer, status: .unprocessableContent)
    }

    /// The form again, with what happened to the file since it was first shown; it may be sent once this was read.
    private func stalePage(_ act: ActForm, _ answer: ActAnswer) async throws -> Response {
        var answer = answer
        answer.message = text("act.stale")
        let seen = form["revision"].flatMap { Int($0) } ?? 0
        var values = try values(of: act, answer)
        let file = try await ports.files.file(act.file, try known())
        let since = file.map { FilePage($0, language: language, times: times).since(seen) } ?? []
        values["since"] = since
        values["hasSince"] = !since.isEmpty
        return try page("act", values, title: act.title[language], status: .conflict)
    }

    /// The documents that came with the form; what is wrong with one stands beside its field.
    private func uploads(for act: ActForm, _ answer: inout ActAnswer) async -> [ActRequest.Upload] {
        var uploads: [ActRequest.Upload] = []
        for asked in act.uploads {
            guard let file = files.first(where: { $0.field == asked.name }) else {
                if asked.isNeeded, form[FormView.prefix + asked.field] == nil {
                    answer.problems[asked.name] = Catalogue.text("shelf.fileMissing")
                }
                continue
            }
            if let problem = await problem(of: file) { answer.problems[asked.name] = problem }
            uploads.append(ActRequest.Upload(field: asked.field, fileName: file.name, bytes: file.bytes))
        }
        return uploads
    }

    /// The form that the address names.
    func actForm() async throws -> ActForm {
        guard let act = try await actFormIfAny() else { throw try noSuchAct }
        return act
    }

    private func actFormIfAny() async throws -> ActForm? {
        try await ports.files.form(try actName, of: try capture("file"), try known())
    }

    /// What was typed into the fields of a form.
    func request(_ act: ActForm) throws(Problem) -> ActRequest { try request(act.act, act.fields) }

    /// An act that the file does not have any more may be what this very form did: a second click ends where the first did.
    private func actAgain(_ visitor: Visitor) async throws -> Response {
        let (file, request) = (try capture("file"), try request(try actName, nil))
        do {
            if try await ports.files.earlier(request, of: file, visitor) != nil {
                return redirect(toDone: file)
            }
        } catch is Refusal {} catch is FormProblem {}
        let isChanged = try await ports.files.file(file, visitor).map { $0.revision != request.revision }
        guard visitor.notice == nil, request.revision != nil, isChanged ?? false else { throw try noSuchAct }
        guard visit.acceptsPage else { throw Problem(.actOver) }
        return try actOverPage(file)
    }

    /// The file changed and awaits the act no more: what was written is shown, to be copied.
    private func actOverPage(_ file: String) throws -> Response {
        let texts = WrittenForm(form).lines
        let values: [String: Any] = [
            "file": "/files/\(PercentCoding.encoded(file))", "texts": texts, "hasTexts": !texts.isEmpty,
            "title": text("problem.act_over.title"), "detail": text("problem.act_over.detail"),
        ]
        return try page("actOver", values, title: text("problem.act_over.title"), status: .conflict)
    }

    /// Whoever came by a link had its step before them: where there is none, the link is over.
    private var noSuchAct: Problem {
        get throws { Problem(try known().notice == nil ? .notFound : .noticeGone) }
    }

    private func redirect(toDone file: String) -> Response {
        redirect(to: "/files/\(PercentCoding.encoded(file))?done=1")
    }

    private func request(_ act: ActName, _ fields: [FormField]?) throws(Problem) -> ActRequest {
        ActRequest(
            act: act, values: try typedValues(fields), reason: form["reason"],
            principal: form["principal"].flatMap { Person.ID($0) },
            revision: form["revision"].flatMap { Int($0) }, textHash: form["text"],
            requestID: "page/\(try formID())")
    }

    /// What a page gave its form, so that what the form asks for is done once.
    func formID() throws(Problem) -> String {
        guard let id = form["request"], id.utf8.count <= 64 else { throw Problem(.badRequest) }
        return id
    }

    /// What was typed, by name of the field: in `fields`, or whatever was sent where they are not known.
    func typedValues(_ fields: [FormField]?) throws(Problem) -> [String: String] {
        try FormView.checkRepeats(form, of: fields ?? [])
        var values: [String: String] = [:]
        for name in fields?.map(\.name) ?? Array(form.group(FormView.prefix).keys) {
            // Boxes that are ticked are several values of one name.
            let typed = form.all(FormView.prefix + name).filter { !$0.isEmpty }
            if !typed.isEmpty { values[name] = typed.joined(separator: ",") }
        }
        return values
    }

    /// Whoever decides or signs shows that it is still them; nil when that is not asked, or was shown.
    func proof(_ act: ActForm, _ visitor: Visitor) async throws -> String? {
        try await proof(isAsked: act.asksProof || form["principal"] != nil, visitor)
    }

    func proof(isAsked: Bool, _ visitor: Visitor) async throws -> String? {
        guard isAsked, !visitor.isFresh else { return nil }
        guard visitor.notice == nil else { return text("act.linkAgain") }
        let password = form.exact("password")
        guard !password.isEmpty else { return text("act.proofMissing") }
        switch try await doorkeeper.prove(visitor, password: password, code: form["code"], from: visit.origin)
        {
        case .right: return nil
        case .wrong: return text("password.wrong")
        case .tooMany: return text("login.tooMany")
        }
    }

    private func actPage(
        _ act: ActForm, _ answer: ActAnswer, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try page("act", try values(of: act, answer), title: act.title[language], status: status)
    }

    /// What the page of a form shows.
    func values(of act: ActForm, _ answer: ActAnswer) throws -> [String: Any] {
        let visitor = try known()
        let fields = FormView(act.fields, typed: answer.typed, problems: answer.problems, in: language)
        var problems = fields.summary
        let words = text(act.takesReply ? "act.reply" : "act.reason")
        let besides =
            [("reason", "reason", words), ("file", "file", text("paper.file"))]
            + act.uploads.map { ($0.name, $0.id, $0.label[language]) }
        for (name, id, label) in besides {
            guard let problem = answer.problems[name] else { continue }
            problems.append(["id": id, "label": label, "problem": problem[language]])
        }
        var values: [String: Any] = [
            "file": "/files/\(PercentCoding.encoded(act.file))", "action": "\(visit.path)",
            "reference": act.reference ?? text("file.draft"), "title": act.title[language],
            "fields": fields.valuesInParts, "problems": problems,
            "hasProblems": !problems.isEmpty || answer.message != nil, "process": act.act.process,
            "revision": "\(act.revision)", "request": answer.typed?["request"] ?? visit.id,
            "asksReason": act.asksReason, "reason": answer.typed?["reason"] ?? "",
            "asksProof": (act.asksProof || !act.principals.isEmpty) && !visitor.isFresh
                && visitor.notice == nil,
            "hasFactor": visitor.hasFactor,
            "texts": act.texts.map { $0[language] }, "textHash": act.textHash ?? "",
            "hasTexts": !act.texts.isEmpty,
            "principals": act.principals.map { ["value": $0.value, "label": $0.label[language]] },
            "hasPrincipals": !act.principals.isEmpty,
        ]
        values["isCodeOld"] = visitor.notice != nil && act.asksProof && !visitor.isFresh
        if let subject = act.subject { values["subject"] = subject }
        if let asked = act.asked { values["asked"] = asked }
        if let done = act.done { values["doneBefore"] = Self.sentence(done[language]) }
        values["takesReply"] = act.takesReply
        if let about = act.about { values["about"] = about[language] }
        if let message = answer.message { values["message"] = message }
        if let problem = answer.problems["reason"] { values["reasonProblem"] = problem[language] }
        // What the form was just answered is said once.
        if let refusal = act.refusal?[language], refusal != answer.message { values["refusal"] = refusal }
        if let signing = act.signing { values["signing"] = self.values(of: signing) }
        values["hasUploads"] = !act.uploads.isEmpty
        values["uploads"] = act.uploads.map { self.values(of: $0, in: act, answer) }
        if act.paper != nil {
            values["paperLink"] = "\(visit.path)/paper?process=\(PercentCoding.encoded(act.act.process))"
        }
        return values
    }
}

extension Exchange {
    private static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private func values(
        of upload: ActForm.Upload, in act: ActForm, _ answer: ActAnswer
    ) -> [String: Any] {
        let isAlone = !act.fields.contains { $0.name == upload.field }
        let other =
            act.uploads.count > 1 ? "\(upload.label[language]) – \(text("act.orFile"))" : text("act.file")
        var values: [String: Any] = [
            "name": upload.name, "id": upload.id, "accept": FileFormat.accept, "isFree": !upload.isNeeded,
            "label": isAlone ? upload.label[language] : other,
        ]
        if let problem = answer.problems[upload.name] { values["fileProblem"] = problem[language] }
        return values
    }

    private func values(of signing: ActForm.Signing) -> [String: Any] {
        var values: [String: Any] = ["title": signing.title[language]]
        if let party = signing.party { values["party"] = party }
        if let role = signing.role { values["role"] = role[language] }
        if let path = signing.path { values["path"] = path }
        return values
    }
}

/// A form that comes back: what was typed, and what is wrong.
struct ActAnswer {
    var typed: Fields?
    var problems: [String: LocalizedText] = [:]
    var message: String?

    /// What a rule said: beside the field that it speaks of where the form has it, else at the top.
    ///
    /// Where it weighed a choice and what that choice asks for, the choice stands.
    mutating func take(_ refusal: Refusal, of act: ActForm, in language: Language) {
        let fields = act.fields.filter(\.hasAlternative) + act.fields.filter { !$0.hasAlternative }
        take(
            refusal, in: language,
            named: fields.map(\.name) + (act.takesWords ? ["reason"] : [])
                + act.uploads.map(\.name) + (act.paper == nil ? [] : ["file"]))
    }

    var isWrong: Bool { !problems.isEmpty || message != nil }

    /// What cannot be kept: beside its field where the form has it, else at the top.
    mutating func take(_ damages: [String: LocalizedText], in language: Language, named names: [String]) {
        for (name, damage) in damages {
            guard !names.contains(name) else {
                problems[name] = damage
                continue
            }
            message = Catalogue.text("form.damagedHidden")[language]
        }
    }

    /// What a rule said, with the names of the form's fields; of several that it weighed the first is named.
    mutating func take(_ refusal: Refusal, in language: Language, named names: [String]) {
        if let field = refusal.field, names.contains(field.name) {
            problems[field.name] = field.problem
        } else if let field = refusal.field,
            let name = names.first(where: { $0 == ActForm.Upload.prefix + field.name })
        {
            // The field has nothing to choose from: its document comes with the form.
            problems[name] = field.problem
        } else if let field = refusal.field, field.name == "document",
            let name = names.first(where: { $0 == "file" || $0.hasPrefix(ActForm.Upload.prefix) })
        {
            // What the engine calls the document is a file that came with the form.
            problems[name] = field.problem
        } else if let name = names.first(where: refusal.weighed.contains) {
            problems[name] = refusal.text
        } else {
            message = refusal.text[language]
        }
        for field in refusal.others where names.contains(field.name) && problems[field.name] == nil {
            problems[field.name] = field.problem
        }
    }
}
