import Agreements
package import FoundationEssentials

extension Doorkeeper {
    /// Mails a link to choose a new password to whoever has an account with that address; false when too many were
    /// asked for.
    ///
    /// Answers the same, and takes as long, for every address. The link is good for ten minutes, once.
    package func requestReset(_ address: String, from origin: Origin) async throws -> Bool {
        let name = Hexadecimal.sha256("reset/\(address.lowercased())")
        return try await hear(name, from: origin, tooMany: false) {
            let id = randomness.uuid()
            try await store.makeReset(id, hash: resetHash(of: id), address: address)
            // Asking counts as a failed try: nobody asks without end.
            return (true, .failed)
        }
    }

    /// The code of a reset, for the mail that carries it: it is kept nowhere.
    package func resetCode(of reset: UUID) -> String { key.resetCode(of: reset) }

    /// The hash by which its code is kept.
    package func resetHash(of reset: UUID) -> String { Hexadecimal.sha256(key.resetCode(of: reset)) }
}
