import Agreements

/// Somebody opens every list of files, steps and mails; what lists hold of a file is less than its page.
struct AccessLists: Sendable {
    let call: AccessCall
    let tally: AccessTally

    /// Lists that anybody with an account may open, those of who sees everything, those of the office, and measures.
    private static let lists: [(paths: [String], readers: Set<String>?)] = [
        (["/todo", "/files", "/files.csv"], nil),
        (["/portfolio", "/forecast", "/forecast.csv", "/forecast.ics"], ["int", "dg", "adm", "aud"]),
        (
            [
                "/ops", "/ops/waits", "/ops/waits.csv", "/ops/steps", "/ops/steps.csv",
                "/ops/steps?role=EXP&late=yes", "/ops/notices", "/ops/notices.csv", "/ops/jobs",
                "/ops/jobs.csv",
                "/ops/calls", "/ops/subscriptions", "/ops/subscriptions.csv", "/ops/organisations",
                "/ops/successions",
            ], ["int", "adm", "aud"]
        ),
        (["/ops/measures", "/ops/measures.csv"], ["int", "adm", "aud", "fsd", "dg"]),
        (["/ops/register/measure"], ["int", "adm", "fsd", "dg"]),
    ]

    func read(_ guest: AccessGuest) async throws {
        for (paths, readers) in Self.lists {
            for path in paths {
                let reply = try await call.get(path, guest)
                let isOpen = readers?.contains(guest.key) ?? true
                let refused = guest.key == "gone" ? "303" : "403"
                tally.check(
                    guest.key, "lists", path, "answer",
                    expected: isOpen && guest.key != "gone" ? "200" : refused, found: "\(reply.status)")
                for canary in AccessCanary.all { check(guest, canary, path, reply.text) }
                if path.hasPrefix("/ops/notices"), isOpen { mails(guest, path, reply.text) }
            }
        }
    }

    /// The start page counts for those only who see how the office stands; whoever came by a link is led to its file.
    ///
    /// - Parameter isLed: whether that file still waits for them.
    func start(_ guest: AccessGuest, isByLink: Bool = false, isLed: Bool = false) async throws {
        let reply = try await call.get("/", guest)
        let sees = !isByLink && ["int", "adm", "aud"].contains(guest.key)
        tally.check(
            guest.key, "lists", "/", "answer", expected: isLed ? "303" : "200", found: "\(reply.status)")
        tally.check(
            guest.key, "lists", "/", "figures", expected: sees ? "shown" : "hidden",
            found: reply.text.contains("id=\"machine\"") ? "shown" : "hidden")
    }

    /// A title is found by those who read it.
    func find(_ guest: AccessGuest) async throws {
        for file in AccessStandings.files {
            let reply = try await call.get("/files.csv?text=QX\(file)TitleQX", guest)
            let matters = AccessStandings.matters(of: guest.key, on: file) ?? []
            tally.check(
                guest.key, file, "title", "search",
                expected: matters.isDisjoint(with: [.dossier, .texts]) ? "hidden" : "found",
                found: reply.text.holds("QX\(file)NameQX") ? "found" : "hidden")
        }
    }

    /// What mails are about is for those who may read their files.
    private func mails(_ guest: AccessGuest, _ path: String, _ text: String) {
        let row = AccessStandings.everywhere[guest.key].flatMap { SightMatrix.rows[$0] } ?? []
        tally.check(
            guest.key, "lists", "subjects of mails", path,
            expected: row.isDisjoint(with: [.dossier, .texts]) ? "hidden" : "shown",
            found: text.contains("[Entente]") ? "shown" : "hidden")
    }

    private func check(_ guest: AccessGuest, _ canary: AccessCanary, _ path: String, _ text: String) {
        let matters = AccessStandings.matters(of: guest.key, on: canary.file)
        // Whoever may know all experts finds them in lists; everybody finds themselves.
        let role = AccessStandings.everywhere[guest.key]
        let knows = role.flatMap { SightMatrix.rows[$0]?.contains(.reviewers) } ?? false
        let isOpen =
            canary.isName
            ? knows || canary.author == guest.key : canary.isOpen(to: matters, guest.key)
        let isSubject = canary.word == "QX\(canary.file)NameQX"
        let isDue = isOpen && isSubject && ["/files", "/files.csv"].contains(path)
        let isFound = text.holds(canary.word)
        tally.check(
            guest.key, canary.file, canary.word, path,
            expected: isDue || isOpen && isFound ? "shown" : "hidden", found: isFound ? "shown" : "hidden")
    }
}
