import Agreements
import Foundation

@testable import App

/// Somebody tries to read every file on every way of the pages.
struct AccessReading: Sendable {
    let site: AccessSite
    let call: AccessCall
    let tally: AccessTally
    let agreements: [String: Agreement]

    init(_ site: AccessSite, _ call: AccessCall, _ tally: AccessTally) async throws {
        (self.site, self.call, self.tally) = (site, call, tally)
        var agreements: [String: Agreement] = [:]
        for file in AccessStandings.files { agreements[file] = try await site.agreement(file) }
        self.agreements = agreements
    }

    /// - Parameters:
    ///   - link: the file of the notice by whose link they came; nil for an account.
    ///   - isOver: whether the step of that notice is over.
    func read(_ guest: AccessGuest, link: String? = nil, isOver: Bool = false) async throws {
        for file in AccessStandings.files {
            guard let agreement = agreements[file] else { continue }
            let isNear = !isOver && (link == nil || link == file)
            let matters = isNear ? AccessStandings.matters(of: guest.key, on: file) : nil
            let texts = try await texts(of: agreement, guest, whole: matters != nil)
            status(guest, file, matters, texts, isOver: isOver)
            for canary in AccessCanary.all where canary.file == file {
                for (way, reply) in texts {
                    check(guest, canary, way, matters, reply.text, isLink: link != nil)
                }
            }
            if link == nil, matters != nil, let page = texts[.page] {
                try await acts(guest, file, agreement, page.text)
            }
        }
    }

    private func check(
        _ guest: AccessGuest, _ canary: AccessCanary, _ way: AccessWay, _ matters: Set<Matter>?,
        _ text: String,
        isLink: Bool
    ) {
        let isForeign = isLink && canary.isWritten
        let isOpen = canary.isOpen(to: matters, guest.key) && !(isForeign && canary.author != guest.key)
        // Only whoever may change a proposal finds it on the form.
        let isOnWay =
            canary.ways.contains(way) && (way != .edit || AccessStandings.isEditor(guest.key, canary.file))
        // Every page names its own visitor in its frame, also one that says that there is no such file.
        let isOwnName = canary.isName && canary.author == guest.key && !isOpen
        let frame = "<span class=\"quiet\">\(canary.word)</span>"
        let told = isOwnName ? text.replacing(frame, with: "") : text
        tally.check(
            guest.key, canary, way, isOpen: isOpen, isDue: isOpen && isOnWay && !isForeign,
            isFound: told.holds(canary.word))
    }

    /// Whether there is a file at all, and a form that changes its dossier.
    private func status(
        _ guest: AccessGuest, _ file: String, _ matters: Set<Matter>?, _ texts: [AccessWay: AccessCall.Reply],
        isOver: Bool
    ) {
        for way in [AccessWay.page, .edit, .shelf] {
            let isThere = way == .edit ? matters?.contains(.dossier) ?? false : matters != nil
            // Who left is not let in at all.
            let expected = guest.key == "gone" ? "303" : isOver ? "410" : isThere ? "200" : "404"
            tally.check(
                guest.key, file, "answer", way.rawValue, expected: expected,
                found: "\(texts[way]?.status ?? 0)")
        }
    }

    /// What comes back on each way; of a file that should not be there less is asked.
    private func texts(
        of agreement: Agreement, _ guest: AccessGuest, whole: Bool
    ) async throws -> [AccessWay: AccessCall.Reply] {
        let path = "/files/\(agreement.id)"
        let documents = agreement.documents.map { "\(path)/documents/\($0.id)" }
        var texts: [AccessWay: AccessCall.Reply] = [:]
        texts[.page] = try await call.get("\(path)?history=all", guest)
        texts[.edit] = try await all(
            whole ? (1...6).map { "\(path)/edit?part=\($0)" } : ["\(path)/edit"], guest)
        texts[.shelf] = try await call.get("\(path)/documents", guest)
        if !documents.isEmpty { texts[.download] = try await all(documents, guest) }
        let texted = agreement.texts(of: "life")
        if texted.count > 1, let last = texted.last {
            texts[.difference] = try await call.get("\(path)/documents/\(last.id)/difference", guest)
        }
        return texts
    }

    /// Several answers as one: the first one's status.
    private func all(_ paths: [String], _ guest: AccessGuest) async throws -> AccessCall.Reply {
        var replies: [AccessCall.Reply] = []
        for path in paths { replies.append(try await call.get(path, guest)) }
        return AccessCall.Reply(
            status: replies.first?.status ?? 0, text: replies.map(\.text).joined(separator: "\n"))
    }

    /// The acts that the page offers are those that the rules allow.
    private func acts(
        _ guest: AccessGuest, _ file: String, _ agreement: Agreement, _ page: String
    ) async throws {
        let offered = page.matches(of: /acts\/([^"?\/]+)\?process=([^"]+)"/).map { match in
            Self.name(String(match.1), String(match.2))
        }
        let acts = try await site.installation.acts(of: guest.person, on: agreement)
        for act in acts {
            let name = "\(act.name) of \(act.process)"
            tally.check(
                guest.key, file, name, "act", expected: act.refusal == nil ? "offered" : "not offered",
                found: offered.contains(name) ? "offered" : "not offered")
        }
    }

    private static func name(_ act: String, _ process: String) -> String {
        "\(act.removingPercentEncoding ?? act) of \(process.removingPercentEncoding ?? process)"
    }
}
