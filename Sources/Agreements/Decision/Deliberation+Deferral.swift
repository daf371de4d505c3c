/// What another agreement tells before the state is entered that hears it.
extension Deliberation {
    /// Keeps an event that nobody expects, until the agreement is in force, where its definition hears it later.
    mutating func postpone(_ event: String, cause: String) throws(Refusal) {
        guard let life = agreement.processes["life"], life.status == .active, agreement.legalStatus == .none,
            !(agreement.deferred ?? []).contains(event), !activePaths.contains(where: { expects(event, $0) }),
            let definition = workflow.processes[life.definition],
            definition.transitions.values.contains(where: { $0.event == event })
        else { return }
        let delivery = Delivery(named: event, to: life.path, authority: .system(cause))
        var draft = Draft(delivery, seq: agreement.seq + 1, from: life.state)
        record(.deferred(event: event), in: &draft)
        try seal(draft)
    }

    /// Gives what was kept to the processes that expect it now; false where none does.
    mutating func hearDeferred() throws(Refusal) -> Bool {
        for event in agreement.deferred ?? [] {
            var isHeard = false
            for path in activePaths where expects(event, path) {
                var delivery = Delivery(named: event, to: path, authority: .system("framework"))
                delivery.changes = isHeard ? [] : [.heard(event: event)]
                if try deliver(delivery) { isHeard = true }
            }
            if isHeard { return true }
        }
        return false
    }
}
