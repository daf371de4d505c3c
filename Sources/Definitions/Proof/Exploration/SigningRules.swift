import Agreements
import Statechart

/// By which steps of a process all parties have signed the current text.
struct SigningRules {
    /// States whose join demands it in words: whenever it holds, it is so.
    private(set) var demandingStates = StateSet()
    /// States with one circuit for each party, which ends well by a signature only: it is so when all have
    /// ended and the text did not change meanwhile.
    private(set) var circuitStates = StateSet()
    /// Transitions whose guard demands it.
    private(set) var demandingTransitions: Set<Int> = []
    /// Transitions and states by whose actions a party joins that signs nothing there.
    private(set) var joiningTransitions: Set<Int> = []
    private(set) var joiningStates = StateSet()
    /// Transitions and states by whose actions signatures become void.
    private(set) var voidingTransitions: Set<Int> = []
    private(set) var voidingStates = StateSet()
    /// By state: children by which, while it is active, signatures may become void (those whose signatures its
    /// join asks for aside) or a party may join that has not signed.
    private(set) var takingBack: [Int: Trigger] = [:]
    /// Whether anything depends on it: some state puts the agreement in force, or the text is its own.
    let isAsked: Bool
    /// Whether the agreement may expire and come in force again.
    let mayExpire: Bool

    init(_ reading: ProcessReading, _ children: [String: ChildBehaviour], partiesMayLeave: Bool) {
        isAsked = reading.process.ownsText || reading.states.contains { $0?.legal == .inForce }
        mayExpire = isAsked && reading.states.contains { $0?.legal == .expiredPending }
        guard isAsked else { return }
        let demand = SignatureDemand(
            partiesMayLeave: partiesMayLeave, textIsOwn: reading.process.ownsText)
        var asking: Set<Asked> = []
        for (index, state) in reading.states.enumerated() {
            for definition in state?.children ?? [] {
                if case .when(let formula) = definition.join, demand.isMade(by: formula) {
                    demandingStates.insert(index)
                    asking.insert(Asked(owner: index, group: definition.name))
                }
                if case .all = definition.join, isCircuit(definition, of: index, reading, children) {
                    circuitStates.insert(index)
                    asking.insert(Asked(owner: index, group: definition.name))
                }
            }
        }
        for transition in reading.chart.transitions {
            let clauses = transition.condition?.clauses ?? []
            if clauses.contains(where: { demand.isMade(by: $0.formula) }) {
                demandingTransitions.insert(transition.index)
            }
        }
        noteVoiding(reading, children, besides: asking)
        // Who joins by a text of its own is asked to sign that.
        guard !reading.process.ownsText else { return }
        noteJoining(reading, children)
    }

    private mutating func noteJoining(_ reading: ProcessReading, _ children: [String: ChildBehaviour]) {
        joiningTransitions = Set(
            reading.transitions.indices.filter { reading.transitions[$0]?.actions.letJoinUnsigned ?? false })
        joiningStates = StateSet(
            reading.states.indices.filter { reading.states[$0]?.actions.letJoinUnsigned ?? false })
        for (owner, groups) in reading.groups.enumerated() {
            let joining = groups.first { children[$0.run]?.letsPartiesJoin ?? false }
            if let joining { takingBack[owner] = .joinedBy(group: joining.name) }
        }
    }

    /// Children whose signatures a join asks for.
    private struct Asked: Hashable {
        var owner: Int
        var group: String
    }

    private mutating func noteVoiding(
        _ reading: ProcessReading, _ children: [String: ChildBehaviour], besides asked: Set<Asked>
    ) {
        voidingTransitions = Set(
            reading.transitions.indices.filter { reading.transitions[$0]?.actions.voidSignatures ?? false })
        voidingStates = StateSet(
            reading.states.indices.filter { reading.states[$0]?.actions.voidSignatures ?? false })
        for (owner, groups) in reading.groups.enumerated() {
            let voiding = groups.first { group in
                (children[group.run]?.voidsSignatures ?? false)
                    && !asked.contains(Asked(owner: owner, group: group.name))
            }
            takingBack[owner] = voiding.map { .voided(group: $0.name) }
        }
    }

    /// Whether a party joins that has signed nothing, or signatures become void, by what was taken and
    /// entered.
    func isTakenBack(byTaking transitions: [Int], entering states: StateSet) -> Bool {
        transitions.contains { joiningTransitions.contains($0) || voidingTransitions.contains($0) }
            || !states.isDisjoint(with: joiningStates) || !states.isDisjoint(with: voidingStates)
    }

    private func isCircuit(
        _ definition: ChildrenDefinition, of owner: Int, _ reading: ProcessReading,
        _ children: [String: ChildBehaviour]
    ) -> Bool {
        guard definition.forEach?.source.filter({ !$0.isWhitespace }) == "agreement.parties",
            let behaviour = children[definition.run], behaviour.isComplete
        else { return false }
        let signed = behaviour.ends.contains(where: \.isSigned)
        return signed
            && behaviour.ends.allSatisfy { end in
                end.isSigned
                    || end.outcome.map { reading.leaves(owner, on: "\(definition.name).\($0)") } ?? false
            }
    }
}

extension ProcessReading {
    /// Whether an event always leads out of a state: a transition without condition of the state, of one
    /// around it or of its waiting part leaves it.
    func leaves(_ state: Int, on event: String) -> Bool {
        let near = Set([state] + chart.ancestors(of: state) + chart.states[state].children.prefix(1))
        return chart.transitions.contains { transition in
            guard near.contains(transition.source), transition.condition == nil,
                transition.isTriggered(by: event),
                let domain = chart.domain(of: transition, history: [:])
            else { return false }
            return chart.isDescendant(state, of: domain)
        }
    }

    /// Whether an event leads out of a state whatever else is active: nothing but an unconditional transition
    /// of the state itself hears it.
    func certainlyLeaves(_ state: Int, on event: String) -> Bool {
        let hearing = chart.transitions.filter { $0.isTriggered(by: event) }
        return hearing.first?.condition == nil && hearing.allSatisfy { $0.source == state }
            && leaves(state, on: event)
    }

    /// Whether a signature that a transition records is of the current text: the act cannot name another,
    /// or its guard compares the two.
    func signsCurrentText(_ transition: Int) -> Bool {
        let namesText = transitions[transition]?.input.contains { $0.name == "sha256" } ?? false
        let clauses = chart.transitions[transition].condition?.clauses ?? []
        return !namesText
            || clauses.contains {
                let source = $0.formula.source.filter { !$0.isWhitespace }
                return [
                    "event.sha256==text.sha256", "text.sha256==event.sha256",
                    "event.sha256==agreement.text.sha256", "agreement.text.sha256==event.sha256",
                ].contains(source)
            }
    }
}

extension [ActionDefinition] {
    /// Whether signatures become void by them.
    var voidSignatures: Bool { contains { if case .voidSignatures = $0 { true } else { false } } }

    /// Whether a party joins by them.
    var letJoin: Bool { contains { if case .addParty = $0 { true } else { false } } }

    /// Whether a party joins or leaves by them.
    var changeParties: Bool {
        letJoin || contains { if case .removeParty = $0 { true } else { false } }
    }

    /// Whether a party joins by them without a signature being recorded after it.
    fileprivate var letJoinUnsigned: Bool {
        let joining = lastIndex { if case .addParty = $0 { true } else { false } }
        let signing = lastIndex { if case .signature = $0 { true } else { false } }
        return joining.map { $0 > signing ?? -1 } ?? false
    }
}
