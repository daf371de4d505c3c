import Expressions
import Statechart

/// What the microsteps of a step have done so far, tried out on a copy of the agreement.
///
/// The conditions that follow read it; the step itself does its actions once the chart rests. Who is a party,
/// which laboratories take part and which children there are is for them what it was before the step.
struct StepTrial {
    /// The agreement before the step.
    private let before: Agreement
    private var deliberation: Deliberation
    private var draft: Draft
    private let definition: ProcessDefinition
    /// The process in the states to which the microsteps have led.
    private var moved: Process
    private var entered: Set<String> = []
    /// Whether an action was refused: then the step will be, whatever its conditions read.
    private(set) var isRefused = false

    init?(of deliberation: Deliberation, _ delivery: Delivery) {
        guard let process = deliberation.agreement.processes[delivery.path],
            let definition = deliberation.workflow.processes[process.definition]
        else { return nil }
        before = deliberation.agreement
        self.deliberation = deliberation
        self.definition = definition
        moved = process
        draft = Draft(delivery, seq: deliberation.agreement.seq + 1, from: process.state)
    }

    /// What conditions read after more microsteps; nil where it is what it was before the step.
    mutating func follow(_ microsteps: [Microstep]) -> ValueMap? {
        for microstep in microsteps { take(microstep) }
        let status = newStatus
        guard !draft.changes.isEmpty || status != nil else { return nil }
        var (seen, draft) = (deliberation, draft)
        seen.agreement.parties = before.parties
        seen.agreement.formerParties = before.formerParties
        seen.agreement.labs = before.labs
        if let status { seen.record(.legalStatus(status: status, effectiveOn: seen.today), in: &draft) }
        let delivery = draft.delivery
        return seen.bindings(for: delivery.path, event: delivery.input, actor: delivery.person)
    }

    private mutating func take(_ microstep: Microstep) {
        moved.configuration.removeAll(where: microstep.exited.contains)
        moved.configuration += microstep.entered.map(\.id)
        entered.formUnion(microstep.entered.map(\.id))
        do throws(Refusal) {
            for action in definition.actions(of: microstep) { try deliberation.perform(action, &draft) }
        } catch {
            isRefused = true
        }
    }

    /// Whether a transition is asked because of what the step did: one of a state that it entered, or of an end.
    func isCome(to transition: Int) -> Bool {
        let asked = definition.chart.transitions[transition]
        return !asked.events.isEmpty || entered.contains(definition.chart.id(asked.source))
    }

    /// The legal status that the active states give, where it is another one than before the step.
    private var newStatus: LegalStatus? {
        guard moved.path == "life", let given = definition.activeStates(of: moved).compactMap(\.legal).last,
            given != before.legalStatus, before.legalStatus.mayBecome(given)
        else { return nil }
        return given
    }
}
