package import Agreements
package import Storage

/// A line of the list of notices: one of a file, or what a subscriber was told of a call.
package enum NoticeLine: Sendable {
    case notice(NoticeRow)
    case news(CallMailRow)

    fileprivate var createdAt: Instant {
        switch self {
        case .notice(let row): row.createdAt
        case .news(let row): row.createdAt
        }
    }
}

extension CommandDesk {
    /// What was written to whom, the newest first; of one agreement, in one status, or all.
    package func notices(
        of agreement: Agreement.ID?, status: String?, limit: Int
    ) async throws -> [NoticeLine] {
        let notices = try await catalogue.notices(of: agreement, status: status, limit: limit)
        guard agreement == nil else { return notices.map(NoticeLine.notice) }
        let news = try await installation.callMails.rows(status: status, limit: limit)
        let lines = notices.map(NoticeLine.notice) + news.map(NoticeLine.news)
        return Array(lines.sorted { $0.createdAt > $1.createdAt }.prefix(max(0, limit)))
    }
}
