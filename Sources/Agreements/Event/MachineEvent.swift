/// An event that any file may hold, whatever its definition, by the name that it bears for ever.
///
/// Acts, timers, outcomes of child processes and what a cited agreement tells bear names that definitions give.
package enum MachineEvent: String, Sendable, Hashable, CaseIterable {
    case proposed = "propose"
    case edited = "edit"
    case documentAdded = "document_added"
    case started = "start"
    /// A condition that a state waited for came true.
    case condition = "always"
    case replanned
    case resumed
    case signaturesVoided = "signatures_voided"
    case timerSkipped = "timer_skipped"
    case holdersChanged = "holders_changed"
    case held = "hold"
    case released = "release_hold"
    case eliminationApproved = "elimination_approved"
    case valuesEliminated = "values_eliminated"
    case migrated

    // What processes may hear.
    case callOpened = "call.opened"
    case callExtended = "call.extended"
    case dossierChanged = "dossier.changed"
    case textChanged = "text.changed"
    case pieceAdded = "document.added"
    case measureChanged = "measure.changed"
    case delegationChanged = "delegation.changed"
    case partiesChanged = "parties.changed"

    /// Those that processes hear without a definition that sends them.
    package static let heard: [MachineEvent] = [
        .started, .callOpened, .callExtended, .dossierChanged, .textChanged, .pieceAdded, .measureChanged,
        .delegationChanged, .partiesChanged,
    ]
}
