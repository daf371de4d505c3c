import Agreements
package import Engine
package import FoundationEssentials
package import Jobs
package import Mail

/// Mails one-time codes: the digits are made at sending, so that they lie nowhere, and each retry has the same bytes.
package struct PasscodeWorker: Sendable {
    private let mailbox: Mailbox
    private let settings: NoticeSettings
    private let load: @Sendable (UUID) async throws -> Passcode?
    private let digits: @Sendable (UUID) -> String

    package init(
        mailbox: Mailbox, settings: NoticeSettings,
        load: @escaping @Sendable (UUID) async throws -> Passcode?,
        digits: @escaping @Sendable (UUID) -> String
    ) {
        self.mailbox = mailbox
        self.settings = settings
        self.load = load
        self.digits = digits
    }

    /// The kind of job that a code is mailed by.
    package static let kind: Job.Kind = "passcode"

    /// The worker of such jobs; what is over is not sent any more.
    package var worker: Worker {
        Worker(timeLimit: .seconds(120)) { job, lease in try await deliver(job) { lease.isHeld } }
    }

    private func deliver(_ job: Job, proceed: @escaping @Sendable () -> Bool) async throws -> Outcome {
        guard let id = UUID(uuidString: job.key), let passcode = try await load(id) else {
            return .abandon(because: "the job names no code")
        }
        guard passcode.isOpen else { return .done }
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

    /// The mail: no copy to the office, no link, nothing of the file.
    func mail(_ passcode: Passcode) throws -> Mail {
        let sender = try MailAddress(settings.sender, name: settings.senderName)
        let parts = passcode.languages.map { language in
            NoticePart(
                language: language, subject: Self.subject(language),
                text: Self.text(digits(passcode.id), language, contact: settings.contact))
        }
        let host = settings.sender.split(separator: "@").last.map(String.init) ?? "localhost"
        let message = try Message(
            id: MessageID("<passcode.\(passcode.id.uuidString.lowercased())@\(host)>"),
            date: MailDate(secondsSince1970: passcode.createdAt.millisecondsSinceEpoch / 1_000), from: sender,
            to: [MailAddress(passcode.address, name: passcode.name)], cc: [],
            replyTo: MailAddress(settings.contact),
            subject: parts.map(\.subject).joined(separator: " / "),
            languages: passcode.languages.map(\.rawValue),
            text: parts.map(\.text).joined(separator: "\n--\n\n"),
            html: NoticeHTML.page(parts, link: NoticeLink.placeholder), extra: [.autoResponseSuppress])
        return try Mail(message, sender: sender, recipients: [MailAddress(passcode.address)])
    }

    private static func subject(_ language: Language) -> String {
        switch language {
        case .french: "[Entente] Votre code"
        case .english: "[Entente] Your code"
        }
    }

    private static func text(_ digits: String, _ language: Language, contact: String) -> String {
        let code = "\(digits.prefix(4)) \(digits.suffix(4))"
        switch language {
        case .french:
            return "Votre code pour ouvrir le dossier : \(code)\n\nIl vaut un quart d’heure, une seule fois. "
                + "Si vous ne l’avez pas demandé, ne faites rien. Question : \(contact)\n"
        case .english:
            return "Your code to open the file: \(code)\n\nIt is good for a quarter of an hour, once. "
                + "If you did not ask for it, do nothing. Questions: \(contact)\n"
        }
    }
}
