package import Agreements
import FoundationEssentials

extension Doorkeeper {
    /// What came of showing password and code again.
    package enum Proof: Sendable, Equatable {
        case right, wrong, tooMany
    }

    /// Makes a session fresh again: who decides, signs or changes what opens the door shows it is still them.
    ///
    /// Failed tries count within the session: who is inside is not shut out by what others try at the door.
    package func prove(_ visitor: Visitor, password: String, code: String?, from origin: Origin) async throws
        -> Proof
    {
        try await hear(Self.inside(visitor), from: origin, isInside: true, tooMany: .tooMany) {
            let account = try await store.account(of: visitor.person)
            guard let account, try await hash.verify(password, account.isActive ? account.password : nil),
                try await provesFactor(account, code)
            else { return (.wrong, .failed) }
            try await store.refresh(visitor.session)
            return (.right, .unnoted)
        }
    }

    /// Under which name the tries of a session are counted.
    private static func inside(_ visitor: Visitor) -> String {
        Hexadecimal.sha256("session/\(visitor.session.uuidString)")
    }

    private func provesFactor(_ account: Account, _ code: String?) async throws -> Bool {
        guard let sealed = account.factor else { return true }
        guard let code, let step = TimeCode.step(of: code, secret: try key.open(sealed), at: account.readAt)
        else {
            return false
        }
        return try await store.use(step: step, of: account.person)
    }

    /// A fresh secret of 20 bytes for a second factor; it is stored only by ``setFactor(_:code:of:)``.
    package func newFactor() -> [UInt8] { Array((randomness.salt() + randomness.salt()).prefix(20)) }

    /// Sets up the second factor that the visitor's device shows codes of; returns the codes for emergencies, which are
    /// told once, or nil when `code` is not one of the secret's.
    ///
    /// Other sessions of the visitor end.
    package func setFactor(_ secret: String, code: String, of visitor: Visitor) async throws -> [String]? {
        guard let bytes = TimeCode.secret(secret), let account = try await store.account(of: visitor.person),
            let step = TimeCode.step(of: code, secret: bytes, at: account.readAt)
        else { return nil }
        let codes = (0..<10).map { _ in Hexadecimal.text(randomness.salt().prefix(5)) }
        let hashes = codes.map { Self.recoveryHash($0, of: visitor.person) }
        try await store.setFactor(try key.seal(bytes), recovery: hashes, of: visitor.person)
        _ = try await store.use(step: step, of: visitor.person)
        try await end(nil, of: visitor)
        return codes.map { "\($0.prefix(5))-\($0.suffix(5))" }
    }

    /// The random code has 40 bits, and each try is throttled: a plain hash is enough.
    static func recoveryHash(_ code: String, of person: Person.ID) -> String {
        Hexadecimal.sha256("\(person)/\(code.lowercased().filter { $0.isHexDigit })")
    }

    // MARK: Passwords

    /// A one-time code with which a person chooses a password; it is told once.
    ///
    /// Nil for whoever may not log in: they are not known, have left, or were erased.
    package func invite(_ person: Person.ID, lifetime: Duration) async throws -> String? {
        guard try await store.account(of: person)?.isActive ?? false else { return nil }
        let code = Hexadecimal.text(randomness.salt())
        try await store.invite(person, hash: Hexadecimal.sha256(code), lifetime: lifetime)
        return code
    }

    /// Whom a one-time code is for; nil when it is none, is over, or was used.
    package func invited(_ code: String) async throws -> Account? {
        guard let person = try await store.invited(hash: Hexadecimal.sha256(code)) else { return nil }
        return try await store.account(of: person).flatMap { $0.isActive ? $0 : nil }
    }

    /// What came of choosing a password.
    package enum Choice: Sendable, Equatable {
        case chosen
        case flawed(PasswordRule.Flaw)
        /// The one-time code, or the old password, is not right.
        case wrong
        case tooMany
    }

    /// Chooses the first password, or a new one, with a one-time code; every session of that person ends, and so
    /// does every other code that they have.
    ///
    /// A flawed password leaves the code as it was.
    package func choose(_ password: String, invitation code: String, institution: String) async throws
        -> Choice
    {
        guard let account = try await invited(code) else { return .wrong }
        if let flaw = rule(for: account, institution).flaw(of: password) { return .flawed(flaw) }
        guard try await store.use(invitation: Hexadecimal.sha256(code)) else { return .wrong }
        try await set(password, of: account.person)
        try await store.end(nil, of: account.person, keeping: nil)
        return .chosen
    }

    /// Chooses another password; needs the old one, and ends the visitor's other sessions.
    package func change(
        _ old: String, to new: String, of visitor: Visitor, institution: String, from origin: Origin
    ) async throws -> Choice {
        guard let account = try await store.account(of: visitor.person) else { return .wrong }
        return try await hear(Self.inside(visitor), from: origin, isInside: true, tooMany: .tooMany) {
            guard try await hash.verify(old, account.password) else { return (.wrong, .failed) }
            if let flaw = rule(for: account, institution).flaw(of: new) { return (.flawed(flaw), .unnoted) }
            try await set(new, of: visitor.person)
            try await end(nil, of: visitor)
            return (.chosen, .unnoted)
        }
    }

    /// Stores a password as it is: for the random ones of a demonstration.
    package func set(_ password: String, of person: Person.ID) async throws {
        try await store.setPassword(try await hash.make(password, salt: randomness.salt()), of: person)
    }

    private func rule(for account: Account, _ institution: String) -> PasswordRule {
        PasswordRule(context: [institution, account.name, account.email])
    }
}
