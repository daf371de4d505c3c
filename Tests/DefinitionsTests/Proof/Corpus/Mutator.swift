@testable import Definitions

/// An operator that takes a sound definition and makes defective ones of it, each certainly defective.
struct Mutator: Sendable {
    /// One change, in words that let it be made again by hand.
    typealias Change = (words: String, tree: Tree)

    /// The class of defect.
    var name: String
    /// The findings of which one at least must be there.
    var expected: Set<Finding.Code>
    /// Whether the finding is about behaviour: then it has a path.
    var isBehavioural = false
    var changes: @Sendable (Specimen) -> [Change]

    static let all =
        structure + more + guards + fields + calendar + people + words + law + names + domains + moments
        + ends
}

/// A sound definition with one defect.
struct Defect {
    var base: String
    var mutator: Mutator
    var words: String
    var tree: Tree

    /// Base, class and change: enough to make it again.
    var description: String { "\(base): \(mutator.name): \(words)" }

    /// Everything that is found.
    func findings() throws -> [Finding] {
        SoundDefinitions.findings(try SoundDefinitions.sources(base, bytes: Array(tree.yaml.utf8)))
    }

    /// Whether a finding says what the defect is; the code may come with a path or must, as its class says.
    func isCaught(by finding: Finding) -> Bool {
        mutator.expected.contains(finding.code) && (!mutator.isBehavioural || !finding.path.isEmpty)
    }
}

extension Specimen {
    /// The document with one place changed.
    func with(_ route: [Tree.Step], _ value: Tree?) -> Tree {
        var tree = tree
        tree[route] = value
        return tree
    }

    /// The document with several places changed, in order.
    func with(_ changes: [(route: [Tree.Step], value: Tree?)]) -> Tree {
        var tree = tree
        for change in changes { tree[change.route] = change.value }
        return tree
    }

    /// Without a transition: without its event, when it was the only one.
    func without(_ arrow: Arrow) -> Tree { with(arrow.route, nil) }

    /// An event of a state as a list: what was there with others before and after it.
    func with(_ event: [Tree.Step], before: [Tree] = [], after: [Tree] = []) -> Tree {
        with(event, .list(before + (tree[event]?.items ?? []) + after))
    }

    /// A state with one more transition.
    func with(_ state: Int, on event: String, _ arrow: Tree) -> Tree {
        let route = states[state].route + [.key("on")]
        var on = tree[route] ?? .map([])
        on[event] = arrow
        return with(route, on)
    }

    /// The states that are left only by transitions of their own: outermost, atomic, without `always`.
    var lonely: [Int] {
        states.indices.filter { index in
            let own = arrows(from: index)
            return states[index].isTop && states[index].isAtomic && !states[index].isInitial && !own.isEmpty
                && own.allSatisfy { $0.event != "always" && !$0.hasHistory }
                && !ways(into: index).isEmpty
        }
    }
}

extension Tree {
    /// An act by one role, to a state.
    static func act(by role: String, to target: String, reason: Bool = false) -> Tree {
        var pairs = [
            Pair(key: "title", value: bilingual("Faire", "Do")),
            Pair(key: "by", value: .list([.plain(role)])),
            Pair(key: "to", value: .plain(target)),
        ]
        if reason { pairs.append(Pair(key: "reason", value: .plain("required"))) }
        return .map(pairs)
    }

    static func to(_ target: String) -> Tree { .map([Pair(key: "to", value: .plain(target))]) }

    static func bilingual(_ fr: String, _ en: String) -> Tree {
        .map([Pair(key: "fr", value: .text(fr)), Pair(key: "en", value: .text(en))])
    }

    /// A mapping of these entries.
    static func of(_ pairs: (String, Tree)...) -> Tree {
        .map(pairs.map { Pair(key: $0.0, value: $0.1) })
    }
}
