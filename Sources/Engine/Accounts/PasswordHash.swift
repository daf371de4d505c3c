import Crypto
import CryptoExtras
import Dispatch
import FoundationEssentials

/// Passwords as they are kept: scrypt with N = 2^17, r = 8, p = 1 (RFC 7914; OWASP ASVS 5.0, 11.4.2), tagged with
/// its parameters so that they can rise.
///
/// One hash takes 128 MiB and some tenths of a second: at most two are made at once.
package struct PasswordHash: Sendable {
    /// The power of two of N, the block size and the parallelism.
    private let cost: Int
    private let block = 8
    private let lanes = 1
    private let places = Turnstile(places: 2)

    /// - Parameter cost: the power of two of N; anything but 17 is for tests.
    package init(cost: Int = 17) { self.cost = cost }

    /// Whether a stored hash has the parameters of today; one that has not is made anew when its password is shown.
    package func isCurrent(_ stored: String) -> Bool {
        stored.hasPrefix("scrypt$\(cost)$\(block)$\(lanes)$")
    }

    /// The hash of a password under a salt of 16 bytes.
    package func make(_ password: String, salt: [UInt8]) async throws -> String {
        let hash = try await derive(password, salt, cost: cost)
        return ["scrypt", "\(cost)", "\(block)", "\(lanes)", Data(salt).base64EncodedString(), hash]
            .joined(separator: "$")
    }

    /// Whether `password` is the one that was hashed; compares in constant time.
    ///
    /// Without a hash it takes the same time and is false: whether an account exists does not show.
    package func verify(_ password: String, _ stored: String?) async throws -> Bool {
        let parts = stored?.split(separator: "$", omittingEmptySubsequences: false).map(String.init) ?? []
        guard parts.count == 6, parts[0] == "scrypt", let cost = Int(parts[1]), (14...20).contains(cost),
            parts[2] == "\(block)", parts[3] == "\(lanes)", let salt = Data(base64Encoded: parts[4])
        else {
            _ = try await derive(password, Array(repeating: 0, count: 16), cost: cost)
            return false
        }
        let hash = try await derive(password, Array(salt), cost: cost)
        return Self.equal(Array(hash.utf8), Array(parts[5].utf8))
    }

    private func derive(_ password: String, _ salt: [UInt8], cost: Int) async throws -> String {
        let text = Array(password.utf8)
        return try await places.pass {
            let key = try KDF.Scrypt.deriveKey(
                from: text, salt: salt, outputByteCount: 32, rounds: 1 << cost, blockSize: block,
                parallelism: lanes)
            return key.withUnsafeBytes { Data($0).base64EncodedString() }
        }
    }

    /// Whether two texts are the same; the time does not tell where they differ.
    static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Lets so many do something heavy at once, off the pool that serves everybody; the others wait their turn.
actor Turnstile {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { free = places }

    /// Runs `work` on a thread of its own.
    func pass<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        await enter()
        defer { leave() }
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
        }
    }

    private func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
