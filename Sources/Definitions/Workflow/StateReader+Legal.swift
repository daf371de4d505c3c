import Agreements

extension StateReader {
    /// Gives each state the status of the nearest state around it that declares one.
    ///
    /// Where a region of a parallel state sets the status, the other regions say nothing: so all active
    /// atomic states that have a status have the same.
    func inherit(
        _ index: Int, _ legal: LegalStatus?, _ effective: Formula?, _ states: inout [StateDefinition]
    ) {
        if states[index].legal == nil {
            states[index].legal = legal
            states[index].effective = states[index].effective ?? effective
        }
        let (legal, effective) = (states[index].legal, states[index].effective)
        let children = outline.states[index].children
        let setting = outline.states[index].kind == .parallel ? children.filter(setsLegal) : []
        for child in children {
            let isSilent = !setting.isEmpty && !setting.contains(child)
            inherit(child, isSilent ? nil : legal, isSilent ? nil : effective, &states)
        }
    }

    private func setsLegal(_ region: Int) -> Bool {
        outline.subtree(region).contains { outline.states[$0].fields?["legal"] != nil }
    }
}
