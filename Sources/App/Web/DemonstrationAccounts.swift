import Agreements
import Engine
import Storage

/// Ways into the demonstration: for each of the roles that pages are for, somebody with work to do and a random password.
struct DemonstrationAccounts {
    let installation: Installation

    private static let roles = ["DG", "INT", "PI_FR", "ITMO", "DAJ", "SIG"]

    /// Gives them their passwords, and keeps the list in a file that only its owner can read.
    ///
    /// A list that is there already is left as it is.
    func make(say: (String) -> Void) async throws {
        let path = "\(installation.settings.home)/demonstration-accounts"
        guard FileStatus.of(path) == nil else { return }
        let doorkeeper = installation.doorkeeper
        var lines: [String] = []
        for (role, person) in try await people() {
            let password = password()
            try await doorkeeper.set(password, of: person.person.id)
            lines.append("\(role)  \(person.email ?? "")  \(password)")
        }
        try Folders.write(lines.joined(separator: "\n") + "\n", to: path, rights: 0o600)
        say("Accounts of the demonstration (kept in \(path)):")
        for line in lines { say("  \(line)") }
    }

    /// Of each role the active member of the institution for whom most waits.
    private func people() async throws -> [(role: String, person: PersonRow)] {
        let now = try await installation.clock.now()
        let grants = try await installation.catalogue.grants().filter { $0.holds(at: now) }
        let home = Set(try await installation.catalogue.organisations().filter(\.home).map(\.id.description))
        let staff = try await installation.catalogue.people().filter {
            $0.person.active && $0.email != nil && home.contains($0.person.organisation ?? "")
        }
        var chosen: [(String, PersonRow)] = []
        for role in Self.roles {
            let holders = Set(grants.filter { $0.role == role }.map(\.person))
            var best: (count: Int, person: PersonRow)?
            for person in staff
            where holders.contains(person.person.id)
                && !chosen.contains(where: { $0.1.person.id == person.person.id })
            {
                let count = try await installation.catalogue.tasks(of: person.person.id).count
                if count > best?.count ?? -1 { best = (count, person) }
            }
            if let best { chosen.append((role, best.person)) }
        }
        return chosen
    }

    /// Four groups of five letters and digits that nobody confuses: 98 bits.
    private func password() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let bytes = installation.randomness.salt() + installation.randomness.salt()
        let text = bytes.prefix(20).map { letters[Int($0) % letters.count] }
        return stride(from: 0, to: 20, by: 5).map { String(text[$0..<$0 + 5]) }.joined(separator: "-")
    }
}
