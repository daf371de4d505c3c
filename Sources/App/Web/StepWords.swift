import Agreements
import Statechart
import Storage

/// What the steps of a list have in common.
struct StepKind: Hashable {
    let workflow, version, definition, role, state: String
    let legal: LegalStatus
    let isHeld: Bool

    init(
        workflow: String, version: String, definition: String, role: String, state: String,
        legal: LegalStatus,
        isHeld: Bool
    ) {
        (self.workflow, self.version, self.definition) = (workflow, version, definition)
        (self.role, self.state, self.legal, self.isHeld) = (role, state, legal, isHeld)
    }

    init(_ row: WorkRow) {
        self.init(
            workflow: row.workflow, version: row.version, definition: row.definition, role: row.task.role,
            state: row.task.state, legal: row.legal, isHeld: row.isHeld)
    }

    init(_ row: WorkKindRow) {
        self.init(
            workflow: row.workflow, version: row.version, definition: row.definition, role: row.role,
            state: row.state, legal: row.legal, isHeld: row.isHeld)
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
        /// Whether it reads the measures that concern the file.
        let weighsMeasures: Bool
    }

    let instrument: LocalizedText
    let title: LocalizedText
    let acts: [Act]
    let seesBudget, readsTexts, seesSecurity, isAskedWithReason: Bool
    /// Whether an act that ends the step asks that no refusal for security stands.
    let weighsSecurity: Bool
    /// Whether one reads the measures that concern the file.
    let weighsMeasures: Bool

    init(of kind: StepKind, in workflow: Workflow) {
        let process = workflow.processes[kind.definition]
        let state = process?.states[kind.state]
        title = (state?.task?.title ?? state?.title)?.printed ?? LocalizedText(fr: kind.state, en: kind.state)
        let acts = process?.acts(of: kind.role, in: kind.state) ?? []
        self.acts = acts.filter { workflow.offers($0.event, in: kind) }
        let matters = SightMatrix.matters(for: [kind.role])
        (seesBudget, readsTexts) = (matters.contains(.budget), matters.contains(.texts))
        seesSecurity = matters.contains(.securityFlag)
        isAskedWithReason = process?.isAskedWithReason(kind.state) ?? false
        let ways = process?.ways(outOf: kind.state) ?? []
        weighsSecurity = ways.contains(where: \.weighsSecurity)
        weighsMeasures = ways.contains(where: \.weighsMeasures)
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
                    weighsSecurity: transition.weighsSecurity, weighsMeasures: transition.weighsMeasures))
        }
        return acts
    }

    fileprivate func ways(outOf state: String) -> [Transition<Guard>] {
        chart.transitions.filter { chart.id($0.source) == state }
    }
}

extension Workflow {
    /// Whether an act is one that the legal status of a file, or its hold, lets be done at all.
    fileprivate func offers(_ act: String, in kind: StepKind) -> Bool {
        !restrictions.contains { $0.refuses(act, in: [kind.legal]) }
            && !Agreement.repeatsHold(act, isHeld: kind.isHeld)
    }
}

extension Transition<Guard> {
    /// Whether it asks that no refusal for security stands.
    fileprivate var weighsSecurity: Bool {
        condition?.clauses.contains { $0.refusal == "security_blocked" } ?? false
    }

    /// Whether it reads the measures that concern the file.
    fileprivate var weighsMeasures: Bool {
        condition?.clauses.contains { $0.formula.readsMeasures } ?? false
    }
}
