import Agreements
package import FoundationEssentials

extension Doorkeeper {
    /// Mails a code to the reader of a notice, whose link the caller has checked; false when too many were asked for.
    package func sendCode(forNotice notice: UUID) async throws -> Bool {
        try await store.makePasscode(randomness.uuid(), notice: notice)
    }

    /// The digits of a code that was made, for the mail that carries it.
    package func digits(of passcode: UUID) -> String { key.digits(of: passcode) }

    /// Opens a session, for the step of that notice only, for whoever read the code in its reader's mailbox.
    package func enter(byNotice notice: UUID, code: String, from origin: Origin) async throws -> Entry {
        let name = Hexadecimal.sha256("notice/\(notice.uuidString)")
        return try await hear(name, from: origin, tooMany: .tooMany) {
            let typed = Array(code.utf8.filter { (48...57).contains($0) })
            let open = try await store.tryPasscodes(notice: notice)
            guard
                let passcode = open.first(where: { PasswordHash.equal(Array(key.digits(of: $0).utf8), typed) }
                ),
                try await store.use(passcode: passcode), let reader = try await store.reader(of: notice)
            else { return (.wrong, .failed) }
            return (.entered(try await self.open(reader, from: origin, notice: notice)), .succeeded)
        }
    }
}
