package import Agreements
import Postgres

/// Which notices are shown; nil leaves a criterion out.
package struct NoticeFilter: Sendable, Hashable {
    package var part: Part?
    /// Words of the file, as ``PortfolioFilter/text`` finds them.
    package var file: String?
    /// A part of the recipient's address or name, in either case.
    package var recipient: String?
    /// The first instant at which it may have been written, and the first that is too late.
    package var from: Instant?
    package var before: Instant?

    package init(_ part: Part? = nil) { self.part = part }

    /// Which of the notices.
    package enum Part: Sendable, Hashable {
        /// Those that were refused or given up, and to which nobody has seen yet.
        case refused
        /// All others.
        case others
        /// Those in one status.
        case status(String)

        fileprivate var condition: SQL {
            switch self {
            case .refused: "n.status IN ('bounced', 'failed') AND n.acknowledged_at IS NULL"
            case .others: "NOT (n.status IN ('bounced', 'failed') AND n.acknowledged_at IS NULL)"
            case .status(let status): "n.status = \(status)"
            }
        }
    }

    /// The same of another part.
    package func of(_ part: Part) -> NoticeFilter {
        var copy = self
        copy.part = part
        return copy
    }

    /// What a row of the table `n` must be.
    var conditions: SQL {
        var conditions: [SQL] = ["true"]
        if let part { conditions.append(part.condition) }
        if let from { conditions.append("n.created_at >= \(from)") }
        if let before { conditions.append("n.created_at < \(before)") }
        if let recipient {
            conditions.append("n.id IN (SELECT entente.notices_to(\(Catalogue.pattern(recipient))))")
        }
        for word in PortfolioFilter.words(of: file ?? "") {
            conditions.append("n.agreement IN (SELECT entente.files_with(\(word)))")
        }
        return .joined(conditions, separator: " AND ")
    }
}

/// Which jobs are shown; nil leaves a criterion out.
package struct JobFilter: Sendable, Hashable {
    package var state: String?
    package var kind: String?
    /// Words of the file, as ``PortfolioFilter/text`` finds them.
    package var file: String?
    /// The first instant at which it may have been written, and the first that is too late.
    package var from: Instant?
    package var before: Instant?

    /// - Parameter kind: as the job's worker names it.
    package init(state: String? = nil, kind: String? = nil) {
        (self.state, self.kind) = (state, kind)
    }

    /// What a row of the table `j` must be.
    var conditions: SQL {
        var conditions: [SQL] = ["true"]
        if let state { conditions.append("j.state = \(state)") }
        if let kind { conditions.append("j.kind = \(kind)") }
        if let from { conditions.append("j.created_at >= \(from)") }
        if let before { conditions.append("j.created_at < \(before)") }
        for word in PortfolioFilter.words(of: file ?? "") {
            conditions.append("j.agreement IN (SELECT entente.files_with(\(word)))")
        }
        return .joined(conditions, separator: " AND ")
    }
}
