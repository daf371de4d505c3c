import Agreements
import Statechart

extension Workflow {
    /// A state of the life in words, with the region that it belongs to where several run side by side.
    func named(_ state: String, _ title: LocalizedText) -> LocalizedText {
        guard let region = region(of: state), region != title else { return title }
        return LocalizedText(fr: "\(region.fr)\u{00A0}: \(title.fr)", en: "\(region.en): \(title.en)")
    }

    /// The innermost region around a state, by its title.
    private func region(of id: String) -> LocalizedText? {
        guard let life = processes["life"] else { return nil }
        let chart = life.chart
        var index = chart.index(of: id)
        while let current = index, let parent = chart.states[current].parent, parent != Chart<Guard>.root {
            if chart.states[parent].kind == .parallel { return life.states[chart.id(current)]?.title }
            index = parent
        }
        return nil
    }
}
