import Agreements
import Engine
import Hummingbird

extension Exchange {
    /// Absence from date to date, and who acts meanwhile.
    func leavePage(_ answer: ActAnswer = ActAnswer(), status: HTTPResponse.Status = .ok) async throws
        -> Response
    {
        let view = try await ports.leave.leave(try known())
        let page = LeavePage(view, language: language, times: times)
        var values = page.values(answer)
        values["request"] = answer.typed?["request"] ?? visit.id
        values["asksProof"] = try !known().isFresh
        values["hasFactor"] = try known().hasFactor
        if query["done"] != nil { values["done"] = true }
        return try self.page("leave", values, title: text("menu.leave"), status: status)
    }

    func addAbsence() async throws -> Response {
        try await changingLeave { visitor, id in
            let left = try await ports.leave.addAbsence(days, requestID: id, visitor)
            guard !left.isEmpty else { return nil }
            return text("leave.gaps") + " " + left.joined(separator: ", ")
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
        try await changingLeave { visitor, id in
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

    /// Does a change and shows the page again: with a warning, with what is wrong, or as it is now.
    private func changingLeave(_ change: (Visitor, String) async throws -> String?) async throws -> Response {
        guard let id = form["request"], id.utf8.count <= 64 else { throw Problem(.badRequest) }
        var answer = ActAnswer(typed: form)
        do {
            guard let warning = try await change(try known(), "page/\(id)") else {
                return redirect(to: "/leave?done=1")
            }
            return try await leavePage(ActAnswer(message: warning))
        } catch let problem as FormProblem {
            answer.problems = problem.fields
        } catch let refusal as Refusal {
            answer.message = refusal.text[language]
        }
        return try await leavePage(answer, status: .unprocessableContent)
    }
}

/// The values of the page about absence and delegation, in one language.
struct LeavePage {
    private let view: LeaveView
    private let language: Language
    private let times: CivilTexts

    init(_ view: LeaveView, language: Language, times: CivilTexts) {
        self.view = view
        self.language = language
        self.times = times
    }

    func values(_ answer: ActAnswer) -> [String: Any] {
        let problems = answer.problems.sorted { $0.key < $1.key }.map { name, problem in
            [
                "id": name == "proof" ? "password" : "delegation-\(name)",
                "label": Self.label(name)[language],
                "problem": problem[language],
            ]
        }
        var values: [String: Any] = [
            "absences": view.absences.filter { $0.until >= view.today }.map(absence),
            "given": view.given.map(given), "received": view.received.map(given),
            "hasGiven": !view.given.isEmpty, "hasReceived": !view.received.isEmpty,
            "roles": choices(view.roles, answer.typed?["role"]),
            "people": choices(view.people, answer.typed?["grantee"]),
            "today": view.today.description, "first": answer.typed?["first"] ?? view.today.description,
            "last": answer.typed?["last"] ?? "", "scope": answer.typed?["scope"] ?? "*", "problems": problems,
            "hasProblems": !problems.isEmpty || answer.message != nil, "canDelegate": !view.roles.isEmpty,
        ]
        values["hasAbsences"] = view.absences.contains { $0.until >= view.today }
        if let message = answer.message { values["message"] = message }
        return values
    }

    private static func label(_ name: String) -> LocalizedText {
        switch name {
        case "first": Catalogue.text("leave.first")
        case "last": Catalogue.text("leave.last")
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
            "until": given.until.map(times.date) ?? Catalogue.text("file.openEnd")[language],
            "scope": given.scope ?? Catalogue.text("leave.everything")[language], "isOpen": given.isOpen,
        ]
    }

    private func choices(_ choices: [FormChoice], _ chosen: String?) -> [[String: Any]] {
        choices.map { ["value": $0.value, "label": $0.label[language], "isChosen": $0.value == chosen] }
    }
}
