extension Search {
    /// Whether values could give the answers given so far; a yes may be too generous, a no is certain.
    var isConsistent: Bool {
        for (atom, premises) in rules.premises where answers[atom] == 1 {
            guard premises.allSatisfy({ answers[$0.atom] < 0 || answers[$0.atom] == $0.answer }) else {
                return false
            }
        }
        var graph = OrderGraph()
        return fill(&graph) && graph.close()
    }

    /// The order among the values of terms that the answers ask for; false when kinds of values clash.
    func fill(_ graph: inout OrderGraph) -> Bool {
        for (number, atom) in atoms.enumerated() where answers[number] >= 0 {
            switch atom {
            case .equal(let left, let right):
                graph.relate(node(left), node(right), answers[number] == 1 ? .equal : .unequal)
            case .less(let left, let right):
                let relation: [OrderGraph.Relation] = [.notLess, .less, .unordered]
                graph.relate(node(left), node(right), relation[Int(answers[number])])
            case .defined, .choice: continue
            }
        }
        for ordering in rules.orderings {
            graph.relate(node(ordering.greater), node(ordering.lesser), .notLess)
        }
        for (term, whole) in terms.enumerated() {
            guard case .sum(let base, let amount) = whole.form else { continue }
            graph.add(amount, to: node(base), giving: node(term))
        }
        return graph.settleKinds()
    }

    private func node(_ term: Term.ID) -> OrderGraph.Node {
        if let value = value(of: term) { return OrderGraph.Node(term: nil, value: value) }
        let kind = terms[term].kind
        return OrderGraph.Node(
            term: term, value: nil, kind: kind, isWhole: terms[term].isWhole, minimum: terms[term].minimum,
            days: terms[term].days)
    }
}
