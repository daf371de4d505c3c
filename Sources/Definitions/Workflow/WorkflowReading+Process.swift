import Agreements
import Statechart

extension WorkflowReading {
    /// Reads one process whole.
    ///
    /// What could not be read of it is noted, so that nothing is said that follows from a slip only.
    func process(_ entry: YAMLEntry) -> ProcessDraft? {
        let before = log.findings.count
        var harm: Harm = []
        let entry = noting(.all, in: &harm) { fragments.expanded(entry, log, slips) }
        guard read.isName(entry.key, .word, at: entry.place),
            let fields = noting(.all, in: &harm, { fields(entry.value, .process) })
        else { return nil }
        let title = localized(fields.required("title"))
        let ownsText = noting(.all, in: &harm) { read.choice(fields["text"], [("own", true)]) ?? false }
        let outline = OutlineReader.read(fields, self)
        var states = StateReader(reading: self, outline: outline)
        var transitions = TransitionReader(reading: self, outline: outline)
        var draft = ProcessDraft(
            name: entry.key, place: entry.place, title: title, ownsText: ownsText, outline: outline,
            states: states.states(), transitions: transitions.transitions())
        draft.spots = spots
        draft.harm = states.harm
        for state in transitions.lossy { draft.harm[state, default: []].formUnion(.ways) }
        let isSound = log.findings.count == before
        if isSound || harm.isEmpty && !outline.isBroken { draw(&draft, isSound: isSound) }
        return draft
    }

    private func draw(_ draft: inout ProcessDraft, isSound: Bool) {
        do throws(InvalidChart) {
            try draft.draw()
            draft.isSound = isSound
        } catch {
            draft.chart = nil
            // What is wrong with the chart may follow from what was found.
            guard isSound else { return }
            for finding in error.findings {
                let place = draft.outline.states.first { $0.path == finding.state }?.place ?? draft.place
                log.report(.chart, at: place, finding.words)
            }
        }
    }
}

extension ProcessDraft {
    /// Makes the charts of what was read.
    mutating func draw() throws(InvalidChart) {
        var compiler = ChartCompiler(self)
        chart = try compiler.chart(named: name)
        compiler.isCertain = true
        certainChart = isUnharmed ? chart : try compiler.chart(named: name)
    }
}
