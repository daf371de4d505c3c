import Expressions
import Statechart

/// What the microsteps of a step have done so far, tried out on a copy of the agreement.
///
/// The conditions that follow read it; the step itself does its actions once the chart rests. Who is a party,
/// which laboratories take part and which children there are is what it was before the step.
struct StepTrial {
    private var deliberation: Deliberation
    private var draft: Draft
    private let definition: ProcessDefinition
    /// The process in the states to which the microsteps have led.
    private var moved: Process
    private var entered: Set<String> = []
    /// Whether an action was refused: the step will be, so nothing more is tried.
    private var isRefused = false

    init?(of deliberation: Deliberation, _ delivery: Delivery) {
        guard let process = deliberation.agreement.processes[delivery.path],
            let definition = deliberation.workflow.processes[process.definition]
        else { return nil }
        self.deliberation = deliberation
        self.definition = definition
        moved = process
        draft = Draft(delivery, seq: deliberation.agreement.seq + 1, from: process.state)
    }

    /// What conditions read after more microsteps; nil where they did nothing to it.
    mutating func follow(_ microsteps: [Microstep]) -> ValueMap? {
        guard !isRefused else { return nil }
        let known = draft.changes.count
        do throws(Refusal) {
            for microstep in microsteps {
                for action in definition.actions(of: microstep) where !action.changesMembers {
                    try deliberation.perform(action, &draft)
                }
                moved.configuration.removeAll(where: microstep.exited.contains)
                moved.configuration += microstep.entered.map(\.id)
                entered.formUnion(microstep.entered.map(\.id))
            }
        } catch {
            isRefused = true
            return nil
        }
        if let status = newStatus {
            deliberation.record(.legalStatus(status: status, effectiveOn: deliberation.today), in: &draft)
        }
        guard draft.changes.count > known else { return nil }
        let delivery = draft.delivery
        return deliberation.bindings(for: delivery.path, event: delivery.input, actor: delivery.person)
    }

    /// Whether a transition is asked because of what the step did: one of a state that it entered, or of the end of
    /// parts.
    func isCome(to transition: Int) -> Bool {
        let asked = definition.chart.transitions[transition]
        return !asked.events.isEmpty || entered.contains(definition.chart.id(asked.source))
    }

    /// The legal status that the active states give, where it is another one.
    private var newStatus: LegalStatus? {
        let status = deliberation.agreement.legalStatus
        guard moved.path == "life", let given = definition.activeStates(of: moved).compactMap(\.legal).last,
            given != status, status.mayBecome(given)
        else { return nil }
        return given
    }
}

extension ActionDefinition {
    /// Whether it changes who takes part: parties, or their laboratories.
    package var changesMembers: Bool {
        switch self {
        case .addParty, .removeParty, .addLab, .dropLab: true
        case .set, .reference, .register, .term, .assign, .release, .spawn, .signature, .voidSignatures,
            .call,
            .passOn, .renew, .instrument, .tell:
            false
        }
    }
}
