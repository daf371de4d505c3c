import Agreements
import Expressions

/// The answers of one run of a chart: what is certain is answered at once, the rest is chosen, and every
/// string of choices is tried in turn.
///
/// Within one run a question always gets the same answer: the engine too evaluates all guards of a step on
/// the same values.
///
/// `@unchecked Sendable`: it is made and used by one ``Explorer``, which runs on one thread and hands neither
/// itself nor its sessions to anybody.
final class Tape: @unchecked Sendable {
    enum Question: Hashable {
        case role(RoleReference)
        case clause(Int)
    }

    let formulas: FormulaTable
    var values: [AbstractValue] = []
    /// The act that a person does; nil for what no person causes.
    private(set) var act: String?
    /// The role by which it is done, where that is not asked.
    private var given: RoleReference?
    /// Called for each formula that is evaluated.
    var onReading: (Formula, Int) -> Void = { _, _ in }
    private var choices: [Bool] = []
    private var position = 0
    private var answers: [Question: Bool] = [:]
    /// The conditions that were chosen to hold, and not to, in this run.
    private(set) var chosen: (holding: [Int], failing: [Int]) = ([], [])

    init(formulas: FormulaTable) { self.formulas = formulas }

    /// Forgets everything: the next run is the first of its kind.
    func begin(act: String?, by role: RoleReference?, _ values: [AbstractValue]) {
        self.act = act
        given = role
        self.values = values
        choices = []
        rewind()
    }

    private func rewind() {
        position = 0
        answers = [:]
        chosen = ([], [])
    }

    /// Prepares the next string of choices; false when all were tried.
    func advance() -> Bool {
        choices.removeLast(choices.count - position)
        while choices.last == false { choices.removeLast() }
        guard !choices.isEmpty else { return false }
        choices[choices.count - 1] = false
        rewind()
        return true
    }

    /// The role by which the act was done: the first that the person was given.
    var role: RoleReference? {
        given
            ?? answers.compactMap { question, answer -> RoleReference? in
                guard answer, case .role(let role) = question else { return nil }
                return role
            }.min { $0.words < $1.words }
    }

    func answer(to role: RoleReference) -> Bool { given != nil || answer(.role(role)) }

    func answer(to formula: Formula) -> Bool {
        let index = formulas.index(of: formula)
        onReading(formula, index)
        switch formulas.truth(of: index, under: values) {
        case .holds: return true
        case .fails: return false
        case .open: return answer(.clause(index))
        }
    }

    private func answer(_ question: Question) -> Bool {
        if let answer = answers[question] { return answer }
        if position == choices.count { choices.append(true) }
        let answer = choices[position]
        position += 1
        answers[question] = answer
        if case .clause(let index) = question {
            if answer { chosen.holding.append(index) } else { chosen.failing.append(index) }
        }
        return answer
    }
}
