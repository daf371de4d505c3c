import Agreements
import Statechart

/// Reads out of an agreement, its definition and the facts what ``Why`` tells; pure.
struct WhyReport {
    let agreement: Agreement
    let workflow: Workflow
    let facts: Facts
    let names: [Person.ID: String]

    func why(asker: Person.ID?, randomness: Randomness) -> Why {
        let decider = Decider(workflow: workflow, facts: facts, randomness: randomness)
        let acts = asker.map { decider.acts(of: $0, on: agreement).map(answer) } ?? []
        return Why(
            agreement: agreement.id, reference: agreement.reference, legal: agreement.legalStatus,
            now: facts.now,
            state: agreement.state.map { .init(id: $0, title: title(of: $0, in: "life")) },
            waits: agreement.tasks.sorted(by: Self.isEarlier).map(wait),
            timers: agreement.timers.sorted { ($0.due, $0.order) < ($1.due, $1.order) }.map(clock),
            asker: asker,
            acts: acts)
    }

    /// What an act says whoever does it and whatever they fill in; nil where that may help.
    func standingRefusal(of act: String, in process: String, randomness: Randomness) -> LocalizedText? {
        Decider(workflow: workflow, facts: facts, randomness: randomness)
            .standingRefusal(of: act, in: process, on: agreement)?.text
    }

    /// All that an act says whoever does it and whatever they fill in; nothing where it has several ways.
    func standingRefusals(of act: String, in process: String, randomness: Randomness) -> [LocalizedText] {
        Decider(workflow: workflow, facts: facts, randomness: randomness)
            .standingRefusals(of: act, in: process, on: agreement).map(\.text)
    }

    private static func isEarlier(_ left: HumanTask, _ right: HumanTask) -> Bool {
        (left.due?.limit ?? .latest, left.openedAt, left.state) < (
            right.due?.limit ?? .latest, right.openedAt, right.state
        )
    }

    private func wait(_ task: HumanTask) -> Why.Wait {
        let definition = state(task.state, in: task.process)?.task
        return Why.Wait(
            process: task.process, state: task.state,
            task: definition?.title ?? title(of: task.state, in: task.process), role: task.role.description,
            holders: holders(of: task), since: task.openedAt, due: task.due,
            rule: definition?.due.map(DueRuleText.text), place: definition?.due.flatMap(DueRuleText.place))
    }

    private func state(_ id: String, in path: String) -> StateDefinition? {
        agreement.processes[path].flatMap { workflow.processes[$0.definition]?.states[id] }
    }

    private func title(of state: String, in path: String) -> LocalizedText {
        self.state(state, in: path)?.title ?? LocalizedText(fr: state, en: state)
    }

    // MARK: Who may

    private func holders(of task: HumanTask) -> [Why.Holder] { holders(of: task.role, in: task.process) }

    /// Those who may act in a role, by their own right or under a delegation.
    func holders(of role: RoleReference, in path: String) -> [Why.Holder] {
        let roster = Roster(agreement, facts: facts)
        let process = agreement.processes[path]
        let holders = roster.holders(of: role, in: process, at: facts.now)
        let own = holders.map { holder($0, role) }
        let delegated = facts.delegations
            .filter { $0.role == role.role && $0.holds(at: facts.now) && holders.contains($0.grantor) }
            .filter {
                roster.delegation(from: $0.grantor, to: $0.grantee, as: role, in: process, at: facts.now)
                    != nil
            }
            .map {
                Why.Holder(
                    person: $0.grantee, name: names[$0.grantee], right: .delegation, id: $0.id.description,
                    detail: names[$0.grantor] ?? $0.grantor.description)
            }
        return own + delegated
    }

    private func holder(_ person: Person.ID, _ reference: RoleReference) -> Why.Holder {
        var holder = Why.Holder(person: person, name: names[person], right: .process, id: nil, detail: nil)
        if reference.of == .person { return holder }
        if agreement.assignments.contains(where: { $0.role == reference.role && $0.person == person }) {
            holder.right = .assignment
            return holder
        }
        let grant = facts.grants.first {
            $0.person == person && $0.role == reference.role && $0.holds(at: facts.now)
        }
        (holder.right, holder.id, holder.detail) = (.grant, grant?.id.description, grant?.scope.description)
        return holder
    }

    // MARK: What comes by itself

    private func clock(_ timer: ArmedTimer) -> Why.Clock {
        Why.Clock(
            name: timer.name, process: timer.process, state: timer.state, due: timer.due,
            effect: effect(of: timer), outcome: outcome(of: timer))
    }

    private func outcome(of timer: ArmedTimer) -> LocalizedText? {
        guard case .event(let name) = timer.purpose else { return nil }
        let titles = targets(of: name, in: timer.process).map { title(of: $0, in: timer.process) }
        guard !titles.isEmpty else { return nil }
        return LocalizedText(
            fr: titles.map(\.fr).joined(separator: ", "), en: titles.map(\.en).joined(separator: ", "))
    }

    private func effect(of timer: ArmedTimer) -> LocalizedText {
        switch timer.purpose {
        case .reminder(let notice, _, _, let due):
            let day = due.map { " (\($0.day))" } ?? ""
            return LocalizedText(fr: "rappel \(notice)\(day)", en: "reminder \(notice)\(day)")
        case .event(let name):
            let targets = targets(of: name, in: timer.process)
            guard !targets.isEmpty else {
                return LocalizedText(fr: "événement \(name)", en: "event \(name)")
            }
            let titles = targets.map { title(of: $0, in: timer.process) }
            return LocalizedText(
                fr: "\(name) : passage à « \(titles.map(\.fr).joined(separator: " », « ")) »",
                en: "\(name): moves to \"\(titles.map(\.en).joined(separator: "\", \""))\"")
        }
    }

    /// Where the transitions for this event lead from the active states.
    private func targets(of event: String, in path: String) -> [String] {
        guard let process = agreement.processes[path], let definition = workflow.processes[process.definition]
        else { return [] }
        let chart = definition.chart
        return chart.transitions
            .filter { process.configuration.contains(chart.id($0.source)) }
            .filter { $0.label.flatMap { definition.transitions[$0]?.event } == event }
            .flatMap { $0.targets.map(chart.id) }
            .uniqued()
    }

    // MARK: What the asker may do

    private func answer(_ act: PossibleAct) -> Why.ActAnswer {
        Why.ActAnswer(
            act: act.name, process: act.process, title: act.title, allowed: act.refusal == nil,
            onBehalfOf: act.onBehalfOf.map(grantor), input: input(of: act),
            code: act.refusal?.code, refusal: act.refusal?.text, rule: act.refusal?.rule,
            reads: act.refusal?.reads ?? [])
    }

    private func grantor(_ person: Person.ID) -> Why.Holder {
        Why.Holder(person: person, name: names[person], right: .delegation, id: nil, detail: nil)
    }

    private func input(of act: PossibleAct) -> [String] {
        guard let process = agreement.processes[act.process],
            let definition = workflow.processes[process.definition]
        else { return [] }
        let transitions = definition.transitions.values.filter { $0.event == act.name }.sorted {
            $0.label < $1.label
        }
        let fields = transitions.flatMap(\.input).map { $0.required ? $0.name : "\($0.name)?" }
        return (fields + (transitions.contains(where: \.reasonRequired) ? ["reason"] : [])).uniqued()
    }
}
