import Agreements

/// An event that no person causes comes from somewhere: a timer, a child process or the engine.
enum UnsentEvents: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) where process.tellsAll {
            let sent = sent(to: process, of: draft)
            let unknown = children(of: process).filter { draft.processes[$0.run]?.value.tellsAll != true }
                .map(
                    \.name)
            for transition in process.transitions where !transition.isAct {
                let event = transition.definition.event
                guard !["always", "done"].contains(event), !event.hasPrefix("joined."), !sent.contains(event),
                    !DomainEvents.isGiven(event),
                    !unknown.contains(where: { event.hasPrefix($0 + ".") })
                else { continue }
                let message = LocalizedText(
                    fr: "rien n’envoie \(event) : ni délai, ni processus enfant, et aucun rôle ne le fait",
                    en: "nobody sends \(event): no timer, no child process, and no role does it")
                let suggestion = Spelling.nearest(to: event, in: sent)
                log.report(.nobodySends, at: transition.place, message, suggestion: suggestion)
            }
        }
    }

    /// What this process can hear without a person.
    private static func sent(to process: ProcessDraft, of draft: WorkflowDraft) -> Set<String> {
        let timers = process.states.flatMap(\.timers).map(\.event)
        let outcomes = children(of: process).flatMap { child in
            (draft.processes[child.run]?.value.states ?? []).compactMap(\.outcome).map {
                "\(child.name).\($0)"
            }
        }
        return DomainEvents.names.union(timers).union(outcomes)
    }

    private static func children(of process: ProcessDraft) -> [(name: String, run: String)] {
        let declared = process.states.flatMap(\.children).map { ($0.name, $0.run) }
        let actions = process.states.flatMap(\.actions) + process.transitions.flatMap(\.definition.actions)
        let spawned = actions.compactMap { action -> (String, String)? in
            guard case .spawn(let name, let run, _, _, _) = action else { return nil }
            return (name, run)
        }
        return declared + spawned
    }
}
