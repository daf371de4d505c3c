extension Deliberation {
    /// Leaves out the timer that cannot be served: it is cancelled, its state stays, and the reason is kept.
    ///
    /// Only the timer that blocks the agreement now can be left out, by somebody with a role of the parameter
    /// `unstickers` (`INT` and `ADM` unless it is set).
    mutating func skip(_ id: ArmedTimer.ID, because reason: String) throws(Refusal) {
        let principal = try principal()
        let roles = workflow.roles("unstickers", default: ["INT", "ADM"]).map { RoleReference($0) }
        guard let right = right(of: principal, to: roles, in: nil) else {
            throw .notAuthorized("skip_timer", roles: roles)
        }
        guard !reason.isBlank else {
            throw .badInput("reason", LocalizedText(fr: "un motif", en: "a reason"))
        }
        if let problem = reason.problemAsFreeText { throw .badInput("reason", problem) }
        guard let blocked, let timer = nextDue(), timer.id == id else { throw .timerNotStuck }
        var delivery = Delivery(.timerSkipped, to: timer.process, authority: authority(principal, right))
        delivery.requestID = command.requestID
        delivery.recordedInput = [
            "timer": .string(timer.name), "state": .string(timer.state), "cause": .string(blocked.code),
            "due": .string(timer.due.description), "reason": reference(to: .string(reason)),
        ]
        var draft = Draft(
            delivery, seq: agreement.seq + 1, from: agreement.processes[timer.process]?.state ?? [])
        record(.timerClosed(timer: id, fired: false), in: &draft)
        for person in principal.doers { record(.did(act: "skip_timer", person: person), in: &draft) }
        try seal(draft)
    }

    /// The decision with the timers that can be served now; one that cannot waits, and the skip stands.
    func afterSkipping() -> Decision {
        var next = self
        do { try next.serveTimers() } catch { next.blocked = error }
        return next.decision()
    }
}

extension Refusal {
    fileprivate static let timerNotStuck = Refusal.rule(
        "timer_not_stuck",
        fr:
            "Cette échéance ne bloque pas le dossier : seule celle qui ne peut pas être servie se laisse passer.",
        en: "This timer does not block the file: only one that cannot be served can be skipped.")
}
