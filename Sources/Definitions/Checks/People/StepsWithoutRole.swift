import Agreements

/// Each act has a role that may do it, and each task a role that has an act to do there.
enum StepsWithoutRole: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            let flow = ProcessFlow(process)
            acts(of: flow, log)
            tasks(of: flow, draft, log)
        }
    }

    private static func acts(of flow: ProcessFlow, _ log: FindingLog) {
        for transition in flow.process.transitions where transition.isAct && transition.definition.by.isEmpty
        {
            let state = flow.outline.states[transition.source].path
            let message = LocalizedText(
                fr: "aucun rôle ne peut faire \(transition.definition.event) dans \(state) : « by » est vide",
                en: "no role may do \(transition.definition.event) in \(state): \"by\" is empty")
            log.report(
                .stepWithoutRole, at: transition.place, message, path: flow.steps(toState: transition.source))
        }
    }

    private static func tasks(of flow: ProcessFlow, _ draft: WorkflowDraft, _ log: FindingLog) {
        let free = draft.rolesThatEdit
        for (index, state) in flow.process.states.enumerated() {
            guard let task = state.task, !free.contains(task.role.role) else { continue }
            let acts = ActsThere(flow, draft, state: index)
            guard acts.areKnown, !acts.roles.contains(task.role.role), !acts.onlyClockMovesOn else {
                continue
            }
            let place = flow.outline.states[index].fields?["task"]?.place ?? flow.outline.states[index].place
            let message =
                acts.roles.isEmpty
                ? LocalizedText(
                    fr: "\(task.role) a une tâche dans \(state.id), mais il n’y a là aucun acte à faire",
                    en: "\(task.role) has a task in \(state.id), but there is no act to do there")
                : LocalizedText(
                    fr: "\(task.role) a une tâche dans \(state.id), mais aucun acte n’y est pour ce rôle",
                    en: "\(task.role) has a task in \(state.id), but no act there is for that role")
            log.report(.stepWithoutRole, at: place, message, path: flow.steps(toState: index))
        }
    }
}

extension WorkflowDraft {
    /// The roles whose work may be in the dossier or the text, for which no act is needed.
    fileprivate var rolesThatEdit: Set<String> {
        let lists = ["editors", "textEditors"].compactMap { parameters[$0]?.elements }
        return Set(lists.flatMap { $0 }.compactMap(\.text))
    }
}
