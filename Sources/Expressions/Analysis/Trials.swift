/// Runs guards with values at the boundaries that they name, whatever arithmetic they do with them.
struct Trials {
    private let all: [[Program]]
    private let none: [[Program]]
    private let knowledge: Knowledge
    /// The most evaluations of all guards that one question takes.
    private static let trialsMax = 2_000

    init(_ all: [[Program]], _ none: [[Program]], _ knowledge: Knowledge) {
        self.all = all
        self.none = none
        self.knowledge = knowledge
    }

    private var parts: [Program] { (all + none).flatMap(\.self) }

    /// Values, by path, for which every guard of `all` holds and each of `none` is false; nil when none of
    /// those tried are, then with whether there were more than it tries.
    func run() -> (witness: [String: Value]?, isExhausted: Bool) {
        guard let environment = parts.first?.environment else { return (nil, false) }
        let abstraction = Abstraction(environment, knowledge)
        var boundaries = Boundaries(parts, abstraction)
        let branches = Samples(abstraction).branches(0, knowing: knowledge)
        for _ in 0..<2 {
            if let values = witness(among: boundaries.candidates, branches) { return (values, false) }
            boundaries.addResults(branches)
        }
        guard !boundaries.candidates.isEmpty else { return (nil, false) }
        let perPath = Self.most(boundaries.candidates.count)
        return (nil, boundaries.candidates.contains { $0.values.count > perPath })
    }

    private func witness(
        among candidates: [(path: String, values: [Value])], _ branches: Branches
    ) -> [String: Value]? {
        guard !candidates.isEmpty else { return nil }
        let perPath = Self.most(candidates.count)
        let lists = candidates.map { Array($0.values.prefix(perPath)) }
        guard lists.allSatisfy({ !$0.isEmpty }) else { return nil }
        let count = lists.reduce(1) { min(Self.trialsMax, $0 * $1.count) }
        for number in 0..<count {
            var (rest, values, branches) = (number, [String: Value](), branches)
            for (candidate, list) in zip(candidates, lists) {
                let value = list[rest % list.count]
                rest /= list.count
                values[candidate.path] = value
                branches.set(value, at: Read(path: candidate.path, value: .null).steps[...])
            }
            if isRight(branches.values) { return values }
        }
        return nil
    }

    /// The most values of each of so many paths of which all combinations are tried.
    private static func most(_ paths: Int) -> Int {
        var most = 2
        while (0..<paths).reduce(1, { product, _ in min(trialsMax + 1, product * (most + 1)) }) <= trialsMax {
            most += 1
        }
        return most
    }

    /// A guard that fails is no proof here: that is said where it is read.
    private func isRight(_ bindings: [String: Value]) -> Bool {
        let bound = ValueMap(bindings)
        return all.allSatisfy { truth(of: $0, bound) == true }
            && none.allSatisfy { truth(of: $0, bound) == false }
    }

    private func truth(of clauses: [Program], _ bindings: ValueMap) -> Bool? {
        var isTrue = true
        for clause in clauses {
            guard case .bool(let answer)? = clause.evaluate(bindings).value else { return nil }
            isTrue = isTrue && answer
        }
        return isTrue
    }
}
