import Agreements
import Expressions
import Statechart

extension Explorer {
    /// The first step: the process starts.
    func start() {
        let values = formulas.names.map { name in
            context.variables[name] ?? (context.sharedVariables.contains(name) ? .open : .unset)
        }
        let blank = Situation(configuration: [], history: [:], values: values)
        // With fixed answers a chart that comes to rest does so within few turns of its states.
        let limits = SessionLimits(microstepsMax: 4 * reading.chart.states.count + 64)
        let session = Run(reading.chart, model: OracleModel(tape: tape), limits: limits)
        step(from: blank, session, node: -1, .start)
    }

    /// Takes every step that can follow a situation.
    func expand(_ number: Int) {
        let situation = nodes[number].situation
        guard !situation.hasEnded else { return }
        let session = nodes[number].session
        var found = triggers(in: situation.configuration)
        if nodes[number].isPassing { found = found.filter(\.isImmediate) }
        for trigger in found {
            if case .join(let state) = trigger, !mayJoin(state, situation.values) { continue }
            step(from: situation, session, node: number, trigger)
        }
        if !nodes[number].isPassing, minds(textChangeIn: situation), !found.contains(.told("text.changed")) {
            step(from: situation, session, node: number, .told("text.changed"))
        }
    }

    /// Whether a new text matters although the chart does not hear it.
    private func minds(textChangeIn situation: Situation) -> Bool {
        guard signing.isAsked else { return false }
        return situation.isSigned
            || !situation.isTextStale && !situation.configuration.isDisjoint(with: signing.circuitStates)
    }

    /// Gives one event to the chart, with every string of answers to what is open.
    private func step(from situation: Situation, _ session: Run, node: Int, _ trigger: Trigger) {
        let act: String? = if case .act(let name, _) = trigger { name } else { nil }
        current = ObservationLog.Moment(node: node, trigger: trigger)
        tape.begin(
            act: act, by: act.flatMap { soleRole(for: $0, in: situation.configuration) }, situation.values)
        var runs = 0
        repeat {
            runs += 1
            guard runs <= Self.choicesMax else {
                isComplete = false
                return
            }
            run(from: situation, session, node: node, trigger)
        } while tape.advance()
    }

    /// The role that stands for all, where each transition of the act asks for the same ones: without any of
    /// them nothing moves, and which one it is makes no difference.
    private func soleRole(for act: String, in configuration: StateSet) -> RoleReference? {
        let asked = reading.chart.candidates(for: act, in: configuration).map { $0.condition?.by ?? [] }
        return Set(asked).count == 1 ? asked[0].first : nil
    }

    private func run(from situation: Situation, _ session: Run, node: Int, _ trigger: Trigger) {
        var session = session
        let macrosteps =
            trigger == .start ? session.start() : session.process(Statechart.Event(trigger.event))
        guard isFeasible else {
            untakenReads = []
            return
        }
        settleReads(macrosteps.flatMap(\.trace.microsteps))
        let named: Trigger =
            if case .act(let name, _) = trigger { .act(name, by: tape.role) } else { trigger }
        if macrosteps.contains(where: { $0.fault != nil }) {
            let states = StateSet(reading.chart.atomicStates(of: situation.configuration))
            for microstep in macrosteps.flatMap(\.trace.microsteps) { log.turning.note(microstep) }
            return log.endless.keep(.init(node: node, trigger: named), for: states)
        }
        let microsteps = macrosteps.flatMap(\.trace.microsteps)
        let isHeard = !microsteps.isEmpty
        guard isHeard || trigger == .told("text.changed") else { return }
        conclude(microsteps, situation, session, node: node, named)
    }

    /// Whether the open conditions can be answered so together.
    private var isFeasible: Bool {
        guard tape.chosen.holding.count + tape.chosen.failing.count > 1 else { return true }
        return !formulas.contradict(holding: tape.chosen.holding, failing: tape.chosen.failing, tape.values)
    }

    private func conclude(
        _ microsteps: [Microstep], _ before: Situation, _ session: Run, node: Int, _ trigger: Trigger
    ) {
        let moment = ObservationLog.Moment(node: node, trigger: trigger)
        var next = before
        next.configuration = StateSet(session.configuration.filter { $0 != Chart<Guard>.root })
        note(microsteps, moment)
        noteSpawns(microsteps, next.configuration, moment)
        next.values = values(after: microsteps, before.values, next.configuration, moment)
        guard follow(legal: &next, before, microsteps, moment) else { return }
        if case .finished = session.status { next.hasEnded = true }
        mark(&next, microsteps)
        let entered = microsteps.flatMap { $0.entered.map(\.index) }
        let armed = StateSet(entered.filter { timed.contains($0) && next.configuration.contains($0) })
        let last = visit(settled(next, session), session, from: node, by: trigger, arming: armed)
        planLate(last, microsteps, trigger)
    }

    /// A situation without what nobody can read any more.
    private func settled(_ situation: Situation, _ session: Run) -> Situation {
        var settled = situation
        settled.history = session.history.filter { recorder, _ in
            !(liveness.histories[recorder]?.isDisjoint(with: situation.configuration) ?? true)
        }
        for variable in settled.values.indices
        where liveness.variables[variable].isDisjoint(with: situation.configuration) {
            settled.values[variable] = .open
        }
        if settled.hasEnded { settled.history = [:] }
        return settled
    }

    /// What children that told their outcome at the same time have still to tell: it comes although the
    /// state that started them was left by the first.
    private func planLate(_ node: Int, _ microsteps: [Microstep], _ trigger: Trigger) {
        guard case .outcome = trigger, !nodes[node].situation.hasEnded else { return }
        let left = Set(microsteps.flatMap(\.exited)).compactMap(reading.chart.index(of:)).sorted()
        let configuration = nodes[node].situation.configuration
        let waiting = events(in: configuration)
        for group in left.flatMap({ reading.groups[$0] }).uniqued() {
            for outcome in context.children[group.run]?.outcomes.sorted() ?? []
            where waiting.contains("\(group.name).\(outcome)") {
                let late = ObservationLog.Moment(
                    node: node, trigger: .outcome(group: group.name, outcome: outcome))
                if knownLateSteps.insert(late).inserted { lateSteps.append(late) }
            }
        }
    }

    func stepLate(_ late: ObservationLog.Moment) {
        guard let trigger = late.trigger else { return }
        step(from: nodes[late.node].situation, nodes[late.node].session, node: late.node, trigger)
    }
}

extension Dictionary {
    /// Keeps the first value for a key.
    mutating func keep(_ value: Value, for key: Key) {
        if self[key] == nil { self[key] = value }
    }
}
