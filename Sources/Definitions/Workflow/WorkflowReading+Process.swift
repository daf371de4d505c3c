import Agreements
import Statechart

extension WorkflowReading {
    /// Reads one process whole.
    ///
    /// Its chart is built only if nothing was found, so that one mistake is said once.
    func process(_ entry: YAMLEntry) -> ProcessDraft? {
        let before = log.findings.count
        let entry = fragments.expanded(entry, log)
        guard read.isName(entry.key, .word, at: entry.place), let fields = fields(entry.value, .process)
        else {
            return nil
        }
        let title = localized(fields.required("title"))
        let ownsText = read.choice(fields["text"], [("own", true)]) ?? false
        let outline = OutlineReader.read(fields, self)
        let states = StateReader(reading: self, outline: outline).states()
        let transitions = TransitionReader(reading: self, outline: outline).transitions()
        var draft = ProcessDraft(
            name: entry.key, place: entry.place, title: title, ownsText: ownsText, outline: outline,
            states: states, transitions: transitions)
        if log.findings.count == before { draft.chart = chart(of: draft) }
        return draft
    }

    private func chart(of draft: ProcessDraft) -> Chart<Guard>? {
        do throws(InvalidChart) {
            return try ChartCompiler(outline: draft.outline, transitions: draft.transitions).chart(
                named: draft.name)
        } catch {
            for finding in error.findings {
                let place = draft.outline.states.first { $0.path == finding.state }?.place ?? draft.place
                log.report(.chart, at: place, "\(finding)")
            }
            return nil
        }
    }
}
