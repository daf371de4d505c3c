import Agreements

/// Which ends of the life are not the good one: those without legal effect, where another end closes an
/// agreement that had it.
struct BadEnds {
    private let paths: Set<String>

    init(_ draft: WorkflowDraft) {
        let life = draft.processes["life"]?.value
        let ends = (life?.outline.top ?? []).filter { life?.outline.states[$0].kind == .final }
        let states = ends.compactMap { life?.states[$0] }
        let hasGoodEnd = states.contains { $0.legal == .ended }
        let isBad = { (state: StateDefinition) in state.legal != .ended && life?.harm[state.order] == nil }
        paths = hasGoodEnd ? Set(states.filter(isBad).map(\.id)) : []
    }

    /// The bad end to which an act leads.
    func end(of index: Int, in flow: ProcessFlow) -> String? {
        guard flow.process.name == "life" else { return nil }
        return flow.enteredAtOnce(by: index).map { flow.outline.states[$0].path }.first(where: paths.contains)
    }
}
