extension Deliberation {
    /// The notice that tells somebody of an open step which has become theirs.
    private static let handover = "N30H"

    /// Notes who is to be told of an open step that has become theirs since `since`; the machine's own.
    ///
    /// Nothing is recorded where nobody is, and under a definition that has no such notice.
    mutating func tellHolders(since: Instant) throws(Refusal) {
        guard case .system(let cause) = command.actor else {
            throw .rule("not_authorized", fr: "Cet événement n’est pas un acte.", en: "This event is no act.")
        }
        guard let notice = workflow.notices[Self.handover] else { return }
        var delivery = Delivery(.holdersChanged, to: "life", authority: .system(cause))
        delivery.requestID = command.requestID
        delivery.input = ["since": .string(since.description)]
        var draft = Draft(delivery, seq: agreement.seq + 1, from: agreement.state)
        for handover in roster.handovers(since: since, at: now) {
            let (task, isFirst) = (handover.task, draft.notices.isEmpty)
            draft.notices.append(
                OwedNotice(
                    notice: notice.id, recipient: handover.person, process: task.process, state: task.state,
                    entrySeq: agreement.processes[task.process]?.entries[task.state]?.seq ?? draft.seq,
                    // It reminds of the step: it is withdrawn when that ends first.
                    occurrence: "holder@\(today)", due: task.due, copied: isFirst && notice.copy))
        }
        guard !draft.notices.isEmpty else { return }
        try seal(draft)
    }
}
