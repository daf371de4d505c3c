import Agreements
import Crypto
import FoundationEssentials

/// What the door derives from the key of links: it is kept nowhere, and no two uses share a key.
struct DoorKey: Sendable {
    private let key: SymmetricKey

    init(_ key: SymmetricKey) { self.key = key }

    /// Encrypts a secret (AES-256-GCM).
    func seal(_ secret: [UInt8]) throws -> [UInt8] {
        let box = try AES.GCM.seal(secret, using: derived("factor"))
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Decrypts what ``seal(_:)`` made.
    func open(_ sealed: [UInt8]) throws -> [UInt8] {
        Array(try AES.GCM.open(try AES.GCM.SealedBox(combined: sealed), using: derived("factor")))
    }

    /// The eight digits of a passcode.
    func digits(of passcode: UUID) -> String {
        let id = passcode.uuidString.lowercased()
        let mac = Array(HMAC<SHA256>.authenticationCode(for: Data(id.utf8), using: derived("passcode")))
        let number = mac.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 100_000_000
        let digits = String(number)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The one-time code of a password's reset, in hexadecimal.
    func resetCode(of reset: UUID) -> String {
        let id = reset.uuidString.lowercased()
        let mac = HMAC<SHA256>.authenticationCode(for: Data(id.utf8), using: derived("reset"))
        return Hexadecimal.text(mac.prefix(16))
    }

    /// What a form of a session carries, and no other site can know.
    func formKey(of session: UUID?) -> String {
        let subject = session?.uuidString ?? "anyone"
        let mac = HMAC<SHA256>.authenticationCode(for: Data(subject.utf8), using: derived("form"))
        return Hexadecimal.text(mac.prefix(16))
    }

    /// What tells whose form it was, whatever session it was made in.
    func formOwner(_ person: Person.ID) -> String {
        let mac = HMAC<SHA256>.authenticationCode(
            for: Data(person.description.utf8), using: derived("form-owner"))
        return Hexadecimal.text(mac.prefix(Self.ownerBytes))
    }

    /// As many letters as ``formOwner(_:)`` has.
    static let ownerLength = ownerBytes * 2
    private static let ownerBytes = 16

    private func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Data("entente/\(purpose)".utf8), outputByteCount: 32)
    }
}

/// Bytes as text.
enum Hexadecimal {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// SHA-256 of a text.
    static func sha256(_ text: String) -> String { self.text(SHA256.hash(data: Data(text.utf8))) }
}
