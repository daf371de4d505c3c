import Statechart

extension Deliberation {
    /// Notes who must be told of the steps of a chart: by its transitions first, then by the states entered.
    mutating func owe(
        _ microsteps: [Microstep], _ definition: ProcessDefinition, _ draft: inout Draft
    ) throws(Refusal) {
        for microstep in microsteps {
            for label in microstep.transitions.compactMap(\.label) {
                let state = Self.target(of: microstep, label, definition)
                for use in definition.transitions[label]?.notices ?? [] { owe(use, state: state, &draft) }
            }
            for entered in microstep.entered {
                for use in definition.states[entered.id]?.notices ?? [] {
                    owe(use, state: entered.id, &draft)
                }
            }
        }
    }

    /// The state whose entry a transition's notice belongs to: where it leads, else where it stays.
    private static func target(of microstep: Microstep, _ label: String, _ definition: ProcessDefinition)
        -> String
    {
        let taken = microstep.transitions.first { $0.label == label }
        let targets = taken.map { definition.chart.transitions[$0.index].targets } ?? []
        let source = taken.map { definition.chart.id(definition.chart.transitions[$0.index].source) }
        return microstep.entered.first { entered in targets.contains(entered.index) }?.id
            ?? microstep.entered.last?.id ?? source ?? ""
    }

    private mutating func owe(_ use: NoticeUse, state: String, _ draft: inout Draft) {
        let delivery = draft.delivery
        if let condition = use.condition {
            let values = bindings(for: delivery.path, event: delivery.input, actor: delivery.person)
            guard condition.holds(values, noting: draft.log) else { return }
        }
        let due = agreement.tasks.last { $0.process == delivery.path && $0.state == state }?.due
        let spared = use.others ? [delivery.person, delivery.onBehalfOf].compactMap(\.self) : []
        owe(use.notice, to: use.to, sparing: spared, state: state, occurrence: "", due: due, &draft)
    }

    /// Notes a notice for each person whom it goes to, once each.
    ///
    /// A notice that the same entry of a state owes again carries the number of the event as its occurrence.
    mutating func owe(
        _ notice: String, to roles: [RoleReference], except others: [RoleReference] = [],
        sparing people: [Person.ID] = [], state: String, occurrence: String, due: Deadline?,
        _ draft: inout Draft
    ) {
        let path = draft.delivery.path
        let process = agreement.processes[path]
        let recipients = (roles.isEmpty ? workflow.notices[notice]?.to ?? [] : roles)
            .flatMap { roster.recipients(of: $0, in: process, at: now) }.uniqued()
        let later = Set(others.flatMap { roster.recipients(of: $0, in: process, at: now) })
        let entry = process?.entries[state]?.seq ?? draft.seq
        for recipient in recipients
        where !later.contains(recipient) && !people.contains(recipient)
            && !draft.notices.contains(where: { $0.notice == notice && $0.recipient == recipient })
        {
            let isFirst = !draft.notices.contains { $0.notice == notice }
            draft.notices.append(
                OwedNotice(
                    notice: notice, recipient: recipient, process: path, state: state, entrySeq: entry,
                    occurrence: occurrence.isEmpty && entry != draft.seq ? "\(draft.seq)" : occurrence,
                    due: due,
                    copied: isFirst && (workflow.notices[notice]?.copy ?? false)))
        }
    }
}
