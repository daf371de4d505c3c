import Agreements
import Expressions
import Statechart

/// The answers of one run of a chart: what is certain is answered at once, the rest is chosen, and every
/// string of choices is tried in turn.
///
/// Within one run a question always gets the same answer, until the step has changed what it reads: the engine
/// too asks the conditions that come after actions on what these have set.
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
        /// What the step has done before it is asked.
        let stage: Stage
        /// Whether it moves the process in a step of its own, and does not hold in this one.
        let isSettled: Bool
        /// The answers that were noted.
        var noted: Set<Bool> = []

        init(_ subject: Subject, at stage: Stage, isSettled: Bool = false) {
            self.subject = subject
            self.stage = stage
            self.isSettled = isSettled
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
    /// Called for each formula that is evaluated, with what is known of the variables then.
    var onReading: (FormulaTable.Use, Store) -> Void = { _, _ in }
    let stages: Stages
    /// What is known of the variables after a deed.
    var afterDeed: (Deed, Store) -> Store = { $1 }
    /// What the run has done so far.
    private var stage: Stage
    /// What the condition that is asked reads.
    private var asking: Stage
    /// Whether conditions that were settled before the step are left to a step of their own, and the one that is asked is.
    private var leavesSettled = false
    private var isSettled = false
    private var stepsFollowed = 0
    private var choices: [Bool] = []
    private var position = 0
    /// What was chosen in this run.
    private(set) var answers: [Answer] = []
    /// The roles that the person was given in this run.
    private var roles: [RoleReference] = []
    /// The conditions that were chosen to hold, and not to, in this run.
    private(set) var chosen: (holding: [Int], failing: [Int]) = ([], [])
    /// The same of what was asked after something had been done that it reads.
    private(set) var chosenLater: [(stage: Stage, formula: Int, holds: Bool)] = []
    /// Everything that was asked in this run.
    private(set) var asked: [(inquiry: Inquiry, answer: Bool)] = []
    private var roleNumbers: [RoleReference: Int] = [:]
    /// What is known of the variables at the stages of the steps that were asked about.
    private var stores: [ObjectIdentifier: Store] = [:]

    /// Whether what was asked is looked at although the chart was not run for it.
    private let notesAll: Bool

    init(formulas: FormulaTable, stages: Stages, notesAll: Bool) {
        self.formulas = formulas
        self.notesAll = notesAll
        self.stages = stages
        (stage, asking) = (stages.first, stages.first)
        store = formulas.store(of: [])
    }

    /// Whether nothing but roles was chosen in this run.
    var isCertain: Bool { chosen.holding.isEmpty && chosen.failing.isEmpty && chosenLater.isEmpty }

    /// Forgets everything: the next run is the first of its kind.
    func begin(_ cue: Cue, in store: Store, under legal: LegalStatus?) {
        self.legal = legal
        act = if case .act(let name, _) = cue.trigger { name } else { nil }
        given = cue.role
        leavesSettled = cue.trigger != .condition
        self.store = store
        if !stores.isEmpty { stores.removeAll(keepingCapacity: true) }
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
        chosenLater.removeAll(keepingCapacity: true)
        (stage, asking, isSettled) = (stages.first, stages.first, false)
        stepsFollowed = 0
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

    func answer(to role: RoleReference) -> Bool {
        given != nil || answer(to: Inquiry(.role(role), at: stages.first))
    }

    func answer(to formula: Formula) -> Bool {
        answer(to: Inquiry(.clause(formulas.use(of: formula)), at: asking, isSettled: isSettled))
    }

    /// Notes what the chart has done before the condition of a transition is asked.
    func follow(_ journal: Journal, to transition: Int) {
        defer {
            asking = stages.isCome(to: transition, at: stage) ? stage : stages.first
            isSettled = leavesSettled && stages.isSettled(transition, at: stage)
        }
        guard journal.stepsCount > stepsFollowed else { return }
        for step in journal.steps(from: stepsFollowed) {
            stage = stages.stage(after: stage, Response.Move(step, in: journal))
        }
        stepsFollowed = journal.stepsCount
    }

    /// What is known of the variables at a stage.
    func store(at stage: Stage) -> Store {
        guard let former = stage.former else { return store }
        if let known = stores[ObjectIdentifier(stage)] { return known }
        let known = stage.deeds.reduce(store(at: former)) { afterDeed($1, $0) }
        stores[ObjectIdentifier(stage)] = known
        return known
    }

    /// The role about which an answer was given; nil for a condition.
    func role(of answer: Answer) -> RoleReference? {
        roleNumbers.first { $0.value == answer.number }?.key
    }

    /// Roles have numbers below zero.
    private func number(of role: RoleReference) -> Int {
        if let known = roleNumbers[role] { return known }
        roleNumbers[role] = -1 - roleNumbers.count
        return -roleNumbers.count
    }

    /// The answer to what the chart asked when it was run before.
    func answerAgain(to inquiry: Inquiry) -> Bool { notesAll ? answer(to: inquiry) : find(inquiry) }

    func answer(to inquiry: Inquiry) -> Bool {
        let answer = find(inquiry)
        asked.append((inquiry, answer))
        return answer
    }

    private func find(_ inquiry: Inquiry) -> Bool {
        switch inquiry.subject {
        case .role(let role):
            let answer = choose(number(of: role))
            if answer, !roles.contains(role) { roles.append(role) }
            return answer
        case .clause where inquiry.isSettled: return false
        case .clause(let use):
            let effect = stages.effect(of: inquiry.stage, on: use.index)
            return effect == .nothing
                ? find(use) : find(use, at: stages.origin(of: inquiry.stage, for: use.index), effect)
        }
    }

    /// A condition over what is as it was before the step.
    private func find(_ use: FormulaTable.Use) -> Bool {
        onReading(use, store)
        switch formulas.truth(of: use.index, in: store, under: legal) {
        case .holds: return true
        case .fails: return false
        case .open:
            return choose(use.index) { answer in
                if answer { chosen.holding.append(use.index) } else { chosen.failing.append(use.index) }
            }
        }
    }

    /// A condition over something that the step has changed.
    private func find(_ use: FormulaTable.Use, at stage: Stage, _ effect: Stage.Effect) -> Bool {
        let now = store(at: stage)
        onReading(use, now)
        let legal = stage.changed.contains("agreement.legal") ? nil : legal
        switch formulas.truth(of: use.index, in: now, under: legal) {
        case .holds: return true
        case .fails: return false
        case .open:
            let number = formulas.index(of: use.index, at: stage, effect, now, before: store)
            return choose(number) { answer in
                if number != use.index {
                    chosenLater.append((stage, use.index, answer))
                } else if answer {
                    chosen.holding.append(use.index)
                } else {
                    chosen.failing.append(use.index)
                }
            }
        }
    }

    /// The answer of this run to a question of a number; told when it is given for the first time.
    private func choose(_ number: Int, _ isNew: (Bool) -> Void = { _ in }) -> Bool {
        for known in answers where known.number == number { return known.holds }
        if position == choices.count { choices.append(true) }
        let answer = choices[position]
        position += 1
        answers.append(Answer(number: number, holds: answer))
        isNew(answer)
        return answer
    }
}
