/// A small chart as plain data: what is drawn at random, explored by brute force and given to the gate.
///
/// States are numbered in document order; 0 is the chart itself.
struct SmallChart: Equatable, Sendable {
    enum Kind: Equatable {
        case atomic, compound, parallel, final
    }

    enum Trigger: Hashable {
        case event(Int)
        case always, done
    }

    enum Target: Hashable {
        case state(Int)
        case history(Int)

        var state: Int {
            switch self {
            case .state(let state), .history(let state): state
            }
        }
    }

    /// A variable that is given a value; none has one at the start.
    struct Setting: Equatable {
        var variable: Int
        var value: Bool
    }

    struct Node: Equatable {
        var kind: Kind
        var parent: Int
        var initial: Int?
        var settings: [Setting] = []
    }

    struct Arrow: Equatable {
        var source: Int
        var trigger: Trigger
        var condition: SmallCondition?
        var targets: [Target]
        var settings: [Setting] = []
    }

    /// How many variables and outside facts conditions may speak of.
    static let variables = 3
    static let facts = 2
    static let events = 3

    var nodes: [Node]
    /// By source, then in the order in which they are tried.
    var arrows: [Arrow]

    /// Whether a condition speaks of the outside world.
    var readsFacts: Bool { arrows.contains { $0.condition?.readsFacts == true } }

    func children(of state: Int) -> [Int] {
        nodes.indices.filter { $0 > 0 && nodes[$0].parent == state }
    }

    /// The states around one, innermost first, the chart last.
    func ancestors(of state: Int) -> [Int] {
        var ancestors: [Int] = []
        var state = state
        while state != 0 {
            state = nodes[state].parent
            ancestors.append(state)
        }
        return ancestors
    }

    func isDescendant(_ state: Int, of other: Int) -> Bool { ancestors(of: state).contains(other) }

    /// The name under which people and the product know a state: its path.
    func path(_ state: Int) -> String {
        ([state] + ancestors(of: state).dropLast()).reversed().map { "s\($0)" }.joined(separator: ".")
    }

    /// The product's name of a transition: state, event and place among those of that event.
    func label(_ arrow: Int) -> String {
        let here = arrows[arrow]
        let place = arrows[..<arrow].count { $0.source == here.source && $0.trigger == here.trigger }
        return "\(path(here.source))/\(here.trigger.name)/\(place)"
    }
}

extension SmallChart.Trigger {
    var name: String {
        switch self {
        case .event(let number): "e\(number)"
        case .always: "always"
        case .done: "done"
        }
    }
}

extension SmallChart: CustomStringConvertible {
    /// One line a state, one a transition: enough to draw it by hand.
    var description: String {
        (nodes.indices.map(line) + arrows.indices.map(arrowLine)).joined(separator: "\n")
    }

    private func line(_ state: Int) -> String {
        let node = nodes[state]
        let initial = node.initial.map { " -> s\($0)" } ?? ""
        return "\(state == 0 ? "chart" : path(state)): \(node.kind)\(initial)\(words(node.settings))"
    }

    private func arrowLine(_ index: Int) -> String {
        let arrow = arrows[index]
        let targets = arrow.targets.map { target in
            switch target {
            case .state(let state): path(state)
            case .history(let state): "history(\(path(state)))"
            }
        }
        let condition = arrow.condition.map { " [\($0.source)]" } ?? ""
        return "\(label(index))\(condition) -> \(targets.joined(separator: ", "))\(words(arrow.settings))"
    }

    private func words(_ settings: [Setting]) -> String {
        settings.map { " / v\($0.variable) := \($0.value)" }.joined()
    }
}
