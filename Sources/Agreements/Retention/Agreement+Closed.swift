extension Agreement {
    /// When its life came to rest with nothing that binds any more; nil for a file that is not closed.
    ///
    /// A life rests at a final state, or in a state that the parameter `closedIn` names.
    package func closedAt(_ workflow: Workflow) -> Instant? {
        guard let life = processes["life"] else { return nil }
        switch legalStatus {
        case .none, .ended: break
        case .inForce, .suspended, .expiredPending: return nil
        }
        if life.status == .ended { return life.entries.values.map(\.at).max() }
        let resting = workflow.roles("closedIn", default: [])
        return resting.compactMap { life.entries[$0]?.at }.min()
    }

    /// Whether a legal hold lies on it: the variable `hold`, or without one an act `hold` that no
    /// `release_hold` followed.
    package var isHeld: Bool {
        if let hold = variables["hold"] { return hold.flag ?? true }
        return doers["hold", default: []].count > doers["release_hold", default: []].count
    }

    /// Whether it was ever an agreement in law.
    package var wasSigned: Bool { registerNumber != nil || legal.contains { $0.status == .inForce } }
}
