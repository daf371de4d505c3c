extension Agreement {
    /// The day on which its file was closed, from which periods of retention count; nil for one that is not.
    ///
    /// A life rests at a final state, or in a state that the parameter `closedIn` names, with nothing that binds any
    /// more. The chart says since when by the variable `closedOn`; without it the life's entry there counts.
    package func closedOn(_ workflow: Workflow, zone: Zone) -> Day? {
        guard let instant = restsSince(workflow) else { return nil }
        return variables["closedOn"]?.text.flatMap { try? Day(parsing: $0) } ?? zone.day(of: instant)
    }

    private func restsSince(_ workflow: Workflow) -> Instant? {
        guard let life = processes["life"] else { return nil }
        switch legalStatus {
        case .none, .ended: break
        case .inForce, .suspended, .expiredPending: return nil
        }
        if life.status == .ended { return life.entries.values.map(\.at).max() }
        let resting = workflow.roles("closedIn", default: [])
        return resting.compactMap { life.entries[$0]?.at }.min()
    }

    /// Whether its life is at a state that the parameter `eliminatedIn` names: the act that led there is a visa for
    /// the elimination of all that the file holds.
    package func isGivenUp(_ workflow: Workflow) -> Bool {
        !Set(workflow.roles("eliminatedIn", default: [])).isDisjoint(with: state)
    }

    /// The act that puts a file under a legal hold, and the one that releases it.
    static let holds = [MachineEvent.held.rawValue, MachineEvent.released.rawValue]

    /// Whether an act would make a hold what it is already.
    package static func repeatsHold(_ act: String, isHeld: Bool) -> Bool { act == holds[isHeld ? 0 : 1] }

    /// Whether a legal hold lies on it: the variable `hold`, or without one an act `hold` that no
    /// `release_hold` followed.
    package var isHeld: Bool {
        if let hold = variables["hold"] { return hold.flag ?? true }
        return doers["hold", default: []].count > doers["release_hold", default: []].count
    }

    /// Whether its main life goes on.
    package var isLive: Bool { processes["life"]?.status == .active }

    /// Whether it was ever an agreement in law.
    package var wasSigned: Bool { registerNumber != nil || legal.contains { $0.status == .inForce } }
}
