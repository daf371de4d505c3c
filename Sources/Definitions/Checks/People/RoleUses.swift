import Agreements

/// Every place where a process names a role, and what for.
struct RoleUses {
    /// A role at a place; `words` go on "SIG(party) …".
    struct Use {
        var role: RoleReference
        var words: LocalizedText
        var place: Place
    }

    let all: [Use]

    /// The uses in a process, those of the notices that it owes included.
    init(of process: ProcessDraft, notices: [String: [RoleReference]]) {
        let reader = Reader(process: process, notices: notices)
        all = process.states.indices.flatMap(reader.state) + process.transitions.flatMap(reader.transition)
    }

    private struct Reader {
        let process: ProcessDraft
        let notices: [String: [RoleReference]]

        func state(_ index: Int) -> [Use] {
            let (state, outline) = (process.states[index], process.outline.states[index])
            let task = state.task.map { task in
                let place = outline.fields?["task"]?.place ?? outline.place
                let reminders = task.reminders.flatMap { told($0.to, by: $0.notice, place) }
                return [
                    Use(
                        role: task.role,
                        words: .init(fr: "a une tâche dans \(state.id)", en: "has a task in \(state.id)"),
                        place: place)
                ] + reminders
            }
            let notices = state.notices.flatMap {
                told($0.to, by: $0.notice, outline.fields?["notify"]?.place ?? outline.place)
            }
            return (task ?? []) + notices
        }

        func transition(_ draft: TransitionDraft) -> [Use] {
            let event = draft.definition.event
            return draft.definition.by.map {
                Use(
                    role: $0, words: .init(fr: "peut faire \(event)", en: "may do \(event)"),
                    place: draft.place)
            }
                + draft.definition.notices.flatMap { told($0.to, by: $0.notice, draft.place) }
        }

        private func told(_ roles: [RoleReference], by notice: String, _ place: Place) -> [Use] {
            (roles.isEmpty ? notices[notice] ?? [] : roles).map {
                Use(
                    role: $0, words: .init(fr: "reçoit l’avis \(notice)", en: "is told by \(notice)"),
                    place: place)
            }
        }
    }
}
