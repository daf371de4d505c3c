/// Decides questions about guards without running them.
///
/// Method: an expression becomes a combination of atoms (is there a value, which of a finite domain, are
/// two values equal, is one less), with the three results that CEL's logic has. A search over the answers
/// (DPLL) is checked against the order of values: whole numbers by differences, texts and instants as dense
/// orders. What it does not look into (calls, macros, arithmetic) may be anything, but the same each time
/// it is written; but `n + 1` and `2 * n` are read as differences and bounds of `n`, and days as the days of
/// the calendar. So `no` is certain; `yes` is said only after the guards ran with the values found, at last
/// with those at the boundaries that the guards name.
package enum GuardLogic {
    /// The most answers that one question tries.
    static let budget = 20_000
    /// The most models that are tried as values.
    static let modelsMax = 24

    /// Whether some values make every guard of `all` true and no guard of `none`; a guard holds when each of
    /// its clauses does.
    ///
    /// The guards are of one environment and read the same values. Bounded: `exhausted` beyond the bound.
    package static func satisfiability(
        allOf all: [[Program]], noneOf none: [[Program]], knowing knowledge: Knowledge
    ) -> Satisfiability {
        let answer = satisfiability(of: all, butNotOf: none, knowledge)
        guard answer == .unknown || answer == .exhausted else { return answer }
        let trials = Trials(all, none, knowledge).run()
        if let witness = trials.witness { return .yes(witness) }
        return trials.isExhausted ? .exhausted : answer
    }

    static func satisfiability(
        of all: [[Program]], butNotOf none: [[Program]], _ knowledge: Knowledge
    ) -> Satisfiability {
        guard let environment = (all + none).joined().first?.environment else {
            return none.isEmpty ? .yes([:]) : .no
        }
        var abstraction = Abstraction(environment, knowledge)
        let conditions = (all + none).map { parts in
            Condition.and(parts.map { abstraction.condition($0.tree) })
        }
        var search = Search(
            abstraction, all: Array(conditions.prefix(all.count)),
            none: Array(conditions.dropFirst(all.count)), budget: budget)
        let witnesses = Witnesses(abstraction, all: all, none: none)
        var answer: [String: Value]?
        var tried = 0
        _ = search.run { model in
            tried += 1
            answer = witnesses.witness(for: model)
            return answer != nil || tried >= modelsMax
        }
        if let answer { return .yes(answer) }
        if search.isExhausted { return .exhausted }
        return tried == 0 ? .no : .unknown
    }

    /// Whether no answers at all fit: certain.
    static func isRefuted(_ abstraction: Abstraction, all: [Condition], none: [Condition]) -> Bool {
        var search = Search(abstraction, all: all, none: none, budget: budget)
        return !search.run { _ in true } && !search.isExhausted
    }
}

extension GuardLogic {
    /// Whether some guards certainly never hold together while none of some others does.
    package static func isRefuted(
        _ all: [Program], none: [Program] = [], knowing knowledge: Knowledge
    ) -> Bool {
        let programs = all + none
        guard let environment = programs.first?.environment else { return false }
        var abstraction = Abstraction(environment, knowledge)
        let conditions = programs.map { abstraction.condition($0.tree) }
        return isRefuted(
            abstraction, all: Array(conditions.prefix(all.count)),
            none: Array(conditions.dropFirst(all.count)))
    }
}
