import Agreements
package import Engine
package import FoundationEssentials
import Jobs
import Notices
import Storage
package import Web

extension WebDesk {
    // MARK: Notices

    static func noticeFilters(_ visitor: Visitor) -> [ListFilter] {
        [ListFilter("status", noticeStatuses.map { FormChoice($0.0, $0.1) })] + fileFilter(visitor)
            + [ListFilter("recipient", nil), .day("from"), .day("until")]
    }

    /// Whoever may not know what mails are about does not find it out by asking for each file.
    private static func fileFilter(_ visitor: Visitor) -> [ListFilter] {
        mayReadMails(visitor) ? [ListFilter("file", nil)] : []
    }

    /// Those that failed stand first, unless one status is asked for.
    func notices(_ query: ListQuery, _ visitor: Visitor) async throws -> ListTable {
        let (catalogue, filter) = (catalogue(visitor), noticeFilter(query, visitor))
        var (rows, count): ([NoticeRow], Int)
        if filter.part != nil {
            rows = try await catalogue.notices(filter, offset: query.offset, limit: query.limit)
            count = try await catalogue.count(of: filter)
        } else {
            let refused = try await catalogue.count(of: filter.of(.refused))
            count = refused + (try await catalogue.count(of: filter.of(.others)))
            rows =
                query.offset < refused
                ? try await catalogue.notices(
                    filter.of(.refused), offset: query.offset, limit: query.limit) : []
            if rows.count < query.limit {
                rows += try await catalogue.notices(
                    filter.of(.others), offset: max(0, query.offset - refused),
                    limit: query.limit - rows.count)
            }
        }
        let words = try await noticeWords()
        return Self.table(
            [.notice, .subject, .recipient, .written, .status, .attempts, .cause],
            rows.map { Self.line($0, isReadable: Self.mayReadMails(visitor), words) },
            counted: count)
    }

    private func noticeFilter(_ query: ListQuery, _ visitor: Visitor) -> NoticeFilter {
        var filter = NoticeFilter(query["status"].map(NoticeFilter.Part.status))
        filter.file = Self.mayReadMails(visitor) ? query["file"] : nil
        filter.recipient = query["recipient"]
        (filter.from, filter.before) = written(query)
        return filter
    }

    /// The first instant of the first day that is asked for, and the first one after the last day.
    private func written(_ query: ListQuery) -> (from: Instant?, before: Instant?) {
        (
            query.day("from").map { zone.startOfDay($0) },
            query.day("until").map { zone.endOfDay($0) }
        )
    }

    /// Whether lists may say to the visitor what mails are about, as far as that does not depend on the file.
    static func mayReadMails(_ visitor: Visitor) -> Bool {
        mayReadMail(holding: visitor.roles.intersection(SightMatrix.everywhere))
    }

    /// Whether these roles on a file show what the mails about it say.
    private static func mayReadMail(holding roles: Set<String>) -> Bool {
        !SightMatrix.matters(for: roles).isDisjoint(with: [.dossier, .texts])
    }

    /// Of what is counted up to ``Catalogue/countMax``.
    private static func table(
        _ columns: [ListColumn], _ rows: [[ListCell]], counted count: Int
    ) -> ListTable {
        ListTable(columns, rows, count: min(count, Catalogue.countMax), isMore: count > Catalogue.countMax)
    }

    private static func line(_ row: NoticeRow, isReadable: Bool, _ words: NoticeWords) -> [ListCell] {
        let status = Self.words(ofNotice: row.status)
        return [
            .link(row.notice, to: "\(OfficeList.notices.path)/\(row.id.uuidString.lowercased())"),
            .text(isReadable ? row.subject : nil),
            row.address.isEmpty ? .words(eliminated) : .text(row.address), .moment(row.createdAt),
            isRefused(row) ? .tag(status, code: "alert") : .words(status),
            row.attempts.map(ListCell.number) ?? .none,
            row.lastError.map { ListCell.words(words.cause($0)) } ?? .none,
        ]
    }

    /// In place of the address of a mail that was kept long enough.
    private static let eliminated = LocalizedText(fr: "éliminé", en: "eliminated")

    private static func isRefused(_ row: NoticeRow) -> Bool {
        ["bounced", "failed"].contains(row.status) && row.acknowledgedAt == nil
    }

    /// Of what was eliminated there is nothing left to note.
    private static func note(of row: NoticeRow) -> NoticeSheet.Note? {
        guard !row.address.isEmpty else { return nil }
        if isRefused(row) || (row.acknowledgedAt == nil && row.jobState == "dead") { return .acknowledge }
        return ["accepted", "sent"].contains(row.status) ? .bounce : nil
    }

    static func words(ofNotice status: String) -> LocalizedText {
        noticeStatuses.first { $0.0 == status }?.1 ?? LocalizedText(fr: status, en: status)
    }

    private static let noticeStatuses: [(String, LocalizedText)] = [
        ("bounced", .init(fr: "Refusé", en: "Bounced")), ("failed", .init(fr: "Abandonné", en: "Given up")),
        ("owed", .init(fr: "Dû", en: "Owed")), ("sent", .init(fr: "Envoyé", en: "Sent")),
        ("accepted", .init(fr: "Accepté", en: "Accepted")),
        ("withdrawn", .init(fr: "Retiré", en: "Withdrawn")),
    ]

