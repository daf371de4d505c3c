package import FoundationEssentials

/// What the pages ask of the rest of the house about the running system.
///
/// The closures are called from any task, several at a time. Each must bound its own time: a request waits
/// for its answer.
package struct WebStatus: Sendable {
    /// The state of each thing that serving depends on.
    ///
    /// Never throws: a failure is a failed check.
    package var readiness: @Sendable () async -> Readiness
    /// The figures of the start page.
    /// - Throws: ``WebUnavailable`` when they cannot be had now (answered 503); any other error is answered
    ///   500 and logged by its type only.
    package var overview: @Sendable () async throws -> Overview
    /// What the link of a notice, with its token, leads to; it changes nothing.
    /// - Throws: as ``overview`` does.
    package var notice: @Sendable (_ id: UUID, _ token: String) async throws -> NoticeView.Answer
    /// How far a demonstration is that is still played: until it is done no page is shown.
    package var demonstration: @Sendable () -> PlayedSteps?

    /// - Parameter demonstration: without it pages are shown at once.
    package init(
        readiness: @escaping @Sendable () async -> Readiness,
        overview: @escaping @Sendable () async throws -> Overview,
        notice: @escaping @Sendable (UUID, String) async throws -> NoticeView.Answer,
        demonstration: @escaping @Sendable () -> PlayedSteps? = { nil }
    ) {
        self.readiness = readiness
        self.overview = overview
        self.notice = notice
        self.demonstration = demonstration
    }

    /// A port that answers nothing: every check fails and the rest throws ``NotProvided``.
    package static let unimplemented = WebStatus(
        readiness: { Readiness(checks: Readiness.Name.allCases.map { .init($0, .failed, "not provided") }) },
        overview: { throw NotProvided() }, notice: { _, _ in throw NotProvided() })

    /// A closure of the port was called that nobody provided.
    package struct NotProvided: Error {}
}
