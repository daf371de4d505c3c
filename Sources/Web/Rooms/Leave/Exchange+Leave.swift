import Agreements
import Engine
import Hummingbird

extension Exchange {
    /// Absence from date to date, and who acts meanwhile.
    func leavePage(
        _ answer: ActAnswer = ActAnswer(), of part: LeavePage.Part? = nil, left: [LeaveView.Left]? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let view = try await ports.leave.leave(try known())
        let page = LeavePage(view, language: language, times: times)
        var values = page.values(answer, of: part)
        values["request"] = answer.typed?["request"] ?? visit.id
        values["asksProof"] = try !known().isFresh
        values["hasFactor"] = try known().hasFactor
        if let left {
            values["recorded"] = true
            values["left"] = left.map { ["name": $0.name[language], "path": $0.path] }
        }
        if query["done"] != nil { values["done"] = true }
        return try self.page("leave", values, title: text("menu.leave"), status: status)
    }

    func addAbsence() async throws -> Response {
        try await changingLeave(.absence) { visitor, id in
            let left = try await ports.leave.addAbsence(days, requestID: id, visitor)
            return left.isEmpty ? nil : left
        }
    }

    func endAbsence() async throws -> Response {
        try await changingLeave { visitor, id in
            try await ports.leave.endAbsence(form["id"] ?? "", requestID: id, visitor)
            return nil
        }
    }

    /// Needs a fresh proof: whoever holds the session must not give its owner's rights away.
    func delegate() async throws -> Response {
        try await changingLeave(.delegation) { visitor, id in
            guard try await isProven(visitor) else {
                throw FormProblem(["proof": Catalogue.text("password.wrong")])
            }
            try await ports.leave.delegate(
                DelegationRequest(
                    role: form["role"] ?? "", grantee: form["grantee"] ?? "", scope: form["scope"] ?? "*",
                    days: days,
                    requestID: id), visitor)
            return nil
        }
    }

    func revoke() async throws -> Response {
        try await changingLeave { visitor, id in
            try await ports.leave.revoke(form["id"] ?? "", requestID: id, visitor)
            return nil
        }
    }

    private var days: FormDays { FormDays(first: form["first"] ?? "", last: form["last"] ?? "") }

    private func isProven(_ visitor: Visitor) async throws -> Bool {
        if visitor.isFresh { return true }
        let proof = try await doorkeeper.prove(
            visitor, password: form.exact("password"), code: form["code"], from: visit.origin)
        return proof == .right
    }

    /// Does a change and shows the page again: with what it leaves to nobody, with what is wrong, or as it is now.
    private func changingLeave(
        _ part: LeavePage.Part? = nil, _ change: (Visitor, String) async throws -> [LeaveView.Left]?
    ) async throws -> Response {
        guard let id = form["request"], id.utf8.count <= 64 else { throw Problem(.badRequest) }
        var answer = ActAnswer(typed: form)
        do {
            guard let left = try await change(try known(), "page/\(id)") else {
                return redirect(to: "/leave?done=1")
            }
            return try await leavePage(left: left)
        } catch let problem as FormProblem {
            answer.problems = problem.fields
        } catch let refusal as Refusal {
            if part != nil, let field = refusal.field, field.name == "until" {
                answer.problems["last"] = field.problem
            } else {
                answer.message = refusal.text[language]
            }
        }
        return try await leavePage(answer, of: part, status: .unprocessableContent)
    }
}

/// The values of the page about absence and delegation, in one language.
struct LeavePage {
    private let view: LeaveView
    private let language: Language
    private let times: CivilTexts

    /// Its forms that ask for days.
    enum Part: String { case absence, delegation }

    init(_ view: LeaveView, language: Language, times: CivilTexts) {
        self.view = view
        self.language = language
        self.times = times
    }

    /// - Parameter part: the form that `answer` answers.
    func values(_ answer: ActAnswer, of part: Part?) -> [String: Any] {
        let problems = answer.problems.sorted { $0.key < $1.key }.map { name, problem in
            [
                "id": Self.id(name, in: part ?? .delegation),
                "label": Self.label(name)[language],
                "problem": problem[language],
            ]
        }
        var values: [String: Any] = [
            "absences": absences.map(absence), "hasAbsences": !absences.isEmpty,
            "given": view.given.map(given), "received": view.received.map(given),
            "hasGiven": !view.given.isEmpty, "hasReceived": !view.received.isEmpty,
            "roles": choices(view.roles, answer.typed?["role"]),
            "people": choices(view.people, answer.typed?["grantee"]),
            "absenceDays": days(.absence, answer, of: part),
            "delegationDays": days(.delegation, answer, of: part),
            "today": view.today.description, "scope": answer.typed?["scope"] ?? "*", "problems": problems,
            "hasProblems": !problems.isEmpty || answer.message != nil, "canDelegate": !view.roles.isEmpty,
        ]
        if let message = answer.message { values["message"] = message }
        for name in ["scope", "grantee", "proof"] {
            if let problem = answer.problems[name] { values["\(name)Problem"] = problem[language] }
        }
        return values
    }

    private static func id(_ name: String, in part: Part) -> String {
        switch name {
        case "first", "last": "\(part.rawValue)-\(name)"
        case "proof": "password"
        default: name
        }
    }

    /// Those to come and those that last; one that was ended before it began is none.
    private var absences: [Absence] {
        view.absences.filter { $0.until >= view.today && $0.from <= $0.until }
    }

    /// The days of a form: as they were typed in it, with what is wrong with each.
    private func days(_ form: Part, _ answer: ActAnswer, of part: Part?) -> [String: Any] {
        let answer = form == part ? answer : ActAnswer()
        var values: [String: Any] = [
            "part": form.rawValue, "first": answer.typed.map { $0["first"] ?? "" } ?? view.today.description,
            "last": answer.typed?["last"] ?? "",
        ]
        for name in ["first", "last"] {
            if let problem = answer.problems[name] { values["\(name)Problem"] = problem[language] }
        }
        return values
    }

    private static func label(_ name: String) -> LocalizedText {
        switch name {
        case "first": Catalogue.text("leave.first")
        case "last": Catalogue.text("leave.last")
        case "scope": Catalogue.text("leave.scope")
        case "grantee": Catalogue.text("leave.to")
        default: Catalogue.text("login.password")
        }
    }

    private func absence(_ absence: Absence) -> [String: Any] {
        ["id": absence.id.description, "first": times.date(absence.from), "last": times.date(absence.until)]
    }

    private func given(_ given: LeaveView.Given) -> [String: Any] {
        [
            "id": given.id, "other": given.other, "role": given.role[language],
            "from": times.date(given.from),
            "until": given.until.map { times.date($0.adding(milliseconds: -1)) }
                ?? Catalogue.text("file.openEnd")[language],
            "scope": (given.scope ?? Catalogue.text("leave.everything"))[language], "isOpen": given.isOpen,
        ]
    }

    private func choices(_ choices: [FormChoice], _ chosen: String?) -> [[String: Any]] {
        choices.map { ["value": $0.value, "label": $0.label[language], "isChosen": $0.value == chosen] }
    }
}
