package import Agreements
package import Crypto
package import FoundationEssentials

/// Who comes in, and how: by password and second factor, or by the link of a notice and a code.
///
/// Secrets are kept hashed or sealed only. OpenID Connect would be a third way to ``open(_:from:notice:)`` a session.
package struct Doorkeeper: Sendable {
    let store: any AccountStore
    let key: DoorKey
    let randomness: Randomness
    let hash: PasswordHash
    /// Lets machine time pass.
    let pause: @Sendable (Duration) async throws -> Void
    package let limits: SessionLimits
    /// Whether an account without a second factor must set one up before anything else.
    package let needsFactor: Bool

    /// - Parameter key: the key of links.
    package init(
        store: any AccountStore, key: SymmetricKey, randomness: Randomness, needsFactor: Bool,
        limits: SessionLimits = SessionLimits(), hash: PasswordHash = PasswordHash(),
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.store = store
        self.hash = hash
        self.pause = pause
        self.key = DoorKey(key)
        self.randomness = randomness
        self.needsFactor = needsFactor
        self.limits = limits
    }

    /// What came of a try to come in.
    package enum Entry: Sendable, Equatable {
        /// The token of the new session, which is told once and kept hashed.
        case entered(String)
        /// Address, password or code are not right; which of them is not said.
        case wrong
        /// The password is right; a code of the second factor is missing.
        case codeMissing
        /// Too many failed tries; heard again within a quarter of an hour.
        case tooMany
    }

    /// Opens a session for whoever knows address and password, and the code where the account asks for one.
    ///
    /// Takes as long for an unknown address. Every try is noted, before anything is verified.
    package func logIn(_ address: String, _ password: String, code: String?, from origin: Origin) async throws
        -> Entry
    {
        let name = Hexadecimal.sha256(address.lowercased())
        return try await hear(name, from: origin, tooMany: .tooMany) {
            let account = try await store.account(address: address)
            let stored = account?.isActive == true ? account?.password : nil
            guard try await hash.verify(password, stored), let account, let stored else {
                return (.wrong, .failed)
            }
            if let sealed = account.factor {
                guard let code, !code.isEmpty else { return (.codeMissing, .unnoted) }
                guard try await accepts(code, sealed, account) else { return (.wrong, .failed) }
            }
            try await renew(stored, password, of: account.person)
            return (.entered(try await open(account.person, from: origin, notice: nil)), .succeeded)
        }
    }

    /// Hashes a password anew whose hash was made with other parameters than today's.
    private func renew(_ stored: String, _ password: String, of person: Person.ID) async throws {
        guard !hash.isCurrent(stored) else { return }
        let made = try await hash.make(password, salt: randomness.salt())
        try await store.replacePassword(stored, by: made, of: person)
    }

    /// A code of the moment, or one for emergencies; each is good once.
    private func accepts(_ code: String, _ sealed: [UInt8], _ account: Account) async throws -> Bool {
        if let step = TimeCode.step(of: code, secret: try key.open(sealed), at: account.readAt) {
            return try await store.use(step: step, of: account.person)
        }
        return try await store.use(recovery: Self.recoveryHash(code, of: account.person), of: account.person)
    }

    /// Opens a session; its token is told once.
    func open(_ person: Person.ID, from origin: Origin, notice: UUID?) async throws -> String {
        let token = Hexadecimal.text(randomness.salt() + randomness.salt())
        try await store.open(
            randomness.uuid(), tokenHash: Hexadecimal.sha256(token), person: person, notice: notice,
            origin: origin,
            limits: limits)
        return token
    }

    /// Whose session a token opens; nil when there is none, or it is over.
    package func visitor(_ token: String) async throws -> Visitor? {
        guard token.utf8.count == 64 else { return nil }
        return try await store.visitor(tokenHash: Hexadecimal.sha256(token), limits: limits)
    }

    /// What the forms of a session carry; nil stands for somebody who has not come in.
    package func formKey(of visitor: Visitor?) -> String {
        key.formKey(of: visitor?.session) + (visitor.map { key.formOwner($0.person) } ?? "")
    }

    /// Whether a form was made for this very person, in whatever session.
    package func isOwnForm(_ formKey: String, of visitor: Visitor) -> Bool {
        let owner = formKey.utf8.suffix(DoorKey.ownerLength)
        return PasswordHash.equal(Array(owner), Array(key.formOwner(visitor.person).utf8))
    }

    /// Whether a form carries the key of this session.
    package func isFormKey(_ brought: String, of visitor: Visitor?) -> Bool {
        PasswordHash.equal(Array(brought.utf8), Array(formKey(of: visitor).utf8))
    }

    /// Ends the session of a visitor, on every server at once.
    package func logOut(_ visitor: Visitor) async throws {
        try await store.end(visitor.session, of: visitor.person, keeping: nil)
    }

    /// The visitor's own sessions, the last seen first.
    package func sessions(of visitor: Visitor) async throws -> [SessionRow] {
        try await store.sessions(of: visitor.person, limits: limits)
    }

    /// Ends one of the visitor's own sessions; nil ends all but the one that asks.
    package func end(_ session: UUID?, of visitor: Visitor) async throws {
        try await store.end(session, of: visitor.person, keeping: session == nil ? visitor.session : nil)
    }

    /// The language that the visitor's pages have from now on.
    package func choose(_ language: Language, for visitor: Visitor) async throws {
        try await store.setLanguage(language, of: visitor.person)
    }
}
