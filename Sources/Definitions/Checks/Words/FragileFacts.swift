import Agreements

/// What may cease to be the case while a state of a process is active, by what the process does beside it.
///
/// What other processes take away is not followed: the life hears `parties.changed`.
enum FragileFacts {
    /// By state.
    static func facts(of flow: ProcessFlow, _ gains: TransitionGains) -> [Certainties.Facts] {
        flow.outline.states.indices.map { facts(beside: $0, of: flow, gains) }
    }

    /// What transitions and entries take away that leave a state active.
    private static func facts(
        beside state: Int, of flow: ProcessFlow, _ gains: TransitionGains
    ) -> Certainties.Facts {
        var facts: Certainties.Facts = []
        for (index, losses) in gains.losses.enumerated() where !losses.isEmpty {
            let transition = flow.process.transitions[index]
            let stays =
                transition.targets.isEmpty
                ? flow.areTogether(transition.source, state) : flow.stillActive(after: index).contains(state)
            if stays { facts.formUnion(losses) }
        }
        for (entered, definition) in flow.process.states.enumerated()
        where flow.areTogether(entered, state) && !flow.outline.subtree(entered).contains(state) {
            facts.formUnion(TransitionGains.losses(of: definition.actions))
        }
        return facts
    }
}

extension WorkflowDraft {
    /// The processes whose text may not be the agreement's: those that have their own, and all that they start.
    var processesOfOwnText: Set<String> {
        let processes = orderedProcesses.map(\.value)
        var owning = Set(processes.filter(\.ownsText).map(\.name))
        var waiting = Array(owning)
        while let name = waiting.popLast() {
            for child in processes.filter({ $0.name == name }).flatMap(\.children)
            where owning.insert(child.run).inserted {
                waiting.append(child.run)
            }
        }
        return owning
    }
}
