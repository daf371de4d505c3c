import Agreements
import Statechart
import Storage

/// What the steps of a list have in common.
struct StepKind: Hashable {
    let workflow, version, definition, role, state: String

    init(_ row: WorkRow) {
        (workflow, version, definition) = (row.workflow, row.version, row.definition)
        (role, state) = (row.task.role, row.task.state)
    }

    init(_ row: WorkKindRow) {
        (workflow, version, definition) = (row.workflow, row.version, row.definition)
        (role, state) = (row.role, row.state)
    }
}

/// What a list says of each step of a kind: looked up once, since most of a list is of few kinds.
struct StepWords {
    /// An act by which such a step is done.
    struct Act {
        let event: String
        let title: LocalizedText
        /// The acts that may be done on several files at once have one name.
        let set: String?
        /// Whether it asks that no refusal for security stands.
        let weighsSecurity: Bool
    }

    let instrument: LocalizedText
    let title: LocalizedText
    let acts: [Act]
    let seesBudget, readsTexts, seesSecurity, isAskedWithReason: Bool
    /// Whether an act that ends the step asks that no refusal for security stands.
    let weighsSecurity: Bool

    init(of kind: StepKind, in workflow: Workflow) {
        let process = workflow.processes[kind.definition]
        let state = process?.states[kind.state]
        title = (state?.task?.title ?? state?.title)?.printed ?? LocalizedText(fr: kind.state, en: kind.state)
        acts = process?.acts(of: kind.role, in: kind.state) ?? []
        let matters = SightMatrix.matters(for: [kind.role])
        (seesBudget, readsTexts) = (matters.contains(.budget), matters.contains(.texts))
        seesSecurity = matters.contains(.securityFlag)
        isAskedWithReason = process?.isAskedWithReason(kind.state) ?? false
        weighsSecurity = process?.weighsSecurity(in: kind.state) ?? false
        instrument = workflow.title
    }
}

extension ProcessDefinition {
    /// The acts of a role that leave a state, each once, in document order.
    fileprivate func acts(of role: String, in state: String) -> [StepWords.Act] {
        var acts: [StepWords.Act] = []
        for transition in chart.transitions where chart.id(transition.source) == state {
            guard let definition = transition.label.flatMap({ transitions[$0] }),
                let title = definition.title,
                definition.by.contains(where: { $0.role == role }),
                !acts.contains(where: { $0.event == definition.event })
            else { continue }
            acts.append(
                .init(
                    event: definition.event, title: title.printed,
                    set: ActSet.name(of: definition.event, title, in: self),
                    weighsSecurity: transition.weighsSecurity))
        }
        return acts
    }

    fileprivate func weighsSecurity(in state: String) -> Bool {
        chart.transitions.contains { chart.id($0.source) == state && $0.weighsSecurity }
    }
}

extension Transition<Guard> {
    /// Whether it asks that no refusal for security stands.
    fileprivate var weighsSecurity: Bool {
        condition?.clauses.contains { $0.refusal == "security_blocked" } ?? false
    }
}
