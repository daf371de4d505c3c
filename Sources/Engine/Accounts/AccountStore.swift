package import Agreements
package import FoundationEssentials

/// Where accounts, sessions and tries are kept; every instant is the database's own.
package protocol AccountStore: Sendable {
    /// The account of a mail address, in any case; nil where nobody of the register has it, or several.
    func account(address: String) async throws -> Account?
    /// The account of a person, made when there was none; nil for nobody of the register.
    func account(of person: Person.ID) async throws -> Account?
    /// Failed tries on the account of that name (a SHA-256) and from that address.
    func failures(account: String, address: String) async throws -> FailedTries
    /// Notes a try, and forgets those that no limit asks for any more.
    func note(account: String, address: String, succeeded: Bool) async throws

    /// Takes back the newest failed try on that account from that address.
    func forgive(account: String, address: String) async throws

    /// Opens a session, for an account or by the link of a notice.
    func open(
        _ session: UUID, tokenHash: String, person: Person.ID, notice: UUID?, origin: Origin,
        limits: SessionLimits
    ) async throws
    /// Whose session that is, and notes that it was seen; nil when it is over, or its owner may not come in any more.
    func visitor(tokenHash: String, limits: SessionLimits) async throws -> Visitor?
    /// The sessions of a person that are not over, the last seen first.
    func sessions(of person: Person.ID, limits: SessionLimits) async throws -> [SessionRow]
    /// Ends one session of a person, or all but `kept`.
    func end(_ session: UUID?, of person: Person.ID, keeping kept: UUID?) async throws
    /// Notes that the holder of a session just showed password or code.
    func refresh(_ session: UUID) async throws

    /// Stores the hash of a new password.
    func setPassword(_ hash: String, of person: Person.ID) async throws
    /// Stores another hash of the same password; nothing when it is no longer `old`.
    func replacePassword(_ old: String, by hash: String, of person: Person.ID) async throws
    /// Stores the sealed secret of a second factor with the hashes of its recovery codes; nil removes both.
    func setFactor(_ sealed: [UInt8]?, recovery: [String], of person: Person.ID) async throws
    /// Uses a time step up; false when it, or a later one, was used before.
    func use(step: Int64, of person: Person.ID) async throws -> Bool
    /// Uses a recovery code up; false when it is none, or was used.
    func use(recovery hash: String, of person: Person.ID) async throws -> Bool
    /// The language that a person wants from now on.
    func setLanguage(_ language: Language, of person: Person.ID) async throws

    /// Stores the hash of a one-time code that lets a person choose a password.
    func invite(_ person: Person.ID, hash: String, lifetime: Duration) async throws
    /// Who may choose a password with that code; it stays usable until ``use(invitation:)``.
    func invited(hash: String) async throws -> Person.ID?
    /// Stores the hash of a one-time code for whoever has a password and that mail address, and the job that mails it;
    /// stores and does as much for an address that is nobody's, or asked for too often.
    func makeReset(_ id: UUID, hash: String, address: String) async throws
    /// Uses a code up, and with it every other of that person; false when it is none, is over, or was used.
    func use(invitation hash: String) async throws -> Bool

    /// Makes a code for the reader of a notice, and the job that mails it; nil when too many were asked for.
    func makePasscode(_ id: UUID, notice: UUID) async throws -> Bool
    /// The codes of a notice that can still be used, the newest first; each try counts on all of them.
    func tryPasscodes(notice: UUID) async throws -> [UUID]
    /// Uses a code up; false when it was used meanwhile.
    func use(passcode id: UUID) async throws -> Bool
    /// Whom a notice is for; nil when it is none, or its link is void.
    func reader(of notice: UUID) async throws -> Person.ID?
}
