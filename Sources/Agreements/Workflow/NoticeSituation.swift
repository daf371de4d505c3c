/// What must be the case for a placeholder of a notice to have a value.
package enum NoticeSituation: Sendable, Hashable, CaseIterable {
    /// The dossier holds an acronym.
    case acronym
    /// The agreement has its number in the register.
    case registered
    /// The day is known on which the agreement is to begin.
    case plannedStart
    /// One party at least is foreign.
    case foreignParty
    /// A term was opened.
    case term
    /// A term was opened that has a last day.
    case termEnd
    /// A renewal is signed, and its term has not begun.
    case newTerm
    /// A text was added.
    case text
    /// The agreement belongs to a call.
    case call
    /// The process is about one party.
    case party
    /// It speaks of a text that is not the agreement's own.
    case ownText
    /// That text is an amendment, which has a number.
    case amendment
    /// The state that owes the notice asks somebody for something.
    case task
    /// The task of that state, or the reminder, has a due date.
    case due
    /// The event is an act that has a title.
    case act
    /// A person caused the event.
    case person
    /// The event is an act that gave a reason.
    case reason

    /// What else is then certainly the case.
    package var implied: Set<NoticeSituation> {
        switch self {
        case .termEnd: [.term]
        case .newTerm: [.term, .termEnd]
        case .amendment: [.ownText]
        case .act: [.person]
        case .reason: [.act, .person]
        case .acronym, .registered, .plannedStart, .foreignParty, .term, .text, .call, .party, .ownText,
            .task, .due,
            .person:
            []
        }
    }
}
