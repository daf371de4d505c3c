package import Agreements

/// The figures of the start page, as of one legal instant.
///
/// Counts only: no person, no title of an agreement. Those who may see how the office stands read them.
package struct Overview: Sendable, Equatable {
    /// The institution that this database serves.
    package var institution: LocalizedText
    /// The release that runs.
    package var version: String
    package var legalTime: LegalTime
    /// How many agreements there are, by instrument and legal status; shown in this order of instruments.
    package var agreements: [AgreementCount] = []
    /// Open tasks by role; shown in this order.
    package var tasks: [TaskCount] = []
    package var notices = NoticeCounts()
    package var jobs = JobCounts()
    /// The next due instants, soonest first.
    ///
    /// The page shows at most ``dueMax``.
    package var due: [DueInstant] = []
    /// Command lines worth knowing, with what each does.
    package var commands: [CommandHint] = []

    package init(institution: LocalizedText, version: String, legalTime: LegalTime) {
        self.institution = institution
        self.version = version
        self.legalTime = legalTime
    }

    /// How many due instants the page shows.
    package static let dueMax = 10
}
