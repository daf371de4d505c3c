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
    /// What a chart asks: whether a person has a role, whether a condition holds.
    final class Inquiry {
        enum Subject {
            case role(RoleReference)
            case clause(FormulaTable.Use)
        }

        let subject: Subject
        /// The same for all that get the same answer.
        let number: Int
        /// The answers that were noted.
        var noted: Set<Bool> = []

        init(_ subject: Subject, number: Int) {
            self.subject = subject
            self.number = number
        }
    }

    /// What was chosen where it was open.
    struct Answer: Hashable {
        /// That of the inquiry; below zero for a role.
        var number: Int
        var holds: Bool
    }

    let formulas: FormulaTable
    /// What is known of the variables.
    private(set) var store: Store
    /// The legal status of the agreement; nil where that is not known.
    private var legal: LegalStatus?
    /// The act that a person does; nil for what no person causes.
    private(set) var act: String?
    /// The role by which it is done, where that is not asked.
    private var given: RoleReference?
    /// Called for each formula that is evaluated.
    var onReading: (FormulaTable.Use) -> Void = { _ in }
    private var choices: [Bool] = []
    private var position = 0
    /// What was chosen in this run.
    private(set) var answers: [Answer] = []
    /// The roles that the person was given in this run.
    private var roles: [RoleReference] = []
    /// The conditions that were chosen to hold, and not to, in this run.
    private(set) var chosen: (holding: [Int], failing: [Int]) = ([], [])
    /// Everything that was asked in this run.
    private(set) var asked: [(inquiry: Inquiry, answer: Bool)] = []
    private var roleInquiries: [RoleReference: Inquiry] = [:]

    init(formulas: FormulaTable) {
        self.formulas = formulas
        store = formulas.store(of: [])
    }

    /// Forgets everything: the next run is the first of its kind.
    func begin(_ cue: Cue, in store: Store, under legal: LegalStatus?) {
        self.legal = legal
        act = if case .act(let name, _) = cue.trigger { name } else { nil }
        given = cue.role
        self.store = store
        choices.removeAll(keepingCapacity: true)
        rewind()
    }

    /// Begins the same run again: it will choose the same.
    func rewind() {
        position = 0
        answers.removeAll(keepingCapacity: true)
        roles.removeAll(keepingCapacity: true)
        chosen.holding.removeAll(keepingCapacity: true)
        chosen.failing.removeAll(keepingCapacity: true)
        asked.removeAll(keepingCapacity: true)
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
    var role: RoleReference? { given ?? (roles.count > 1 ? roles.min { $0.words < $1.words } : roles.first) }

    func answer(to role: RoleReference) -> Bool { given != nil || answer(to: inquiry(about: role)) }

    func answer(to formula: Formula) -> Bool {
        let use = formulas.use(of: formula)
        return answer(to: Inquiry(.clause(use), number: use.index))
    }

    /// The role about which an answer was given; nil for a condition.
    func role(of answer: Answer) -> RoleReference? {
        roleInquiries.first { $0.value.number == answer.number }?.key
    }

    /// Roles have numbers below zero.
    private func inquiry(about role: RoleReference) -> Inquiry {
        if let known = roleInquiries[role] { return known }
        let inquiry = Inquiry(.role(role), number: -1 - roleInquiries.count)
        roleInquiries[role] = inquiry
        return inquiry
    }

    func answer(to inquiry: Inquiry) -> Bool {
        let answer = find(inquiry)
        asked.append((inquiry, answer))
        return answer
    }

    private func find(_ inquiry: Inquiry) -> Bool {
        guard case .clause(let use) = inquiry.subject else { return choose(inquiry) }
        onReading(use)
        return switch formulas.truth(of: use.index, in: store, under: legal) {
        case .holds: true
        case .fails: false
        case .open: choose(inquiry)
        }
    }

    private func choose(_ inquiry: Inquiry) -> Bool {
        for known in answers where known.number == inquiry.number { return known.holds }
        if position == choices.count { choices.append(true) }
        let answer = choices[position]
        position += 1
        answers.append(Answer(number: inquiry.number, holds: answer))
        switch inquiry.subject {
        case .role(let role): if answer { roles.append(role) }
        case .clause(let use):
            if answer { chosen.holding.append(use.index) } else { chosen.failing.append(use.index) }
        }
        return answer
    }
}
