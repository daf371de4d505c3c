import Agreements
import Crypto
import Engine
import Mail

/// The mail of a stored notice; its bytes are the same at each retry.
struct NoticeMail {
    let notice: StoredNotice
    let letterhead: Letterhead
    let key: SymmetricKey

    init(_ notice: StoredNotice, letterhead: Letterhead, key: SymmetricKey) {
        self.notice = notice
        self.letterhead = letterhead
        self.key = key
    }

    var mail: Mail {
        get throws {
            let sender = try MailAddress(letterhead.sender, name: letterhead.senderName)
            let agreement = notice.agreement.map { Message.ExtraHeader.agreement($0.description) }
            let message = try Message(
                id: MessageID(notice.messageID),
                date: MailDate(secondsSince1970: notice.createdAt.millisecondsSinceEpoch / 1_000),
                from: sender,
                to: [MailAddress(notice.to.email, name: notice.to.name)],
                cc: [notice.copy].compactMap(\.self).map { try MailAddress($0) },
                replyTo: MailAddress(letterhead.contact), subject: notice.subject,
                languages: notice.language.split(separator: ", ").map(String.init), text: linked(notice.text),
                html: linked(notice.html),
                extra: [.autoResponseSuppress, agreement, .notice(notice.notice)].compactMap(\.self))
            return try Mail(message, sender: sender, recipients: notice.owed.map { try MailAddress($0) })
        }
    }

    private func linked(_ text: String) -> String {
        text.replacing(
            NoticeLink.placeholder,
            with: NoticeLink.url(base: letterhead.baseURL, notice: notice.id, key: key))
    }
}

extension StoredNotice {
    /// The addresses that have neither accepted nor refused it for good.
    var owed: [String] {
        [to.email, copy].compactMap(\.self).filter { address in
            !verdicts.contains { $0.address == address && $0.outcome.isFinal }
        }
    }
}

extension NoticeVerdict.Outcome {
    /// Whether nothing more is to be tried for that address.
    var isFinal: Bool {
        switch self {
        case .accepted, .permanent: true
        case .transient, .unknown, .withheld: false
        }
    }
}
