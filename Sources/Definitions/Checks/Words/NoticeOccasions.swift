import Agreements

/// Finds every occasion on which a workflow owes a notice: entries of states, transitions, reminders.
struct NoticeOccasions {
    private let draft: WorkflowDraft
    private let flows: [String: ProcessFlow]
    private let certainties: Certainties
    private let parties: Set<String>

    init(_ draft: WorkflowDraft) {
        self.draft = draft
        // Where it is not known what is done, nothing is certain.
        let sound = draft.tellsAll ? draft.orderedProcesses.map(\.value) : []
        flows = Dictionary(sound.map { ($0.name, ProcessFlow($0)) }, uniquingKeysWith: { a, _ in a })
        certainties = Certainties(draft, flows: flows)
        parties = Set(sound.map(\.name).filter { ProcessItems(draft).isAboutParty($0) })
    }

    /// All occasions, in the order of the files.
    var all: [NoticeOccasion] {
        draft.orderedProcesses.compactMap { flows[$0.value.name] }.flatMap { flow in
            ofStates(flow) + ofTransitions(flow) + ofReminders(flow)
        }
    }

    // MARK: By what owes it

    private func ofStates(_ flow: ProcessFlow) -> [NoticeOccasion] {
        flow.process.states.enumerated().flatMap { index, state in
            state.notices.flatMap { use in
                flow.causes[index].sorted().map { cause in
                    var occasion = occasion(use.notice, flow, state: index, cause)
                    give(certain(byEntering: index, through: cause, in: flow), &occasion)
                    return occasion
                }
            }
        }
    }

    private func ofTransitions(_ flow: ProcessFlow) -> [NoticeOccasion] {
        flow.process.transitions.enumerated().flatMap { index, transition in
            transition.definition.notices.flatMap { use in
                flow.causes(ofTransition: index).sorted().map { cause in
                    var occasion = occasion(use.notice, flow, state: transition.owingState, cause)
                    if transition.isOwingStateOpen {
                        occasion.answers[.task] = .perhaps
                        occasion.answers[.due] = .perhaps
                    }
                    let name = flow.process.name
                    let before = certainties.states[name]?[transition.source] ?? []
                    give(certainties.facts(after: index, of: name, from: before), &occasion)
                    occasion.path = flow.steps(to: cause, in: transition.source)
                    if cause != .transition(index), let words = flow.words(index) {
                        occasion.path.append(words)
                    }
                    let (event, path) = (
                        transition.definition.event, flow.outline.states[transition.source].path
                    )
                    occasion.words = LocalizedText(
                        fr: "\(event) dans \(path) du processus \(name)", en: "\(name): \(event) in \(path)")
                    return occasion
                }
            }
        }
    }

    private func ofReminders(_ flow: ProcessFlow) -> [NoticeOccasion] {
        flow.process.states.enumerated().flatMap { index, state in
            // A state that nothing is known to lead to may be led to by what could not be read.
            flow.causes[index].isEmpty
                ? []
                : (state.task?.reminders ?? []).map { reminder in
                    var occasion = occasion(reminder.notice, flow, state: index, .condition)
                    occasion.words = LocalizedText(
                        fr: "le rappel dans \(state.id) du processus \(flow.process.name)",
                        en: "\(flow.process.name): the reminder in \(state.id)")
                    occasion.path =
                        flow.steps(toState: index) + [
                            .init(fr: "rappel \(reminder.notice)", en: "reminder \(reminder.notice)")
                        ]
                    // A reminder is planned only when the date that it counts from is known.
                    occasion.answers[.due] = .yes
                    for situation in [NoticeSituation.act, .person, .reason] {
                        occasion.answers[situation] = .no
                    }
                    return occasion
                }
        }
    }

    // MARK: What is certain

    private func occasion(
        _ notice: String, _ flow: ProcessFlow, state: Int, _ cause: ProcessFlow.Cause
    ) -> NoticeOccasion {
        let name = flow.process.name
        let path = flow.outline.states[state].path
        var occasion = NoticeOccasion(
            notice: notice, process: name,
            words: .init(
                fr: "l’entrée dans \(path) du processus \(name)", en: "\(name): the entry of \(path)"),
            answers: answers(of: cause, in: flow), path: flow.steps(to: cause, in: state))
        if draft.entry != .call { occasion.answers[.call] = .no }
        occasion.answers[.ownText] = name == "life" ? .no : flow.process.ownsText ? .yes : .perhaps
        occasion.answers[.party] = parties.contains(name) ? .yes : .no
        let task = flow.process.states[state].task
        occasion.answers[.task] = task == nil ? .no : .yes
        occasion.answers[.due] =
            task?.due.map { $0.surelyGivesDate(certainties.days) ? .yes : .perhaps } ?? .no
        give(certainties.states[name]?[state] ?? [], &occasion)
        return occasion
    }

    /// What is certain when a transition itself enters a state, beside what is on every way there.
    private func certain(
        byEntering state: Int, through cause: ProcessFlow.Cause, in flow: ProcessFlow
    ) -> Certainties.Facts {
        guard case .transition(let index) = cause, flow.entered[index].contains(state) else { return [] }
        let name = flow.process.name
        let before = certainties.facts(before: index, of: name) ?? []
        return TransitionGains.facts(
            after: flow.process.states[state].actions,
            from: certainties.facts(after: index, of: name, from: before)
        ) { certainties.days.gives($0) }
    }

    private func give(_ facts: Certainties.Facts, _ occasion: inout NoticeOccasion) {
        for fact in facts { occasion.answers[fact] = .yes }
    }

    private func answers(
        of cause: ProcessFlow.Cause, in flow: ProcessFlow
    ) -> [NoticeSituation: NoticeOccasion.Answer] {
        switch cause {
        case .start where flow.process.name == "life": return [.act: .no, .person: .yes, .reason: .no]
        case .start: return [.act: .no, .person: .no, .reason: .no]
        case .condition: return [.act: .no, .person: .perhaps, .reason: .no]
        case .transition(let index):
            let transition = flow.process.transitions[index]
            guard transition.isAct else { return [.act: .no, .person: .no, .reason: .no] }
            let givesReason = transition.definition.reasonRequired || transition.harm.contains(.people)
            return [.act: .yes, .person: .yes, .reason: givesReason ? .yes : .perhaps]
        }
    }
}

extension TransitionDraft {
    /// The state whose task and due date a notice of the transition speaks of: where it leads, else where it
    /// stays.
    fileprivate var owingState: Int { (stateTargets.min() ?? targets.map(\.state).min()) ?? source }

    /// Whether that state is only known when history is.
    fileprivate var isOwingStateOpen: Bool { stateTargets.isEmpty && !targets.isEmpty }

    private var stateTargets: [Int] {
        targets.compactMap { target in
            guard case .state(let state) = target else { return nil }
            return state
        }
    }
}

extension DueRule {
    /// Whether it gives a date wherever its formula has a value.
    func surelyGivesDate(_ days: SureDays) -> Bool {
        switch base {
        case .entry, .yearly: true
        case .formula(let formula): days.gives(formula)
        }
    }
}

extension ProcessFlow.Cause: Comparable {
    private var order: Int {
        switch self {
        case .start: -1
        case .transition(let index): index
        case .condition: Int.max
        }
    }

    static func < (a: ProcessFlow.Cause, b: ProcessFlow.Cause) -> Bool { a.order < b.order }
}
