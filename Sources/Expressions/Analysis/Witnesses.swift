/// Finds values that a model of atoms stands for, and proves them by running the guards.
struct Witnesses {
    let abstraction: Abstraction
    /// Guards by their clauses.
    let all: [[Program]]
    let none: [[Program]]
    private let samples: Samples
    private let bases = Bases()
    private static let variants = 6

    /// The values that are tried where a model says nothing, by variant: the same for every model.
    private final class Bases {
        var made: [Int: Branches] = [:]
    }

    init(_ abstraction: Abstraction, all: [[Program]], none: [[Program]]) {
        self.abstraction = abstraction
        self.all = all
        self.none = none
        samples = Samples(abstraction)
    }

    /// Values for which the guards are as asked, by path; nil when none of those tried are.
    func witness(for model: Search) -> [String: Value]? {
        for variant in 0..<Self.variants {
            guard let values = values(of: model, variant) else { return nil }
            let bindings = bindings(values, model, variant)
            let holds = { (clauses: [Program]) in clauses.allSatisfy { $0.evaluate(bindings).holds } }
            let isRight = all.allSatisfy(holds) && !none.contains(where: holds)
            if isRight { return described(values, model, bindings) }
        }
        return nil
    }

    // MARK: Values of the terms

    /// A value for each term that the model speaks of, by the number of the term.
    private func values(of model: Search, _ variant: Int) -> [Term.ID: Value]? {
        var graph = OrderGraph()
        guard model.fill(&graph), graph.close() else { return nil }
        var values: [Term.ID: Value] = [:]
        for term in model.terms.indices {
            if let value = model.value(of: term), !model.terms[term].isConstant { values[term] = value }
        }
        var placed = graph.nodes.map(\.value)
        for (index, node) in graph.nodes.enumerated() where node.value == nil {
            let example = node.term.flatMap { self.example(for: model.terms[$0], variant) }
            let placing = Placing(graph: graph, placed: placed, example: example)
            guard let value = placing.value(for: index) else { return nil }
            placed[index] = value
            if let term = node.term { values[term] = value }
        }
        return values
    }

    private func example(for term: Term, _ variant: Int) -> Value? {
        if case .size = term.form { return .int(Int64(variant % 3)) }
        return abstraction.domains.paths[term.key]?.example
    }

    // MARK: Bindings

    private func bindings(_ values: [Term.ID: Value], _ model: Search, _ variant: Int) -> [String: Value] {
        var branches = base(variant)
        for (term, value) in values.sorted(by: { $0.key < $1.key }) {
            set(value, of: term, variant, &branches)
        }
        for (number, atom) in model.atoms.enumerated() where model.answers[number] >= 0 {
            guard case .defined(let term) = atom, case .path(let steps) = model.terms[term].form else {
                continue
            }
            if model.answers[number] == 0 {
                branches.remove(steps[...])
            } else if values[term] == nil {
                branches.fill(samples.value(at: steps, variant), at: steps[...])
            }
        }
        for path in abstraction.knowledge.absent {
            branches.remove(Read(path: path, value: .null).steps[...])
        }
        return branches.values
    }

    private func base(_ variant: Int) -> Branches {
        if let known = bases.made[variant] { return known }
        let branches = samples.branches(variant, knowing: abstraction.knowledge)
        bases.made[variant] = branches
        return branches
    }

    private func set(_ value: Value, of term: Term.ID, _ variant: Int, _ branches: inout Branches) {
        switch abstraction.terms[term].form {
        case .path(let steps): branches.set(value, at: steps[...])
        case .size(let measured):
            guard case .path(let steps) = abstraction.terms[measured].form, case .int(let count) = value,
                (0...64).contains(count)
            else { return }
            let sized = samples.value(of: abstraction.terms[measured].type, count: Int(count), variant)
            branches.set(sized, at: steps[...])
        case .constant, .failure, .sum, .opaque: return
        }
    }

    // MARK: Words

    private func described(
        _ values: [Term.ID: Value], _ model: Search, _ bindings: [String: Value]
    ) -> [String: Value] {
        var words: [String: Value] = [:]
        for (term, value) in values where !model.terms[term].key.hasPrefix("is a map: ") {
            if case .sum = model.terms[term].form { continue }
            words[model.terms[term].key] = value
        }
        for (number, atom) in model.atoms.enumerated() where model.answers[number] == 0 {
            guard case .defined(let term) = atom, case .path = model.terms[term].form else { continue }
            words["has(\(model.terms[term].key))"] = false
            words[model.terms[term].key] = nil
        }
        return words
    }
}
