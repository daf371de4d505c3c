/// A value that the text of a notice may name between braces: `{{reference}}`, `{{term.start}}`.
///
/// The one table of them: the proof gate reads when each has a value, the writer of notices gives it.
package enum NoticePlaceholder: String, Sendable, Hashable, CaseIterable {
    // The agreement
    case reference, acronym, instrument, registerNumber, parties, partner, partnerPlace
    case termStart = "term.start"
    case termEnd = "term.end"
    case newTermStart = "newTerm.start"
    case version, versionDate, signedBy
    case callYear = "call.year"
    case callClosesAt = "call.closesAt"
    // The process and the step
    case party, process, amendment, task, due, dueDay, year, nextYear
    // The event and who reads of it
    case date, act, actor, reason, recipient, contact, link

    /// What must be the case for it to have a value; nil where it always has one.
    package var situation: NoticeSituation? {
        switch self {
        case .reference, .instrument, .parties, .signedBy, .date, .recipient, .contact, .link: nil
        case .acronym: .acronym
        case .registerNumber: .registered
        case .partner, .partnerPlace: .foreignParty
        case .termStart: .term
        case .termEnd: .termEnd
        case .newTermStart: .newTerm
        case .version, .versionDate: .text
        case .callYear, .callClosesAt: .call
        case .party: .party
        case .process: .ownText
        case .amendment: .amendment
        case .task: .task
        case .due, .dueDay, .year, .nextYear: .due
        case .act: .act
        case .actor: .person
        case .reason: .reason
        }
    }
}
