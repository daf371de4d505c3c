import Agreements
import App
import ArgumentParser
import Engine
import Foundation
import Storage

extension NoticeCommand {
    /// The command `entente notice show`.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "One notice or digest: headers, text and what the server said; links stay placeholders."
        )

        @Argument(help: "The id of the notice.")
        var id: String

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let notice = try await desk.notice(id)
                console.show(json(notice), else: text(notice, desk))
            }
        }

        private func json(_ notice: StoredNotice) -> JSON {
            [
                "id": .string(notice.id.uuidString.lowercased()), "notice": .string(notice.notice),
                "agreement": .optional(notice.agreement?.description),
                "message_id": .string(notice.messageID),
                "to": .string(notice.to.email), "to_name": .string(notice.to.name),
                "copy": .optional(notice.copy),
                "subject": .string(notice.subject), "text": .string(notice.text),
                "html": .string(notice.html),
                "language": .string(notice.language), "created_at": .string(notice.createdAt.description),
                "withdrawn": .bool(notice.withdrawn),
                "verdicts": .list(notice.verdicts) {
                    [
                        "address": .string($0.address), "outcome": .string($0.outcome.rawValue),
                        "reply": .string($0.reply),
                    ]
                },
            ]
        }

        /// Of what was kept long enough neither address nor text is left.
        private func to(_ notice: StoredNotice) -> String {
            notice.to.email.isEmpty
                ? say("To: éliminé, avec le texte", "To: eliminated, with the text")
                : "To: \(notice.to.name) <\(notice.to.email)>"
        }

        private func text(_ notice: StoredNotice, _ desk: CommandDesk) -> String {
            let contact = desk.installation.institution.contact
            let head = [
                "From: \(desk.installation.settings.institution.senderAddress)",
                to(notice), notice.copy.map { "Cc: \($0)" },
                "Reply-To: \(contact)",
                "Subject: \(notice.subject)", "Date: \(desk.times.text(notice.createdAt))",
                "Message-ID: \(notice.messageID)", "Content-Language: \(notice.language)",
            ]
            let verdicts = notice.verdicts.map { "\($0.address): \($0.outcome.rawValue) \($0.reply)" }
            let fate = notice.withdrawn ? [say("retiré avant l’envoi", "withdrawn before sending")] : verdicts
            let end = fate.isEmpty ? [say("pas encore remis", "not delivered yet")] : fate
            return (head.compactMap(\.self) + ["", notice.text, "--"] + end).joined(separator: "\n")
        }
    }
}
