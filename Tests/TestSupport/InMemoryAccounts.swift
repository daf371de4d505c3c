package import Agreements
package import Engine
package import FoundationEssentials
import Synchronization

/// Accounts, sessions and tries in memory, on a clock that tests move.
package final class InMemoryAccounts: AccountStore {
    fileprivate struct Session {
        var id: UUID
        var person: Person.ID
        var notice: UUID?
        var origin: Origin
        var created: Int64
        var seen: Int64
        var fresh: Int64
        var ends: Int64
        var isOver = false
    }

    fileprivate struct Code {
        var id: UUID
        var notice: UUID
        var expires: Int64
        var tries = 0
        var isUsed = false
    }

    fileprivate struct State {
        var now: Int64 = 1_465_900_000
        var accounts: [Person.ID: Account] = [:]
        var roles: [Person.ID: Set<String>] = [:]
        var languages: [Person.ID: Language] = [:]
        var sessions: [String: Session] = [:]
        var recovery: [Person.ID: Set<String>] = [:]
        var invitations: [String: (person: Person.ID, expires: Int64)] = [:]
        var resets: [(id: UUID, person: Person.ID, at: Int64)] = []
        var tries: [(at: Int64, account: String, address: String, succeeded: Bool)] = []
        var codes: [Code] = []
        var readers: [UUID: Person.ID] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// Lets machine time pass.
    package func advance(by seconds: Int64) { state.withLock { $0.now += seconds } }

    /// The seconds since 1970 that the store goes by.
    package var now: Int64 { state.withLock(\.now) }

    /// Adds somebody who may come in.
    package func add(_ account: Account, roles: Set<String> = []) {
        state.withLock {
            $0.accounts[account.person] = account
            $0.roles[account.person] = roles
        }
    }

    /// Makes a notice that somebody may come in by.
    package func add(notice: UUID, for person: Person.ID) { state.withLock { $0.readers[notice] = person } }

    /// The account of a mail address, in any case; nil where nobody of the register has it, or several.
    package func account(address: String) async throws -> Account? {
        state.withLock { state in
            let found = state.accounts.values.filter { $0.email.lowercased() == address.lowercased() }
            return found.count == 1 ? found.first.map { state.read($0) } : nil
        }
    }

    /// The account of a person, made when there was none; nil for nobody of the register.
    package func account(of person: Person.ID) async throws -> Account? {
        state.withLock { state in state.accounts[person].map { state.read($0) } }
    }

    /// Failed tries on the account of that name (a SHA-256) and from that address.
    package func failures(account: String, address: String) async throws -> FailedTries {
        state.withLock { state in
            let recent = state.tries.filter { !$0.succeeded && $0.at > state.now - 900 }
            let known = Set(state.tries.filter { $0.succeeded && $0.account == account }.map(\.address))
            return FailedTries(
                here: recent.count { $0.account == account && $0.address == address },
                strangers: recent.count { $0.account == account && !known.contains($0.address) },
                address: recent.count { $0.address == address }, isKnown: known.contains(address))
        }
    }

    /// Notes a try, and forgets those that no limit asks for any more.
    package func note(account: String, address: String, succeeded: Bool) async throws {
        state.withLock { $0.tries.append(($0.now, account, address, succeeded)) }
    }

    /// Takes back the newest failed try on that account from that address.
    package func forgive(account: String, address: String) async throws {
        state.withLock { state in
            let newest = state.tries.lastIndex {
                !$0.succeeded && $0.account == account && $0.address == address
            }
            if let newest { state.tries.remove(at: newest) }
        }
    }

    /// Opens a session, for an account or by the link of a notice.
    package func open(
        _ session: UUID, tokenHash: String, person: Person.ID, notice: UUID?, origin: Origin,
        limits: SessionLimits
    ) async throws {
        state.withLock { state in
            state.sessions[tokenHash] = Session(
                id: session, person: person, notice: notice, origin: origin, created: state.now,
                seen: state.now,
                fresh: state.now, ends: state.now + limits.whole.components.seconds)
        }
    }

    /// Whose session that is, and notes that it was seen; nil when it is over, or its owner may not come in any more.
    package func visitor(tokenHash: String, limits: SessionLimits) async throws -> Visitor? {
        state.withLock { state in
            guard let session = state.sessions[tokenHash], state.isOpen(session, limits),
                let account = state.accounts[session.person], account.isActive
            else { return nil }
            state.sessions[tokenHash]?.seen = state.now
            return Visitor(
                person: account.person, name: account.name, address: account.email,
                language: state.languages[account.person], roles: state.roles[account.person] ?? [],
                session: session.id, isFresh: session.fresh > state.now - limits.fresh.components.seconds,
                hasFactor: account.factor != nil, notice: session.notice)
        }
    }

    /// The sessions of a person that are not over, the last seen first.
    package func sessions(of person: Person.ID, limits: SessionLimits) async throws -> [SessionRow] {
        state.withLock { state in
            state.sessions.values.filter { $0.person == person && state.isOpen($0, limits) }
                .sorted { $0.seen > $1.seen }
                .map {
                    SessionRow(
                        id: $0.id, address: $0.origin.address, agent: $0.origin.agent,
                        createdAt: Instant(millisecondsSinceEpoch: $0.created * 1_000),
                        seenAt: Instant(millisecondsSinceEpoch: $0.seen * 1_000))
                }
        }
    }

    /// Ends one session of a person, or all but `kept`.
    package func end(_ session: UUID?, of person: Person.ID, keeping kept: UUID?) async throws {
        state.withLock { state in
            for (hash, row) in state.sessions
            where row.person == person && (session == nil || row.id == session) && row.id != kept {
                state.sessions[hash]?.isOver = true
            }
        }
    }

    /// Notes that the holder of a session just showed password or code.
    package func refresh(_ session: UUID) async throws {
        state.withLock { state in
            for (hash, row) in state.sessions where row.id == session {
                state.sessions[hash]?.fresh = state.now
            }
        }
    }

    /// Stores the hash of a new password.
    package func setPassword(_ hash: String, of person: Person.ID) async throws {
        state.withLock { $0.accounts[person]?.password = hash }
    }

    /// Stores another hash of the same password; nothing when it is no longer `old`.
    package func replacePassword(_ old: String, by hash: String, of person: Person.ID) async throws {
        state.withLock { state in
            if state.accounts[person]?.password == old { state.accounts[person]?.password = hash }
        }
    }

    /// Stores the sealed secret of a second factor with the hashes of its recovery codes; nil removes both.
    package func setFactor(_ sealed: [UInt8]?, recovery: [String], of person: Person.ID) async throws {
        state.withLock {
            $0.accounts[person]?.factor = sealed
            $0.accounts[person]?.factorStep = 0
            $0.recovery[person] = Set(recovery)
        }
    }

    /// Uses a time step up; false when it, or a later one, was used before.
    package func use(step: Int64, of person: Person.ID) async throws -> Bool {
        state.withLock { state in
            guard let last = state.accounts[person]?.factorStep, last < step else { return false }
            state.accounts[person]?.factorStep = step
            return true
        }
    }

    /// Uses a recovery code up; false when it is none, or was used.
    package func use(recovery hash: String, of person: Person.ID) async throws -> Bool {
        state.withLock { $0.recovery[person]?.remove(hash) != nil }
    }

    /// The language that a person wants from now on.
    package func setLanguage(_ language: Language, of person: Person.ID) async throws {
        state.withLock { $0.languages[person] = language }
    }

    /// Stores the hash of a one-time code that lets a person choose a password.
    package func invite(_ person: Person.ID, hash: String, lifetime: Duration) async throws {
        state.withLock { $0.invitations[hash] = (person, $0.now + lifetime.components.seconds) }
    }

    /// Who may choose a password with that code; it stays usable until ``use(invitation:)``.
    package func invited(hash: String) async throws -> Person.ID? {
        state.withLock { state in state.invitations[hash].flatMap { $0.expires > state.now ? $0.person : nil }
        }
    }

    /// Uses a code up, and with it every other of that person; false when it is none, is over, or was used.
    package func use(invitation hash: String) async throws -> Bool {
        state.withLock { state in
            guard let invitation = state.invitations.removeValue(forKey: hash),
                invitation.expires > state.now
            else { return false }
            state.invitations = state.invitations.filter { $0.value.person != invitation.person }
            return true
        }
    }

    /// Stores the hash of a code that is good for ten minutes, for whoever has a password and that address.
    package func makeReset(_ id: UUID, hash: String, address: String) async throws {
        state.withLock { state in
            let found = state.accounts.values.filter { $0.email.lowercased() == address.lowercased() }
            guard let account = found.first, found.count == 1, account.isActive, account.password != nil,
                state.resets.count(where: { $0.person == account.person && $0.at > state.now - 3_600 }) < 5
            else { return }
            state.resets.append((id, account.person, state.now))
            state.invitations[hash] = (account.person, state.now + 600)
        }
    }

    /// The resets that were mailed, the newest last.
    package var resets: [UUID] { state.withLock { $0.resets.map(\.id) } }

    /// The stored hash of a person's password.
    package func password(of person: Person.ID) -> String? {
        state.withLock { $0.accounts[person]?.password }
    }

    /// Makes a code for the reader of a notice, and the job that mails it; nil when too many were asked for.
    package func makePasscode(_ id: UUID, notice: UUID) async throws -> Bool {
        state.withLock { state in
            let recent = state.codes.count { $0.notice == notice && $0.expires > state.now + 900 - 3_600 }
            guard recent < 5 else { return false }
            state.codes.append(Code(id: id, notice: notice, expires: state.now + 900))
            return true
        }
    }

    /// The codes of a notice that can still be used, the newest first; each try counts on all of them.
    package func tryPasscodes(notice: UUID) async throws -> [UUID] {
        state.withLock { state in
            let open = state.codes.indices.filter {
                let code = state.codes[$0]
                return code.notice == notice && !code.isUsed && code.expires > state.now && code.tries < 5
            }
            for index in open { state.codes[index].tries += 1 }
            return open.reversed().map { state.codes[$0].id }
        }
    }

    /// Uses a code up; false when it was used meanwhile.
    package func use(passcode id: UUID) async throws -> Bool {
        state.withLock { state in
            guard let index = state.codes.firstIndex(where: { $0.id == id && !$0.isUsed }) else {
                return false
            }
            state.codes[index].isUsed = true
            return true
        }
    }

    /// Whom a notice is for; nil when it is none, or its link is void.
    package func reader(of notice: UUID) async throws -> Person.ID? { state.withLock { $0.readers[notice] } }

    /// The passcodes that were made, the newest last.
    package var passcodes: [UUID] { state.withLock { $0.codes.map(\.id) } }
}

extension InMemoryAccounts.State {
    fileprivate func read(_ account: Account) -> Account {
        var read = account
        read.readAt = now
        return read
    }

    fileprivate func isOpen(_ session: InMemoryAccounts.Session, _ limits: SessionLimits) -> Bool {
        !session.isOver && session.ends > now && session.seen > now - limits.idle.components.seconds
    }
}
