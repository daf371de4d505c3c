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
    /// Notes that somebody saw to a notice which did not arrive, and how.
    /// - Throws: ``FormProblem`` for a reason that cannot be kept; ``Refusal`` where there is no such notice, or it waits
    ///   for nobody, as a second call finds.
    func note(_ note: NoticeSheet.Note, notice: UUID, because reason: String, _ visitor: Visitor) async throws
    /// A timer that cannot be served; nil where there is none that the visitor may see.
    func stuckTimer(_ id: String, _ visitor: Visitor) async throws -> StuckTimer?
    /// Leaves out the timer that blocks a file; the same request id does it once.
    /// - Throws: ``FormProblem`` for a reason that cannot be kept; ``Refusal`` where it blocks nothing, as a second call
    ///   finds, or the visitor may not.
    func skip(timer: String, because reason: String, requestID: String, _ visitor: Visitor) async throws
    /// Moves the clock of a simulated database to a time as a form sends it, and serves what falls due on the way.
    ///
    /// To where it stands already it moves again, which changes nothing.
    /// - Throws: ``FormProblem`` for a time that cannot be read, is past or too far, and where the clock is real.
    func advance(to time: String, _ visitor: Visitor) async throws
    /// Brings the reference lists up to the server's files.
    /// - Throws: ``Refusal`` where they cannot be read; nothing is changed then.
    func loadReference(_ visitor: Visitor) async throws
    /// What the rules will bring about by the end of a day, a year from now where none is named.
    /// - Throws: ``FormProblem`` for a day that cannot be read, is past or too far.
    func forecast(until day: String?, _ visitor: Visitor) async throws -> ForecastView
    /// The same as a calendar (RFC 5545), as far as a filter lets it through.
    func calendar(
        until day: String?, _ filter: ForecastFilter, in language: Language, _ visitor: Visitor
    ) async throws -> String
}

/// The lists that there are.
package enum OfficeList: String, Sendable, Hashable, CaseIterable {
    case files, waits, steps, notices, jobs, people, organisations, grants, delegations, absences,
        successions,
        measures, calls, subscriptions, reference

    /// Whether it is the office's.
    package var isOffice: Bool { self != .files }

    /// Where it is.
    package var path: String { isOffice ? "/ops/\(rawValue)" : "/\(rawValue)" }
}
