import Agreements
package import Engine
package import FoundationEssentials
package import Jobs
package import Mail

/// Mails one-time codes: each is made at sending, so that it lies nowhere, and each retry has the same bytes.
package struct PasscodeWorker: Sendable {
    private let mailbox: Mailbox
    private let letterhead: @Sendable () -> Letterhead
    private let load: @Sendable (UUID) async throws -> Passcode?
    private let letter: PasscodeLetter

    package init(
        mailbox: Mailbox, letterhead: @autoclosure @escaping @Sendable () -> Letterhead,
        load: @escaping @Sendable (UUID) async throws -> Passcode?,
        letter: PasscodeLetter
    ) {
        self.mailbox = mailbox
        self.letterhead = letterhead
        self.load = load
        self.letter = letter
    }

    /// The worker of such jobs; what is over, or nobody's, is not sent.
    package var worker: Worker {
        Worker(timeLimit: .seconds(120)) { job, lease in try await deliver(job) { lease.isHeld } }
    }

    private func deliver(_ job: Job, proceed: @escaping @Sendable () -> Bool) async throws -> Outcome {
        guard let id = UUID(uuidString: job.key) else {
            return .abandon(because: "the job names no code")
        }
        guard let passcode = try await load(id), passcode.isOpen else { return .done }
        let mail: Mail
        do { mail = try self.mail(passcode) } catch {
            return .abandon(because: "the address of the code cannot be written to")
        }
        let delivery = await mailbox.deliver(mail, proceed)
        switch delivery.entries.first.map({ $0.verdict }) {
        case .accepted: return .done
        case .permanent(let reply): return .abandon(because: "refused for good: \(reply)")
        default: return .retry(because: "no answer for the recipient")
        }
    }

    /// The mail: no copy to the office, nothing of the file.
    func mail(_ passcode: Passcode) throws -> Mail {
        let letterhead = letterhead()
        let sender = try MailAddress(letterhead.sender, name: letterhead.senderName)
        let parts = passcode.languages.map { language in
            NoticePart(
                language: language, subject: letter.subject(language),
                text: letter.text(of: passcode.id, language, contact: letterhead.contact))
        }
        let host = letterhead.sender.split(separator: "@").last.map(String.init) ?? "localhost"
        let message = try Message(
            id: MessageID("<\(letter.name).\(passcode.id.uuidString.lowercased())@\(host)>"),
            date: MailDate(secondsSince1970: passcode.createdAt.millisecondsSinceEpoch / 1_000), from: sender,
            to: [MailAddress(passcode.address, name: passcode.name)], cc: [],
            replyTo: MailAddress(letterhead.contact),
            subject: parts.map(\.subject).joined(separator: " / "),
            languages: passcode.languages.map(\.rawValue),
            text: parts.map(\.text).joined(separator: "\n--\n\n"),
            html: NoticeHTML.page(parts, link: letter.link(of: passcode.id)), extra: [.autoResponseSuppress])
        return try Mail(message, sender: sender, recipients: [MailAddress(passcode.address)])
    }
}
