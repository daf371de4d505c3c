extension SmallChart {
    /// A least chart that still fails: no transition, condition, action or state can be taken from it.
    func shrunk(_ fails: (SmallChart) throws -> Bool) -> SmallChart {
        var least = self
        while let next = least.smaller.first(where: { (try? fails($0)) == true }) { least = next }
        return least
    }

    /// The charts that have one thing less.
    private var smaller: [SmallChart] {
        let fewerArrows = arrows.indices.map { index in
            var chart = self
            chart.arrows.remove(at: index)
            return chart
        }
        let fewerStates = nodes.indices.dropFirst().compactMap(without)
        let plainer =
            arrows.indices.flatMap(plainerArrows)
            + nodes.indices.filter { !nodes[$0].settings.isEmpty }
            .map { index in
                var chart = self
                chart.nodes[index].settings = []
                return chart
            }
        return fewerStates + fewerArrows + plainer
    }

    private func plainerArrows(_ index: Int) -> [SmallChart] {
        var charts: [SmallChart] = []
        func add(_ change: (inout Arrow) -> Void) {
            var chart = self
            change(&chart.arrows[index])
            if chart != self { charts.append(chart) }
        }
        add { $0.condition = nil }
        add { $0.settings = [] }
        switch arrows[index].condition {
        case .both(let a, let b)?, .either(let a, let b)?:
            add { $0.condition = a }
            add { $0.condition = b }
        case .variable?, .isSet?, .fact?, nil: break
        }
        if arrows[index].targets.count > 1 { add { $0.targets.removeLast() } }
        return charts
    }

    /// Without a state and all inside it; nil where the rest would be no chart.
    private func without(_ state: Int) -> SmallChart? {
        let gone = Set([state] + nodes.indices.filter { isDescendant($0, of: state) })
        let parent = nodes[state].parent
        let siblings = children(of: parent).filter { $0 != state }
        guard !siblings.isEmpty, nodes[parent].kind != .parallel || siblings.count > 1 else { return nil }
        var chart = self
        if chart.nodes[parent].initial == state { chart.nodes[parent].initial = siblings[0] }
        chart.arrows = arrows.filter { arrow in
            !gone.contains(arrow.source) && !arrow.targets.contains { gone.contains($0.state) }
        }
        let kept = nodes.indices.filter { !gone.contains($0) }
        return chart.renumbered(keeping: kept)
    }

    private func renumbered(keeping kept: [Int]) -> SmallChart {
        let number = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
        var chart = self
        chart.nodes = kept.map { state in
            var node = nodes[state]
            node.parent = number[node.parent] ?? 0
            node.initial = node.initial.flatMap { number[$0] }
            return node
        }
        for index in chart.arrows.indices {
            chart.arrows[index].source = number[chart.arrows[index].source] ?? 0
            chart.arrows[index].targets = chart.arrows[index].targets.map { target in
                switch target {
                case .state(let state): .state(number[state] ?? 0)
                case .history(let state): .history(number[state] ?? 0)
                }
            }
        }
        return chart
    }
}
