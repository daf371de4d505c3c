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
        take(Position.Step(.start), from: blank, Response(of: self), node: -1)
    }

    /// Takes every step that can follow a situation.
    func expand(_ number: Int) {
        let situation = nodes[number].situation
        guard !situation.hasEnded else { return }
        let last = nodes[number].last
        let position = position(of: situation)
        let isPassing = nodes[number].isPassing
        for step in position.steps where !isPassing || step.trigger.isImmediate {
            if case .join(let state) = step.trigger, !mayJoin(state, situation.values) { continue }
            take(step, from: situation, last, node: number)
        }
        if !isPassing, minds(textChangeIn: situation), let change = position.textChange {
            take(change, from: situation, last, node: number)
        }
    }

    private func position(of situation: Situation) -> Position {
        let place = Position.Place(configuration: situation.configuration, history: situation.history)
        if let known = positions[place] { return known }
        let found = triggers(in: situation.configuration)
        let isHeard = found.contains(.told("text.changed"))
        let position = Position(
            steps: found.map { nextStep($0, in: situation.configuration) },
            textChange: isHeard ? nil : nextStep(.told("text.changed"), in: situation.configuration))
        positions[place] = position
        return position
    }

    private func nextStep(_ trigger: Trigger, in configuration: StateSet) -> Position.Step {
        guard case .act(let act, _) = trigger else { return Position.Step(trigger) }
        return Position.Step(trigger, by: soleRole(for: act, in: configuration))
    }

    /// Whether a new text matters although the chart does not hear it.
    private func minds(textChangeIn situation: Situation) -> Bool {
        guard signing.isAsked else { return false }
        return situation.isSigned
            || !situation.isTextStale && !situation.configuration.isDisjoint(with: signing.circuitStates)
    }

    /// Gives one event to the chart, with every string of answers to what is open.
    private func take(_ step: Position.Step, from situation: Situation, _ last: Response, node: Int) {
        let act: String? = if case .act(let name, _) = step.trigger { name } else { nil }
        current = ObservationLog.Moment(node: node, trigger: step.trigger)
        tape.begin(act: act, by: step.role, situation.values)
        var runs = 0
        repeat {
            runs += 1
            guard runs <= Self.choicesMax else {
                isComplete = false
                return
            }
            follow(response(after: last, to: step), from: situation, node: node, step.trigger)
        } while tape.advance()
    }

    /// The role that stands for all, where each transition of the act asks for the same ones: without any of
    /// them nothing moves, and which one it is makes no difference.
    private func soleRole(for act: String, in configuration: StateSet) -> RoleReference? {
        let asked = reading.chart.candidates(for: act, in: configuration).map { $0.condition?.by ?? [] }
        return Set(asked).count == 1 ? asked[0].first : nil
    }

    /// What the chart does with the answers of the tape: as it did before, else by running it.
    private func response(after last: Response, to step: Position.Step) -> Response {
        if let known = step.reaction.response(by: tape) { return known }
        tape.rewind()
        if step.trigger == .start {
            session = Self.session(of: reading.chart, tape)
            _ = session.start()
        } else {
            session.rest(at: last.rest)
            _ = session.advance(on: step.event)
        }
        let isSilent = session.journal.isEmpty && session.isRunning
        let response = isSilent ? last.silence : Response(of: self)
        step.reaction.remember(response, after: tape.asked)
        return response
    }

    private func follow(_ response: Response, from situation: Situation, node: Int, _ trigger: Trigger) {
        guard isFeasible else {
            untakenReads = []
            return
        }
        settleReads(response)
        let named: Trigger =
            if case .act(let name, _) = trigger { .act(name, by: tape.role) } else { trigger }
        guard !response.hasFault else {
            let states = StateSet(reading.chart.atomicStates(of: situation.configuration))
            for move in response.moves { log.turning.note(move) }
            return log.endless.keep(.init(node: node, trigger: named), for: states)
        }
        guard response.isHeard || trigger == .told("text.changed") else { return }
        conclude(response, situation, node: node, named)
    }

    /// Whether the open conditions can be answered so together.
    private var isFeasible: Bool {
        guard tape.chosen.holding.count + tape.chosen.failing.count > 1 else { return true }
        return !formulas.contradict(holding: tape.chosen.holding, failing: tape.chosen.failing, tape.values)
    }

    private func conclude(_ response: Response, _ before: Situation, node: Int, _ trigger: Trigger) {
        let moment = ObservationLog.Moment(node: node, trigger: trigger)
        var next = before
        next.configuration = response.configuration
        note(response, moment)
        next.values = values(after: response, before.values, moment)
        guard follow(legal: &next, before, response, moment) else { return }
        if response.hasEnded { next.hasEnded = true }
        mark(&next, response)
        settle(&next, response)
        let last = visit(next, response, from: node, by: trigger)
        planLate(last, response, trigger)
    }

    /// Leaves out of a situation what nobody can read any more.
    private func settle(_ situation: inout Situation, _ response: Response) {
        situation.history = situation.hasEnded ? [:] : response.history
        for variable in response.unread { situation.values[variable] = .open }
    }

    /// What children that told their outcome at the same time have still to tell: it comes although the
    /// state that started them was left by the first.
    private func planLate(_ node: Int, _ response: Response, _ trigger: Trigger) {
        guard case .outcome = trigger, !nodes[node].situation.hasEnded else { return }
        let configuration = nodes[node].situation.configuration
        let waiting = events(in: configuration)
        for group in response.left.flatMap({ reading.groups[$0] }).uniqued() {
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
        let node = nodes[late.node]
        let step = nextStep(trigger, in: node.situation.configuration)
        take(step, from: node.situation, node.last, node: late.node)
    }
}

extension Dictionary {
    /// Keeps the first value for a key.
    mutating func keep(_ value: Value, for key: Key) {
        if self[key] == nil { self[key] = value }
    }
}
