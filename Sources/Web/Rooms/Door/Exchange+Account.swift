import Agreements
import Engine
import FoundationEssentials
import Hummingbird

extension Exchange {
    /// What somebody can see and change of their own account.
    func accountPage(
        _ message: String? = nil, _ problem: PasswordProblem? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let visitor = try known()
        let times = CivilTexts(language: language, zone: ports.institution.zone)
        var values: [String: Any] = [
            "name": visitor.name, "address": visitor.address, "hasFactor": visitor.hasFactor,
            "rule": passwordRule,
            "roles": visitor.roles.sorted().map { RoleTitles.name($0)[language] },
            "sessions": try await doorkeeper.sessions(of: visitor).map { row in
                [
                    "id": row.id.uuidString.lowercased(), "address": row.address,
                    "agent": BrowserName.short(row.agent),
                    "since": times.dateAndTime(row.createdAt), "seen": times.dateAndTime(row.seenAt),
                    "isThis": row.id == visitor.session,
                ] as [String: Any]
            },
        ]
        if let calls = try await ports.register.ownCalls(visitor) {
            values["fields"] = FormView([calls], in: language).values
            values["hasCalls"] = true
            values["request"] = visit.id
        }
        values.merge(PasswordProblem.values(problem, message, in: language)) { $1 }
        if query["done"] != nil { values["done"] = true }
        return try page("account", values, title: text("account.title"), status: status)
    }

    func changePassword() async throws -> Response {
        let (new, again) = (form.exact("password"), form.exact("again"))
        guard new == again else {
            return try await accountPage(problem: .again(text("password.different")))
        }
        let choice = try await doorkeeper.change(
            form.exact("old"), to: new, of: try known(), institution: ports.institution.name,
            from: visit.origin)
        switch choice {
        case .chosen: return redirect(to: "/account?done=1")
        case .flawed(let flaw): return try await accountPage(problem: .new(text(of: flaw)))
        case .wrong: return try await accountPage(problem: .old(text("password.wrong")))
        case .tooMany: return try await accountPage(text("login.tooMany"), status: .tooManyRequests)
        }
    }

    private func accountPage(problem: PasswordProblem) async throws -> Response {
        try await accountPage(nil, problem, status: .unprocessableContent)
    }

    /// Has the visitor told of calls of the ticked instruments, and of no others.
    func followCalls() async throws -> Response {
        let visitor = try known()
        guard let field = try await ports.register.ownCalls(visitor) else { throw Problem(.notFound) }
        let chosen = try typedValues([field])[field.name]?.split(separator: ",").map(String.init) ?? []
        do {
            try await ports.register.follow(chosen, requestID: "page/\(try formID())", visitor)
        } catch let refusal as Refusal {
            return try await accountPage(refusal.text[language], status: .unprocessableContent)
        }
        return redirect(to: "/account?done=1")
    }

    /// Ends one of the visitor's sessions, or all others.
    func endSessions() async throws -> Response {
        let session = try form["session"].map { text throws(Problem) in
            guard let id = UUID(uuidString: text) else { throw Problem(.badRequest) }
            return id
        }
        try await doorkeeper.end(session, of: try known())
        return redirect(to: "/account?done=1")
    }

    func chooseLanguage() async throws -> Response {
        guard let chosen = form["language"].flatMap({ Language(rawValue: $0) }) else {
            throw Problem(.badRequest)
        }
        try await doorkeeper.choose(chosen, for: try known())
        return redirect(to: OwnPath.checked(form["next"]).map(Self.withoutLanguage) ?? "/")
    }

    /// A language in the address would go before the one that was just chosen.
    private static func withoutLanguage(_ path: String) -> String {
        let halves = path.split(separator: "?", maxSplits: 1)
        guard halves.count == 2, let query = Fields(encoded: String(halves[1])) else { return path }
        let rest = query.with("lang", nil).encoded
        return rest.isEmpty ? String(halves[0]) : "\(halves[0])?\(rest)"
    }

    // MARK: The second factor

    /// A fresh secret to set a device up with; it is stored only when a code of it was given.
    func factorPage(
        secret: String? = nil, _ message: String? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let visitor = try known()
        let secret = secret ?? TimeCode.text(doorkeeper.newFactor())
        var values: [String: Any] = [
            "secret": secret, "groups": Self.groups(of: secret),
            "address": TimeCode.address(secret: secret, account: visitor.address, issuer: "Entente"),
            "hasFactor": visitor.hasFactor, "isNeeded": doorkeeper.needsFactor && !visitor.hasFactor,
        ]
        if let message { values["message"] = message }
        return try page("factor", values, title: text("factor.title"), status: status)
    }

    /// Stores it, and shows the codes for emergencies, once.
    func setFactor() async throws -> Response {
        let visitor = try known()
        let secret = form["secret"] ?? ""
        let proof = try await doorkeeper.prove(
            visitor, password: form.exact("password"), code: form["old"], from: visit.origin)
        guard proof == .right else {
            let message = text(proof == .tooMany ? "login.tooMany" : "password.wrong")
            return try factorPage(secret: secret, message, status: .unprocessableContent)
        }
        guard let codes = try await doorkeeper.setFactor(secret, code: form["code"] ?? "", of: visitor) else {
            return try factorPage(secret: secret, text("factor.wrong"), status: .unprocessableContent)
        }
        return try page("recovery", ["codes": codes], title: text("recovery.title"))
    }

    private static func groups(of secret: String) -> String {
        var groups: [Substring] = []
        var rest = Substring(secret)
        while !rest.isEmpty {
            groups.append(rest.prefix(4))
            rest = rest.dropFirst(4)
        }
        return groups.joined(separator: " ")
    }
}
