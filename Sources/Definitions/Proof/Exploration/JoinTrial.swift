import Agreements
import Expressions

/// Whether a join can hold by how its children ended.
///
/// What is not known there has no value, so the join is not shown to hold by it.
enum JoinTrial {
    /// How many groups of children are tried before a join is taken to be possible.
    private static let trialsMax = 3_000

    /// Whether a join can hold when all that it waits for ended in one way: one to eight children, each for a
    /// party that has signed the current text or has not.
    static func holds(
        _ join: Formula, after end: ChildBehaviour.End, of group: String, parameters: [String: JSON]
    ) -> Bool {
        let mentioned = mentioned(in: join.program, parameters)
        let counts = Array(1...ChildCount.triedMax) + [max(mentioned, 1), mentioned + 1]
        return counts.contains { count in
            var facts = SigningTrial(sha256: .string("current"), isWhole: true).facts(
                Array(repeating: end.isSigned ? .current : .none, count: count))
            let children = Array(repeating: Child(outcome: end.outcome, hasEnded: true), count: count)
            facts.merge(Self.facts(children, group, "", parameters)) { $1 }
            return join.program.evaluate(facts).value == .bool(true)
        }
    }

    /// A child as its parent sees it.
    struct Child: Hashable {
        var outcome: String?
        var hasEnded: Bool
    }

    /// Whether a condition reads only how the children stand, not in what order, and counts them by numbers that it names.
    static func reads(_ join: Program) -> Bool {
        let roots = Set(join.readablePaths.compactMap(VariableNames.root))
        let words = CELWords.words(in: join.source)
        return roots.isSubset(of: ["children", "param"])
            && Set(words.filter { !$0.isLiteral }.map(\.text)).isDisjoint(with: ["item", "path", "states"])
            && CELWords.countPlainly(words, calls: ["all", "exists", "exists_one", "filter", "size", "has"])
    }

    /// Children of one definition, in whatever way each stands.
    struct Standing {
        var definition: ChildrenDefinition
        var behaviour: ChildBehaviour
        var count: ChildCount

        fileprivate var kinds: [Child] {
            let ended = behaviour.ends.map { Child(outcome: $0.outcome, hasEnded: true) }
            let running = ([nil] + behaviour.outcomes.map { $0 }).map { Child(outcome: $0, hasEnded: false) }
            return (ended.uniqued() + running).sorted {
                ($0.outcome ?? "", $0.hasEnded ? 0 : 1) < ($1.outcome ?? "", $1.hasEnded ? 0 : 1)
            }
        }
    }

    /// Whether a join may hold with some of so many children, each ended or still running in some way.
    ///
    /// Where it reads anything but how these children stand, it may.
    static func mayHold(_ join: Formula, with standing: [Standing], parameters: [String: JSON]) -> Bool {
        guard reads(join.program) else { return true }
        let mentioned = mentioned(in: join.program, parameters)
        var mixtures: [[Value]] = [[]]
        for group in standing {
            let own = groups(of: group.kinds, group.count, mentioned).map {
                values(of: $0, group.definition.name, group.definition.run)
            }
            guard mixtures.count * own.count <= trialsMax else { return true }
            mixtures = mixtures.flatMap { before in own.map { before + $0 } }
        }
        let given = Value.object(parameters.mapValues(\.value))
        return mixtures.contains { children in
            join.program.evaluate(["children": .list(children), "param": given]).value == .bool(true)
        } || exceeds(mentioned, standing.map(\.count))
    }

    /// Whether there may be more children than are tried in mixed groups, and as many are spoken of.
    private static func exceeds(_ mentioned: Int, _ counts: [ChildCount]) -> Bool {
        counts.contains { $0.most == nil && mentioned >= $0.tried.upperBound }
    }

    /// Children of one definition that have all ended.
    struct Ended {
        var definition: ChildrenDefinition
        var ends: Set<ChildBehaviour.End>
        var count: ChildCount
    }

