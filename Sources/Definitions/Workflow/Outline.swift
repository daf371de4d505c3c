/// The states of one process: how they nest, before what they mean is read.
///
/// Indices are in document order.
struct Outline: Sendable {
    enum Kind {
        case atomic, compound, parallel, final
    }

    struct State: Sendable {
        var name: String
        var path: String
        var place: Place
        var kind: Kind
        /// Nil for the two states that stand for waiting for children.
        var fields: Fields?
        var parent: Int?
        var children: [Int] = []
        var initial: Int?
        /// Whether it becomes `waiting` and `done` because of its child processes.
        var waitsForChildren = false
        /// What of its nesting could not be read.
        var harm: Harm = []
    }

    var states: [State] = []
    var top: [Int] = []
    var initial: Int?
    /// Whether anything else was wrong with how the states nest: then there is nothing to follow.
    var isBroken = false

    /// The states inside `parent`, or the outermost ones.
    func level(_ parent: Int?) -> [Int] { parent.map { states[$0].children } ?? top }

    /// The state and all around it, innermost first.
    func chain(_ state: Int) -> [Int] {
        var chain = [state]
        while let parent = states[chain[chain.count - 1]].parent { chain.append(parent) }
        return chain
    }

    /// The state and all inside it, in document order.
    func subtree(_ state: Int) -> [Int] { [state] + states[state].children.flatMap(subtree) }

    /// The state that `path` names from `state`: in the nearest enclosing level that has its first part.
    func resolve(_ path: String, from state: Int) -> Int? {
        let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first else { return nil }
        for around in chain(state) {
            guard var found = child(first, of: states[around].parent) else { continue }
            for part in parts.dropFirst() {
                guard let next = child(part, of: found) else { return nil }
                found = next
            }
            return found
        }
        return nil
    }

    private func child(_ name: String, of parent: Int?) -> Int? {
        level(parent).first { states[$0].name == name }
    }
}

extension Outline {
    /// What a target written in `state` may begin with, and all paths: for suggestions.
    func names(from state: Int) -> [String] {
        let near = chain(state).flatMap { level(states[$0].parent) }.map { states[$0].name }
        return near + states.map(\.path)
    }
}
