import Agreements
import Expressions

/// What acts do to whom they concern, read from where they lead.
struct Setbacks {
    private let draft: WorkflowDraft
    private let ends: BadEnds
    private let sentBack: SentBack

    init(_ draft: WorkflowDraft) {
        self.draft = draft
        ends = BadEnds(draft)
        sentBack = SentBack(draft)
    }

    /// In words what an act does that needs a reason; nil where it needs none.
    ///
    /// An act that answers a question by its input, and whose other answers set nobody back, is an opinion:
    /// what it carries says why.
    func effect(of index: Int, in flow: ProcessFlow) -> LocalizedText? {
        guard let effect = ownEffect(of: index, in: flow) else { return nil }
        let act = flow.process.transitions[index]
        let branches = flow.exits[act.source, default: []].filter {
            flow.process.transitions[$0].definition.event == act.definition.event
        }
        let isAnswer = branches.contains { flow.process.transitions[$0].readsInput }
        return isAnswer && branches.contains { ownEffect(of: $0, in: flow) == nil } ? nil : effect
    }

    private func ownEffect(of index: Int, in flow: ProcessFlow) -> LocalizedText? {
        let transition = flow.process.transitions[index]
        guard !isOwnRecusal(transition) else { return nil }
        if let end = ends.end(of: index, in: flow) {
            return LocalizedText(fr: "clôt le dossier en \(end)", en: "ends the file at \(end)")
        }
        if let status = LegalSetback.status(after: index, in: flow) { return status }
        guard !isResignation(transition.definition) else { return nil }
        if let (outcome, effect) = sentBack.outcome(of: index, in: flow) {
            let name = flow.process.name
            return LocalizedText(
                fr: "fait dire \(outcome) à \(name), ce qui \(effect.fr)",
                en: "makes \(name) say \(outcome), which \(effect.en)")
        }
        return Returns(flow, authors: draft.authors).target(of: index).map {
            LocalizedText(fr: "rend le dossier à l’état \($0)", en: "gives the file back to \($0)")
        }
    }

    /// Whether the one person whom the process is about leaves it: their interests are their own.
    private func isOwnRecusal(_ transition: TransitionDraft) -> Bool {
        !transition.definition.by.isEmpty && transition.definition.by.allSatisfy { $0.of == .person }
    }

    /// Whether who does it gives up the role for which it is done: the work goes back, but to nobody's blame.
    private func isResignation(_ act: TransitionDefinition) -> Bool {
        let released = act.actions.compactMap { if case .release(let role) = $0 { role } else { nil } }
        return !act.by.isEmpty && act.by.allSatisfy { $0.of == .agreement && released.contains($0.role) }
    }
}

extension TransitionDraft {
    /// Whether a condition asks what the act carries.
    fileprivate var readsInput: Bool {
        (condition?.clauses ?? []).contains { clause in
            clause.formula.program.readablePaths.contains { $0 == "event" || $0.hasPrefix("event.") }
        }
    }
}

extension WorkflowDraft {
    /// The roles whose file it is: what they do is no decision upon others.
    fileprivate var authors: Set<String> { Set(proposers) }

    /// The roles that may open an agreement, in the order in which the definition names them.
    var proposers: [String] { parameters["proposers"]?.elements?.compactMap(\.text) ?? ["PI_FR"] }
}