    /// Whether a condition holds when all children have ended, as many as there may be and however each did.
    static func truth(of condition: Program, when ended: [Ended], parameters: [String: JSON]) -> Truth {
        guard reads(condition), !exceeds(mentioned(in: condition, parameters), ended.map(\.count)) else {
            return .open
        }
        let readsOutcome = CELWords.words(in: condition.source).contains { $0.text == "outcome" }
        let mentioned = mentioned(in: condition, parameters)
        var mixtures: [[Value]] = [[]]
        for group in ended {
            let kinds = group.ends.map { Child(outcome: readsOutcome ? $0.outcome : "", hasEnded: true) }
            let own = groups(of: kinds.uniqued(), group.count, mentioned)
            let all = ((group.count.least == 0 ? [[]] : []) + own.filter { $0.count >= group.count.least })
                .uniqued()
            guard mixtures.count * all.count <= trialsMax else { return .open }
            mixtures = mixtures.flatMap { before in
                all.map { before + values(of: $0, group.definition.name, group.definition.run) }
            }
        }
        let parameters = Value.object(parameters.mapValues(\.value))
        let answers = Set(
            mixtures.map { condition.evaluate(["children": .list($0), "param": parameters]).holds })
        return answers.count == 1 ? (answers.contains(true) ? .holds : .fails) : .open
    }

    /// The largest number that a condition, or a parameter that it reads, compares with.
    private static func mentioned(in join: Program, _ parameters: [String: JSON]) -> Int {
        let own = CELWords.words(in: join.source).compactMap(\.number)
        let read = Set(join.readablePaths.compactMap(Self.parameter))
        let given = parameters.filter { read.contains($0.key) }.values.flatMap(numbers)
        return min((own + given).max() ?? 0, 500)
    }

    /// The name of the parameter that a path leads to.
    private static func parameter(of path: String) -> String? {
        let steps = path.split(separator: ".")
        return steps.first == "param" && steps.count > 1 ? String(steps[1]) : nil
    }

    private static func numbers(in parameter: JSON) -> [Int] {
        switch parameter {
        case .integer(let number): [Int(clamping: number)]
        case .array(let elements): elements.flatMap(numbers)
        case .object(let members): members.values.flatMap(numbers)
        case .null, .bool, .string: []
        }
    }

    /// Groups of children of these kinds: first all of one kind, then mixed; without a bound also as many as
    /// are mentioned.
    private static func groups(of kinds: [Child], _ count: ChildCount, _ mentioned: Int) -> [[Child]] {
        let more = count.most == nil ? [mentioned, mentioned + 1].filter { $0 >= count.least } : []
        let counts = Array(count.tried) + more
        let uniform = counts.flatMap { number in kinds.map { Array(repeating: $0, count: number) } }
        var mixed: [[Child]] = []
        for number in count.tried where number > 1 && mixed.count <= trialsMax {
            mixed += mixtures(of: kinds[...], number)
        }
        return uniform + mixed
    }

    private static func mixtures(of kinds: ArraySlice<Child>, _ number: Int) -> [[Child]] {
        guard let first = kinds.first else { return number == 0 ? [[]] : [] }
        return (0...number).flatMap { own in
            mixtures(of: kinds.dropFirst(), number - own).map { Array(repeating: first, count: own) + $0 }
        }
    }

    private static func facts(
        _ children: [Child], _ group: String, _ run: String, _ parameters: [String: JSON]
    ) -> [String: Value] {
        [
            "children": .list(values(of: children, group, run)),
            "param": .object(parameters.mapValues(\.value)),
        ]
    }

    private static func values(of children: [Child], _ group: String, _ run: String) -> [Value] {
        children.enumerated().map { value(of: $1, $0, group, run) }
    }

    private static func value(of child: Child, _ index: Int, _ group: String, _ run: String) -> Value {
        .object([
            "name": .string(group), "chart": .string(run), "outcome": .string(child.outcome ?? ""),
            "path": .string("\(group)/\(index)"), "ended": .bool(child.hasEnded), "item": .object([:]),
            "states": .list([]),
        ])
    }
}
