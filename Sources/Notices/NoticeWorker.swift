import Agreements
package import Crypto
package import Engine
package import FoundationEssentials
package import Jobs
package import Mail

/// Delivers the mail of a notice: one SMTP transaction for the addresses that have not accepted it yet.
package struct NoticeWorker: Sendable {
    let book: NoticeBook
    /// Where mails go.
    package let mailbox: Mailbox
    private let letterhead: @Sendable () -> Letterhead
    let key: SymmetricKey

    /// - Parameter letterhead: asked for each mail that is tried first: it may change.
    package init(
        book: NoticeBook, mailbox: Mailbox, letterhead: @autoclosure @escaping @Sendable () -> Letterhead,
        key: SymmetricKey
    ) {
        self.book = book
        self.mailbox = mailbox
        self.letterhead = letterhead
        self.key = key
    }

    /// A worker that delivers what lies in another book, by the same mailbox and key.
    package func delivering(_ book: NoticeBook) -> NoticeWorker {
        NoticeWorker(book: book, mailbox: mailbox, letterhead: letterhead(), key: key)
    }

    /// What the token of a link is worth, by the key that makes them.
    package func verdict(on token: String, of notice: UUID) -> NoticeLink.Verdict {
        NoticeLink.verdict(on: token, of: notice, key: key)
    }

    /// The kind of job that a notice is delivered by.
    package static let kind: Job.Kind = "mail"

    /// The worker of such jobs; a mail is retried for five days and more.
    package var worker: Worker {
        Worker(timeLimit: .seconds(300), policy: .mail) { job, lease in
            try await deliver(job) { lease.isHeld }
        }
    }

    /// Sends what is still owed of the notice that the job names; nothing when it stopped being true
    /// meanwhile.
    ///
    /// - Parameter proceed: asked before the conversation and again before the message goes out.
    package func deliver(_ job: Job, proceed: @escaping @Sendable () -> Bool) async throws -> Outcome {
        guard let id = Self.notice(of: job) else { return .abandon(because: "the job names no notice") }
        guard let notice = try await book.load(id) else {
            return .abandon(because: "the notice does not exist")
        }
        guard !notice.withdrawn else {
            try await book.withdraw(id)
            return .done
        }
        guard !notice.owed.isEmpty else { return Self.outcome(of: notice, notice.verdicts) }
        let written = NoticeMail(notice, letterhead: try await letterhead(of: notice), key: key)
        let mail: Mail
        do { mail = try written.mail } catch {
            return .abandon(because: "an address of the notice cannot be written to: \(error)")
        }
        let delivery = await mailbox.deliver(mail, proceed)
        let verdicts = NoticeVerdict.merged(notice.verdicts, delivery)
        try await book.record(id, verdicts)
        return Self.outcome(of: notice, verdicts)
    }

    private func letterhead(of notice: StoredNotice) async throws -> Letterhead {
        if let kept = notice.letterhead { return kept }
        return try await book.keepLetterhead(notice.id, letterhead())
    }

    private static func notice(of job: Job) -> UUID? {
        struct Payload: Decodable { let notice: UUID }
        return try? JSONDecoder().decode(Payload.self, from: Data(job.payload.utf8)).notice
    }

    /// A refused copy never fails the notice; a copy that may still pass keeps the job alive.
    private static func outcome(of notice: StoredNotice, _ verdicts: [NoticeVerdict]) -> Outcome {
        let own = verdicts.first { $0.address == notice.to.email }
        let copy = verdicts.first { $0.address == notice.copy }
        switch own?.outcome {
        case .permanent: return .abandon(because: "refused for good: \(own?.reply ?? "")")
        case .transient, .unknown, .withheld, nil:
            return .retry(because: own?.reply ?? "no answer for the recipient")
        case .accepted:
            switch copy?.outcome {
            case .transient, .unknown, .withheld: return .retry(because: "copy: \(copy?.reply ?? "")")
            case .accepted, .permanent, nil: return .done
            }
        }
    }
}

extension NoticeVerdict {
    /// The verdicts after a delivery: the last word for each address.
    static func merged(_ before: [NoticeVerdict], _ delivery: Delivery) -> [NoticeVerdict] {
        let new = delivery.entries.map { entry in
            NoticeVerdict(
                address: entry.recipient.text, outcome: Outcome(entry.verdict),
                reply: entry.verdict.reply?.description ?? "")
        }
        return before.filter { old in !new.contains { $0.address == old.address } } + new
    }
}

extension NoticeVerdict.Outcome {
    init(_ verdict: Delivery.Verdict) {
        self =
            switch verdict {
            case .accepted: .accepted
            case .transient: .transient
            case .permanent: .permanent
            case .unknown: .unknown
            case .withheld: .withheld
            }
    }
}
