/// A small chart with what a walk through it asks again and again.
final class SmallTree {
    let chart: SmallChart
    let children: [[Int]]
    /// Innermost first, the chart last.
    let ancestors: [[Int]]
    /// All inside a state, without it.
    let inside: [Bits]
    /// The states without children.
    let leaves: Bits
    /// The transitions of each state, in the order in which they are tried.
    let arrows: [[Int]]
    /// The name of each state.
    let paths: [String]
    let labels: [String]

    init(_ chart: SmallChart) {
        self.chart = chart
        let states = chart.nodes.indices
        children = states.map(chart.children)
        let ancestors = states.map(chart.ancestors)
        self.ancestors = ancestors
        inside = states.map { outer in Bits(states.filter { ancestors[$0].contains(outer) }) }
        leaves = Bits(states.filter { chart.children(of: $0).isEmpty })
        arrows = states.map { state in chart.arrows.indices.filter { chart.arrows[$0].source == state } }
        paths = states.map(chart.path)
        labels = chart.arrows.indices.map(chart.label)
    }

    func isDescendant(_ state: Int, of other: Int) -> Bool { inside[other].contains(state) }
}
