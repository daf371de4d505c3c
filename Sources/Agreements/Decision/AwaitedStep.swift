/// The step that a mail asked somebody for: what its link opens, as long as the file waits there.
package struct AwaitedStep: Sendable, Hashable {
    package var process: String
    package var state: String
    /// The number of the event by which that state was entered.
    package var entrySeq: Int
    /// When the mail was written: what is signed later than that is another text.
    package var askedAt: Instant

    /// The step of a mail written at `askedAt`.
    package init(process: String, state: String, entrySeq: Int, askedAt: Instant) {
        (self.process, self.state) = (process, state)
        (self.entrySeq, self.askedAt) = (entrySeq, askedAt)
    }

    /// Whether the file still stands at that very step, with the text that was put to it.
    package func isOpen(on agreement: Agreement, of workflow: Workflow) -> Bool {
        guard let process = agreement.processes[self.process], process.status == .active,
            process.entries[state]?.seq == entrySeq,
            let definition = workflow.processes[process.definition]
        else { return false }
        let isAsked = definition.states[state]?.task != nil
        guard !isAsked || agreement.tasks.contains(where: { $0.process == self.process && $0.state == state })
        else { return false }
        return !definition.takesSignatures || !hasNewText(agreement, workflow)
    }

    private func hasNewText(_ agreement: Agreement, _ workflow: Workflow) -> Bool {
        let owner = workflow.textOwner(of: process, in: agreement)
        return agreement.texts(of: owner).last.map { $0.addedAt > askedAt } ?? false
    }
}

extension ProcessDefinition {
    fileprivate var takesSignatures: Bool {
        transitions.values.contains { transition in
            transition.actions.contains { if case .signature = $0 { true } else { false } }
        }
    }
}