    /// A notice as it was written; nil where there is none that the visitor may see.
    package func notice(_ id: UUID, _ visitor: Visitor) async throws -> NoticeSheet? {
        try await answering {
            guard let row = try await catalogue(visitor).noticeSheet(id) else { return nil }
            let (notice, roles) = (
                row.notice, try await catalogue(visitor).roles(of: visitor.person, on: row.notice.agreement)
            )
            let mayRead = Self.mayReadMail(holding: roles)
            var sheet = NoticeSheet(
                notice: notice.notice, recipient: row.name,
                address: notice.address, copy: notice.copy, language: row.language,
                subject: mayRead ? notice.subject : "",
                text: mayRead ? Self.withoutLink(row.text, in: row.language) : "", written: notice.createdAt,
                status: Self.words(ofNotice: notice.status),
                messageID: notice.messageID)
            if mayRead {
                sheet.file = .init(
                    name: Self.file(row.reference),
                    path: Self.path(row.reference ?? notice.agreement.description))
            }
            let words = try await noticeWords()
            sheet.verdicts = notice.verdicts.map {
                .init(
                    address: $0.address, outcome: Self.words(of: $0.outcome), reply: words.cause($0.reply))
            }
            if let job = row.job, notice.jobState == "dead" { sheet.redrive = Self.redrivePath(job) }
            sheet.note = Self.note(of: notice)
            sheet.acknowledged = row.acknowledgedBecause
            return sheet
        }
    }

    /// The link is its recipient's alone: a sentence stands where the mail has it.
    static func withoutLink(_ text: String, in language: String) -> String {
        text.replacing(
            NoticeLink.placeholder,
            with: language == Language.french.rawValue
                ? "[ici, un lien réservé au destinataire]" : "[here, a link for the recipient only]")
    }

    private static func words(of outcome: NoticeVerdict.Outcome) -> LocalizedText {
        switch outcome {
        case .accepted: LocalizedText(fr: "Accepté", en: "Accepted")
        case .transient: LocalizedText(fr: "Remis à plus tard", en: "Put off")
        case .permanent: LocalizedText(fr: "Refusé", en: "Refused")
        case .unknown: LocalizedText(fr: "Inconnu", en: "Unknown")
        case .withheld: LocalizedText(fr: "Retenu", en: "Withheld")
        }
    }

    // MARK: Jobs

    static func jobFilters(_ visitor: Visitor) -> [ListFilter] {
        [
            ListFilter("status", jobStates.map { FormChoice($0.0, $0.1) }),
            ListFilter("kind", jobKinds.map { FormChoice($0, LocalizedText(fr: $0, en: $0)) }),
        ] + fileFilter(visitor) + [ListFilter.day("from"), ListFilter.day("until")]
    }

    /// As the lines of the list call them.
    private static let jobKinds = [
        NoticeWorker.kind.text, DigestWorker.kind.text, DigestStore.mailKind, CallNewsWorker.kind.text,
        CallMailStore.mailKind, TellWorker.kind.text,
    ]

    private static let jobStates: [(String, LocalizedText)] = [
        ("dead", .init(fr: "Abandonné", en: "Dead")), ("ready", .init(fr: "Prêt", en: "Ready")),
        ("running", .init(fr: "En cours", en: "Running")), ("done", .init(fr: "Fait", en: "Done")),
        ("cancelled", .init(fr: "Annulé", en: "Cancelled")),
    ]

    func jobs(_ query: ListQuery, _ visitor: Visitor) async throws -> ListTable {
        var filter = JobFilter(state: query["status"], kind: query["kind"])
        filter.file = Self.mayReadMails(visitor) ? query["file"] : nil
        (filter.from, filter.before) = written(query)
        let rows = try await catalogue(visitor).jobs(filter, offset: query.offset, limit: query.limit)
        let words = try await noticeWords()
        let mayRedrive = !visitor.roles.isDisjoint(with: ["INT", "ADM"])
        return Self.table(
            [.job, .status, .recipient, .attempts, .written, .done, .errors] + (mayRedrive ? [.redrive] : []),
            rows.map { Self.line($0, mayRedrive: mayRedrive, words) },
            counted: try await catalogue(visitor).count(of: filter))
    }

    private static func line(_ row: JobRow, mayRedrive: Bool, _ words: NoticeWords) -> [ListCell] {
        let state = jobStates.first { $0.0 == row.state }?.1 ?? LocalizedText(fr: row.state, en: row.state)
        let isDead = row.state == "dead"
        let last = row.errors.isEmpty ? row.lastError.map { [$0] } ?? [] : row.errors
        let cells: [ListCell] = [
            .text("\(row.kind) \(row.id)"), isDead ? .tag(state, code: "alert") : .words(state),
            .text(row.recipient), .text("\(row.attempts)/\(row.attemptsMax)"), .moment(row.createdAt),
            .moment(row.doneAt), last.isEmpty ? .none : .lines(last.map { words.cause($0) }),
        ]
        return cells + (mayRedrive ? [isDead ? .button(to: redrivePath(row.id)) : .none] : [])
    }

    private static func redrivePath(_ job: Int) -> String { "\(OfficeList.jobs.path)/\(job)/redrive" }

    /// Gives a dead job another life, if the visitor may see it.
    package func redrive(job: Int, _ visitor: Visitor) async throws {
        try await answering {
            guard try await catalogue(visitor).seesJob(job) else { throw Refusal.noSuchJob }
            try await desk(visitor).retry(job: job)
        }
    }
}

extension Refusal {
    fileprivate static var noSuchJob: Refusal {
        .desk("no_such_job", fr: "Aucun travail ne porte ce numéro.", en: "No job has this number.")
    }
}
