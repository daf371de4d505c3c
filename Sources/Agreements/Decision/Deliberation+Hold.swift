extension Deliberation {
    /// Whether an act puts a legal hold on a file whose life is over, or releases it: no state is left that could offer it.
    func isHold(_ act: Act) -> Bool { Agreement.holds.contains(act.name) && !agreement.isLive }

    /// The act of this kind that a file whose life is over offers.
    var offeredHold: String? { agreement.isLive ? nil : Agreement.holds[agreement.isHeld ? 1 : 0] }

    /// What such an act asks for, as if a state offered it.
    private static func transition(_ act: String) -> TransitionDefinition {
        TransitionDefinition(label: "life/\(act)", event: act, reasonRequired: true)
    }

    /// What the act that is offered says to the actor.
    var possibleHold: [PossibleAct] {
        guard let name = offeredHold else { return [] }
        let titled = workflow.processes.values.lazy.flatMap(\.transitions.values).filter { $0.event == name }
        let title = titled.compactMap(\.title).first
        var trial = self
        do throws(Refusal) {
            try trial.hold(Act(name, reason: "–"))
            return [PossibleAct(name: name, process: "life", title: title, refusal: nil)]
        } catch { return [PossibleAct(name: name, process: "life", title: title, refusal: error)] }
    }

    /// Records that nothing of the file may be eliminated, or may be again.
    mutating func hold(_ act: Act) throws(Refusal) {
        let principal = try principal(recording: act.recorded)
        let roles = workflow.roles("holders", default: ["ARCH", "DAJ"]).map { RoleReference($0) }
        guard let right = right(of: principal, to: roles, in: nil) else {
            throw .notAuthorized(act.name, roles: roles)
        }
        guard act.name == offeredHold else { throw agreement.isHeld ? .alreadyHeld : .notHeld }
        var delivery = Delivery(named: act.name, to: "life", authority: authority(principal, right))
        try fill(&delivery, with: act, [Self.transition(act.name)], principal)
        var draft = Draft(delivery, seq: agreement.seq + 1, from: agreement.state)
        for change in delivery.changes { record(change, in: &draft) }
        record(.variable(name: "hold", value: .bool(act.name == Agreement.holds[0])), in: &draft)
        try seal(draft)
    }
}

extension Refusal {
    fileprivate static let alreadyHeld = Refusal.rule(
        "already_held", fr: "Un gel juridique pèse déjà sur ce dossier.",
        en: "A legal hold lies on this file already.")

    fileprivate static let notHeld = Refusal.rule(
        "not_held", fr: "Aucun gel juridique ne pèse sur ce dossier.", en: "No legal hold lies on this file.")
}
