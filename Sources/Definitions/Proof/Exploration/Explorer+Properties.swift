import Agreements
import Expressions
import Statechart

/// What the answer of a property depends on.
struct PropertyQuestion: Hashable {
    var property: Int
    var configuration: StateSet
    var marks: StateSet
    var legal: LegalStatus
    var hasEnded: Bool
    var values: [AbstractValue]
}

extension Explorer {
    /// A rule of the definition about this process.
    struct Rule: Hashable {
        /// Its number in the context.
        let index: Int
        let kind: PropertyRule.Kind
        /// The number of its formula.
        let formula: Int
    }

    /// Marks the watched states that a step entered, and the `eventually` rules that hold after it.
    func mark(_ next: inout Situation, _ response: Response) {
        for state in response.entered {
            if let mark = watched[state] { next.marks.insert(mark) }
        }
        for (rule, mark) in eventualMarks where !next.marks.contains(mark) {
            if truth(of: rule, in: next) == .holds { next.marks.insert(mark) }
        }
    }

    /// Notes which rules a situation breaks, or may break.
    func judge(_ situation: Situation, _ number: Int) {
        guard !isAstray(situation) else { return }
        for rule in rules where rule.kind != .eventually {
            switch (rule.kind, truth(of: rule, in: situation)) {
            case (.always, .fails), (.never, .holds): log.failing.keep(number, for: rule.index)
            case (.always, .open), (.never, .open): log.open.keep(number, for: rule.index)
            case (.always, .holds), (.never, .fails), (.eventually, _): break
            }
        }
    }

    /// Whether it stands for wherever leads what could not be read.
    func isAstray(_ situation: Situation) -> Bool {
        nowhere.map(situation.configuration.contains) ?? false
    }

    func truth(of rule: Rule, in situation: Situation) -> Truth {
        let visits =
            eventualMarks.isEmpty
            ? situation.marks : StateSet(situation.marks.filter { $0 < watched.count })
        let question = PropertyQuestion(
            property: rule.index, configuration: situation.configuration, marks: visits,
            legal: situation.legal, hasEnded: situation.hasEnded,
            values: formulas.entries[rule.formula].variables.map { situation.store.values[$0] })
        if let answer = answers[question] { return answer }
        let answer = formulas.truth(
            of: rule.formula, under: situation.store.values, besides: values(of: situation))
        answers[question] = answer
        return answer
    }

    /// The names of ``PropertyEnvironment`` beside the variables.
    private func values(of situation: Situation) -> [String: Value] {
        let visited = watched.filter { situation.marks.contains($0.value) }.keys.sorted()
        return [
            "states": .list(reading.chart.ids(situation.configuration).map(Value.string)),
            "visited": .list(reading.chart.ids(visited).map(Value.string)),
            "legal": .string(situation.legal.rawValue), "ended": .bool(situation.hasEnded),
        ]
    }
}
