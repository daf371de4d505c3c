import Agreements

@testable import App

/// Somebody sends acts: those that the rules refuse leave nothing behind, the others are done.
struct AccessActs: Sendable {
    let site: AccessSite
    let call: AccessCall
    let tally: AccessTally

    /// An act on each file that they do not see, and one that is refused on one that they do, `turn` by turn.
    func refused(_ guest: AccessGuest, turn: Int) async throws {
        let seen = AccessStandings.files.filter { AccessStandings.roles(of: guest.key, on: $0) != nil }
        for file in AccessStandings.files where !seen.contains(file) {
            let reply = try await send("withdraw", "life", file, guest)
            tally.check(
                guest.key, file, "withdraw", "act", expected: guest.key == "gone" ? "401" : "404",
                found: "\(reply.status)")
        }
        guard !seen.isEmpty else { return }
        let file = seen[turn % seen.count]
        let acts = try await site.installation.acts(of: guest.person, on: site.agreement(file))
        guard let act = acts.first(where: { $0.refusal != nil }) else { return }
        let reply = try await send(act.name, act.process, file, guest)
        tally.check(
            guest.key, file, "\(act.name) of \(act.process)", "act", expected: "refused",
            found: [404, 422].contains(reply.status) ? "refused" : "\(reply.status)")
        let matters = AccessStandings.matters(of: guest.key, on: file)
        // The names of all people stand on forms that ask for one.
        for canary in AccessCanary.all where canary.file == file && !canary.isName {
            tally.check(
                guest.key, canary, .form, isOpen: canary.isOpen(to: matters, guest.key), isDue: false,
                isFound: reply.text.contains(canary.word))
        }
    }

    /// An act that the rules allow is done by its form.
    func done(_ key: String, _ act: String, on file: String) async throws {
        let guest = try await site.guest(key)
        let acts = try await site.installation.acts(of: guest.person, on: site.agreement(file))
        let allowed = acts.first { $0.name == act && $0.refusal == nil }
        let before = try await site.events()
        let reply = try await send(act, allowed?.process ?? "life", file, guest)
        let after = try await site.events()
        tally.check(
            key, file, act, "act", expected: "303, recorded",
            found: "\(reply.status), \(after > before ? "recorded" : "not recorded")")
    }

    private func send(
        _ act: String, _ process: String, _ file: String, _ guest: AccessGuest
    ) async throws -> AccessCall.Reply {
        guard let id = site.files[file] else { throw AccessSite.Unknown(key: file) }
        let path = "/files/\(id)/acts/\(act)"
        return try await call.post(
            path, [("process", process), ("request", "\(guest.key)-\(file)-\(act)"), ("reason", "R")], guest)
    }
}
