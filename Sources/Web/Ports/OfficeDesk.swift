package import Agreements
package import Engine
package import FoundationEssentials

/// What the pages of the portfolio and of the office ask; every answer holds only what the visitor may see.
///
/// Each call throws ``WebUnavailable`` while the database cannot be reached.
package protocol OfficeDesk: Sendable {
    /// What a list can be narrowed and ordered by.
    func filters(of list: OfficeList, _ visitor: Visitor) async throws -> [ListFilter]
    /// A part of a list, with the count of the whole.
    func table(_ list: OfficeList, _ query: ListQuery, _ visitor: Visitor) async throws -> ListTable
    /// The agreements in force, counted, and when they end.
    func portfolio(_ visitor: Visitor) async throws -> PortfolioView
    /// What waits, on whom, how long; and what failed.
    func office(_ visitor: Visitor) async throws -> OfficeView
    /// A notice as it was written; nil where there is none that the visitor may see.
    func notice(_ id: UUID, _ visitor: Visitor) async throws -> NoticeSheet?
    /// Gives a dead job another life.
    /// - Throws: ``Refusal`` where it is not dead; a second call finds it so.
    func redrive(job: Int, _ visitor: Visitor) async throws
}

/// The lists that there are.
package enum OfficeList: String, Sendable, Hashable, CaseIterable {
    case files, waits, steps, notices, jobs, people, grants, measures, calls

    /// Whether it is the office's.
    package var isOffice: Bool { self != .files }

    /// Where it is.
    package var path: String { isOffice ? "/ops/\(rawValue)" : "/\(rawValue)" }
}
