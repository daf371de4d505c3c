import Agreements
import Engine
import Hummingbird

extension Exchange {
    /// The door, for those who have an account.
    ///
    /// - Parameter kept: what was typed into another form, which goes on after it.
    func loginPage(
        _ message: String? = nil, keeping kept: KeptForm? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var values: [String: Any] = [
            "next": OwnPath.checked(form["next"] ?? query["next"]) ?? "", "address": form["address"] ?? "",
            "contact": ports.institution.contact, "door": "login",
        ]
        if let message { values["message"] = text(message) }
        if let kept = kept ?? KeptForm(from: form) { values["keeping"] = kept.values }
        if query["left"] != nil { values["left"] = true }
        if query["chosen"] != nil { values["chosen"] = true }
        return try page("login", values, title: text("login.title"), status: status)
    }

    /// Opens a session, or says that it was not right; which part was wrong is not said.
    func logIn() async throws -> Response {
        let (address, password) = (form["address"] ?? "", form.exact("password"))
        guard address.utf8.count <= 320, password.count <= 1_000 else {
            return try loginPage("login.wrong", status: .unprocessableContent)
        }
        switch try await doorkeeper.logIn(address, password, code: form["code"], from: visit.origin) {
        case .entered(let token):
            var response =
                try await resumed(token) ?? redirect(to: OwnPath.checked(form["next"]) ?? "/todo")
            response.headers[.setCookie] = SessionCookie.set(token)
            return response
        case .wrong: return try loginPage("login.wrong", status: .unprocessableContent)
        case .codeMissing: return try loginPage("login.codeMissing", status: .unprocessableContent)
        case .tooMany: return try loginPage("login.tooMany", status: .tooManyRequests)
        }
    }

    /// What was typed before the session was over, to whom it belongs.
    private func resumed(_ token: String) async throws -> Response? {
        guard let kept = KeptForm(from: form), let visitor = try await doorkeeper.visitor(token),
            kept.isOwn(visitor, doorkeeper), visitor.hasFactor || !doorkeeper.needsFactor
        else { return nil }
        var inside = self
        (inside.visitor, inside.visit) = (visitor, visit.of(visitor))
        return try await inside.resumePage(kept)
    }

    /// A form of an earlier session, to be sent again: which act it is, on which files, and what was written.
    func resumePage(_ kept: KeptForm) async throws -> Response {
        let form = try await actForm(of: kept)
        let texts = WrittenForm(kept.fields, fields: form?.fields ?? [], times).lines
        var values: [String: Any] = [
            "path": kept.path, "entries": kept.again, "texts": texts, "wayBack": kept.wayBack,
            "files": kept.files, "hasFiles": !kept.files.isEmpty,
            "isTold": form != nil || !texts.isEmpty || !kept.files.isEmpty,
        ]
        if let form { values["act"] = form.title[language] }
        (values["attached"], values["hasAttached"]) = (kept.attachedValues, !kept.attached.isEmpty)
        return try page("resume", values, title: text("resume.title"))
    }

    /// The form of the act of the first file that has it.
    private func actForm(of kept: KeptForm) async throws -> ActForm? {
        guard let (event, keys) = kept.act else { return nil }
        for key in keys.prefix(Batch.filesMax) {
            let name = ActName(event, process: key.process)
            if let form = try await ports.files.form(name, of: key.file, try known()) { return form }
        }
        return nil
    }

    /// The page of the door that was asked for, in the language that was, with what it carries on.
    func carryOn() throws -> Response {
        form["to"] == "reset"
            ? try resetPage() : try loginPage(KeptForm(from: form).map { _ in "login.over" })
    }

    /// Ends the session everywhere at once.
    func logOut() async throws -> Response {
        try await doorkeeper.logOut(try known())
        var response = redirect(to: "/login?left=1&lang=\(language.rawValue)")
        response.headers[.setCookie] = SessionCookie.clear
        response.headers[.clearSiteData] = "\"cache\", \"cookies\", \"storage\""
        return response
    }

    // MARK: A lost password

    /// Where the address of an account is given whose password is lost.
    func resetPage(
        isSent: Bool = false, _ message: String? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var values: [String: Any] = [
            "isSent": isSent, "contact": ports.institution.contact, "door": "reset",
        ]
        if let kept = KeptForm(from: form) { values["keeping"] = kept.values }
        if let message { values["message"] = text(message) }
        return try page("reset", values, title: text("reset.title"), status: status)
    }

    /// Mails a link to whoever has an account with that address; the answer does not say whether anybody has.
    func requestReset() async throws -> Response {
        guard let address = form["address"], address.utf8.count <= 320 else {
            return try resetPage("reset.addressMissing", status: .unprocessableContent)
        }
        guard try await doorkeeper.requestReset(address, from: visit.origin) else {
            return try resetPage("login.tooMany", status: .tooManyRequests)
        }
        return try resetPage(isSent: true)
    }

    // MARK: The first password, and one in place of a lost one

    /// Where a one-time code leads.
    func invitationPage(
        _ problem: PasswordProblem? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let account = try await doorkeeper.invited(try capture("code")) else {
            throw Problem(.invitationOver)
        }
        var values: [String: Any] = ["name": account.name, "address": account.email, "rule": passwordRule]
        values.merge(PasswordProblem.values(problem, in: language)) { $1 }
        return try page("invitation", values, title: text("invitation.title"), status: status)
    }

    /// Chooses the password; a flawed one leaves the code as it was.
    func acceptInvitation() async throws -> Response {
        let (password, again) = (form.exact("password"), form.exact("again"))
        guard password == again else {
            return try await invitationPage(.again(text("password.different")), status: .unprocessableContent)
        }
        let choice = try await doorkeeper.choose(
            password, invitation: try capture("code"), institution: ports.institution.name)
        switch choice {
        case .chosen: return redirect(to: "/login?chosen=1&lang=\(language.rawValue)")
        case .flawed(let flaw):
            return try await invitationPage(.new(text(of: flaw)), status: .unprocessableContent)
        case .wrong, .tooMany: throw Problem(.invitationOver)
        }
    }

    var passwordRule: String {
        text("password.rule").replacing("{min}", with: "\(PasswordRule.lengthMin)")
    }

    func text(of flaw: PasswordRule.Flaw) -> String {
        text("password.\(flaw.rawValue)").replacing("{min}", with: "\(PasswordRule.lengthMin)")
            .replacing("{max}", with: "\(PasswordRule.lengthMax)")
    }
}
