@testable import Definitions

/// A sound definition laid open: its states and transitions with the routes to them.
struct Specimen {
    let name: String
    let tree: Tree
    let states: [Place]
    let arrows: [Arrow]

    /// A state of a process.
    struct Place {
        var process: String
        /// The names from the outermost state to this one.
        var path: [String]
        var route: [Tree.Step]
        var tree: Tree
        /// Whether it is entered when what is around it is.
        var isInitial: Bool

        var name: String { path.last ?? "" }
        var id: String { path.joined(separator: ".") }
        var isFinal: Bool { tree["final"] != nil }
        var isAtomic: Bool {
            !isFinal && ["states", "parallel", "children"].allSatisfy { tree[$0] == nil }
        }
        var isTop: Bool { path.count == 1 }
    }

    /// One transition, one of those of its event.
    struct Arrow {
        /// The index of its state.
        var source: Int
        var event: String
        /// The route to all transitions of the event.
        var eventRoute: [Tree.Step]
        var index: Int
        /// How many transitions the event has.
        var count: Int
        var tree: Tree
        /// The states that it names, by index; nil where one of them is not found.
        var targets: [Int]?

        var route: [Tree.Step] { count == 1 ? eventRoute : eventRoute + [.index(index)] }
        var isAct: Bool { tree["by"] != nil }
        var formulas: [String] {
            (tree["if"]?.items ?? []).compactMap { $0.text ?? $0["that"]?.text }
        }
        var hasHistory: Bool { (tree["to"]?.items ?? []).contains { $0.text?.hasPrefix("history") == true } }
    }

    init(_ name: String) throws {
        let text = String(decoding: try SoundDefinitions.bytes(name), as: UTF8.self)
        self.init(name: name, tree: try Tree(reading: text, file: name))
    }

    init(name: String, tree: Tree) {
        self.name = name
        self.tree = tree
        let states = (tree["processes"]?.pairs ?? []).flatMap { process in
            Self.states(
                of: process.key, process.value, [.key("processes"), .key(process.key)], path: [])
        }
        self.states = states
        arrows = states.indices.flatMap { Self.arrows(of: $0, among: states) }
    }

    private static func states(
        of process: String, _ tree: Tree, _ route: [Tree.Step], path: [String]
    ) -> [Place] {
        ["states", "parallel"].flatMap { kind in
            (tree[kind]?.pairs ?? []).flatMap { pair in
                let here = route + [.key(kind), .key(pair.key)]
                let place = Place(
                    process: process, path: path + [pair.key], route: here, tree: pair.value,
                    isInitial: kind == "parallel" || tree["initial"]?.text == pair.key)
                return [place] + states(of: process, pair.value, here, path: place.path)
            }
        }
    }

    private static func arrows(of source: Int, among states: [Place]) -> [Arrow] {
        (states[source].tree["on"]?.pairs ?? []).flatMap { event in
            let items = event.value.items
            return items.enumerated().map { index, item in
                let names = (item["to"]?.items ?? []).compactMap(\.text)
                let found = names.map { resolve($0, from: states[source], among: states) }
                return Arrow(
                    source: source, event: event.key,
                    eventRoute: states[source].route + [.key("on"), .key(event.key)], index: index,
                    count: items.count, tree: item,
                    targets: found.contains(nil) ? nil : found.compactMap { $0 })
            }
        }
    }

    /// The state that a target names: in the nearest enclosing level that has its first part.
    private static func resolve(_ target: String, from source: Place, among states: [Place]) -> Int? {
        let isHistory = target.hasPrefix("history(")
        let parts = (isHistory ? String(target.dropFirst(8).dropLast()) : target).split(separator: ".")
        for depth in stride(from: source.path.count - 1, through: 0, by: -1) {
            let level = Array(source.path.prefix(depth))
            func index(_ parts: some Collection<Substring>) -> Int? {
                let path = level + parts.map(String.init)
                return states.firstIndex { $0.process == source.process && $0.path == path }
            }
            if index(parts.prefix(1)) != nil { return index(parts) }
        }
        return nil
    }

    // MARK: Questions

    /// The transitions that lead to a state itself.
    func ways(into state: Int) -> [Arrow] { arrows.filter { $0.targets?.contains(state) ?? true } }

    func arrows(from state: Int) -> [Arrow] { arrows.filter { $0.source == state } }

    /// The states of a process beside one, which a transition from it can name.
    func siblings(of state: Int) -> [Int] {
        let level = states[state].path.dropLast()
        return states.indices.filter {
            $0 != state && states[$0].process == states[state].process && states[$0].path.dropLast() == level
        }
    }

    /// A refusal that the file may use: one of the shared ones.
    var refusal: String? { tree["include"] == nil ? nil : "not_open" }

    /// The acts that a pair of duties names.
    var acts: Set<String> {
        Set(
            (tree["duties"]?.items ?? []).flatMap { duty in
                ["first", "second"].flatMap { (duty[$0]?.items ?? []).compactMap(\.text) }
            })
    }
}
