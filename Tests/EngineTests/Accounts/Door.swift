import Agreements
import Crypto
import FoundationEssentials
import Synchronization
import TestSupport

@testable import Engine

/// A door with one account behind it, on a clock that the test moves.
struct Door: Sendable {
    /// A password and its hash, made once with cheaper parameters: the door's own take a second.
    static let password = "un canot violet"
    static let stored = "scrypt$14$8$1$BwcHBwcHBwcHBwcHBwcHBw==$fOP0OO7RfWhkTJt7w69Aa/gmc6j11wSd8TovMIXmXw8="
    static let address = "anne@lab.example"
    static let institution = "Institut Pasteur"
    static let home = Origin(address: "192.0.2.1", agent: "Browser")
    static let elsewhere = Origin(address: "198.51.100.9", agent: "Guesser")

    let store = InMemoryAccounts()
    let anne = Person.ID(UUID())
    let keeper: Doorkeeper
    private let waited = Waited()

    /// How long tries were held up, one after the other.
    var pauses: [Duration] { waited.durations.withLock { $0 } }

    init() {
        let randomness = Randomness(
            uuid: { UUID() }, salt: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } })
        keeper = Doorkeeper(
            store: store, key: SymmetricKey(data: Array(repeating: 7, count: 32)), randomness: randomness,
            needsFactor: false, hash: PasswordHash(cost: 14),
            pause: { [waited] duration in waited.durations.withLock { $0.append(duration) } })
        add()
    }

    /// Puts Anne's account back as it was first, or disabled.
    func add(isActive: Bool = true) {
        store.add(
            Account(
                person: anne, name: "Anne Martin", email: Self.address, isActive: isActive,
                password: Self.stored, factor: nil, factorStep: 0, readAt: 0), roles: ["DG"])
    }

    func logIn(
        _ address: String = Door.address, _ password: String = Door.password, code: String? = nil,
        from origin: Origin = Door.home
    ) async throws -> Doorkeeper.Entry {
        try await keeper.logIn(address, password, code: code, from: origin)
    }

    /// Somebody who just came in, without the slow hash.
    func visitor(from origin: Origin = Door.home) async throws -> (token: String, visitor: Visitor) {
        let token = try await keeper.open(anne, from: origin, notice: nil)
        guard let visitor = try await keeper.visitor(token) else { throw NobodyThere() }
        return (token, visitor)
    }

    /// Notes failed tries on an account, the slow hash left out.
    func fail(
        _ count: Int, on address: String = Door.address, from origin: (Int) -> String = { _ in home.address }
    ) async throws {
        for index in 0..<count {
            try await store.note(
                account: Hexadecimal.sha256(address), address: origin(index), succeeded: false)
        }
    }

    /// Gives Anne a second factor: its secret, and the codes for emergencies.
    func factor() async throws -> (secret: [UInt8], recovery: [String]) {
        let (secret, visitor) = (keeper.newFactor(), try await visitor().visitor)
        let codes = try await keeper.setFactor(
            TimeCode.text(secret), code: code(secret), of: visitor)
        return (secret, codes ?? [])
    }

    /// The code that a device shows now, or some steps later.
    func code(_ secret: [UInt8], later steps: Int64 = 0) -> String {
        TimeCode.code(secret, step: store.now / 30 + steps)
    }

    /// Notes how long it would have waited.
    private final class Waited: Sendable {
        let durations = Mutex<[Duration]>([])
    }

    struct NobodyThere: Error {}
}

extension Doorkeeper.Entry {
    /// The token of whoever came in.
    var token: String? {
        guard case .entered(let token) = self else { return nil }
        return token
    }
}
