import Agreements
import Expressions
import Statechart

extension Explorer {
    /// The first step: the process starts.
    func start() {
        let values = formulas.names.map { name in
            context.variables[name] ?? (context.sharedVariables.contains(name) ? .open : .unset)
        }
        let blank = Response(of: self)
        let situation = Situation(position: blank.position, store: formulas.store(of: values))
        take(Position.Step(cue: Cue(.start)), from: situation, blank, node: -1)
    }

    /// Takes every step that can follow a situation.
    func expand(_ number: Int) {
        let situation = nodes[number].situation
        guard !situation.hasEnded else { return }
        let last = nodes[number].last
        let isPassing = nodes[number].isPassing
        for step in steps(from: situation.position) where !isPassing || step.cue.trigger.isImmediate {
            if case .join(let state) = step.cue.trigger,
                !mayJoin(state, situation.store) || isJoinLost(state, in: situation)
                    || isJoinEarly(state, in: situation)
            {
                continue
            }
            guard !isSpent(step.cue.trigger, in: situation), !isEarly(step.cue.trigger, in: situation) else {
                continue
            }
            take(step, from: situation, last, node: number)
        }
        if !isPassing, minds(textChangeIn: situation) {
            take(situation.position.textChange, from: situation, last, node: number)
        }
        if !isPassing, !signing.takingBack.isEmpty { letChildrenTakeBack(in: situation, node: number) }
    }

    /// A child process may make signatures void while it runs, or let a party join, and nothing is told of it.
    private func letChildrenTakeBack(in situation: Situation, node: Int) {
        let runsCircuit = !situation.configuration.isDisjoint(with: signing.circuitStates)
        guard situation.isSigned || runsCircuit && !situation.isTextStale,
            let trigger = situation.configuration.lazy.compactMap({ signing.takingBack[$0] }).first
        else { return }
        var next = situation
        next.isSigned = false
        next.isTextStale = runsCircuit
        visit(next, nodes[node].last.silence, from: node, by: trigger)
    }

    private func steps(from position: Position) -> [Position.Step] {
        if let known = position.steps { return known }
        let steps = outlook(of: position.configuration).cues.map { Position.Step(cue: $0) }
        position.steps = steps
        return steps
    }

    /// Whether a new text matters although the chart does not hear it.
    private func minds(textChangeIn situation: Situation) -> Bool {
        guard signing.isAsked, !outlook(of: situation.configuration).hearsTextChange else { return false }
        return situation.isSigned
            || !situation.isTextStale && !situation.configuration.isDisjoint(with: signing.circuitStates)
    }

    /// Gives one event to the chart, with every string of answers to what is open.
    private func take(_ step: Position.Step, from situation: Situation, _ last: Response, node: Int) {
        tape.begin(
            step.cue, in: situation.store, under: reading.process.name == "life" ? situation.legal : nil)
        silent.removeAll(keepingCapacity: true)
        let first = edges.count
        defer {
            if edges.count > first {
                let trigger = step.cue.trigger
                attempts.append(
                    Attempt(node: node, trigger: trigger, edges: first..<edges.count, silent: silent))
            }
        }
        var runs = 0
        repeat {
            current = ObservationLog.Moment(node: node, trigger: step.cue.trigger)
            runs += 1
            guard runs <= Self.choicesMax else {
                bound = .answers(Self.choicesMax, to: step.cue.trigger)
                return
            }
            follow(response(after: last, to: step), from: situation, node: node, step.cue.trigger)
        } while tape.advance()
    }

    /// What the chart does with the answers of the tape: as it did before, else by running it.
    private func response(after last: Response, to step: Position.Step) -> Response {
        if let known = step.reaction.response(by: tape) { return known }
        tape.rewind()
        if step.cue.trigger == .start {
            session = Self.session(of: reading.chart, tape)
            _ = session.start()
        } else {
            session.rest(at: last.rest)
            _ = session.advance(on: step.cue.event)
        }
        let isSilent = session.journal.isEmpty && session.isRunning
        let response = isSilent ? last.silence : Response(of: self)
        step.reaction.remember(response, after: tape.asked)
        return response
    }

    private func follow(_ response: Response, from situation: Situation, node: Int, _ trigger: Trigger) {
        guard isFeasible, !contradictsEnds(tape.answers, after: trigger, in: situation) else {
            untakenReads = []
            return
        }
        settleReads(response)
        if context.notesOutcomes { noteOutcomes() }
        let named: Trigger =
            if case .act(let name, _) = trigger { .act(name, by: tape.role) } else { trigger }
        guard !response.hasFault else {
            silent.append(tape.answers)
            let states = StateSet(reading.chart.atomicStates(of: situation.configuration))
            for move in response.moves { log.turning.note(move) }
            return log.endless.keep(.init(node: node, trigger: named), for: states)
        }
        guard response.isHeard || trigger == .told("text.changed") else { return silent.append(tape.answers) }
        conclude(response, situation, node: node, named)
    }

    /// Whether the open conditions can be answered so together.
    private var isFeasible: Bool {
        let (holding, failing) = tape.chosen
        if holding.count + failing.count > 1,
            formulas.contradict(.init(holding: holding, failing: failing), in: tape.store)
        {
            return false
        }
        return tape.chosenLater.isEmpty || tape.chosenLater.map(\.stage).allSatisfy(isFeasible)
    }

    /// Whether what was answered at a stage fits together, and with what was answered before and still counts.
    private func isFeasible(at stage: Stage) -> Bool {
        func isLeft(_ condition: Int) -> Bool { tape.stages.effect(of: stage, on: condition) == .nothing }
        let later = tape.chosenLater.filter { tape.stages.origin(of: stage, for: $0.formula) === $0.stage }
        let choice = Store.Choice(
            holding: tape.chosen.holding.filter(isLeft) + later.filter(\.holds).map(\.formula),
            failing: tape.chosen.failing.filter(isLeft) + later.filter { !$0.holds }.map(\.formula))
        return !formulas.contradict(choice, in: tape.store(at: stage))
    }

    private func conclude(_ response: Response, _ before: Situation, node: Int, _ trigger: Trigger) {
        let moment = ObservationLog.Moment(node: node, trigger: trigger)
        var next = before
        next.position = response.position
        note(response, moment)
        next.store = store(after: response, before.store, moment)
        follow(legal: &next, before, response, moment)
        if response.hasEnded { next.hasEnded = true }
        next.spent = spent(after: trigger, response, before)
        mark(&next, response)
        next.store = store(next.store, without: response.position.unread)
        let last = visit(next, response, from: node, by: trigger)
        planLate(last, response, trigger)
    }

    /// What children that told their outcome at the same time have still to tell: it comes although the
    /// state that started them was left by the first.
    private func planLate(_ node: Int, _ response: Response, _ trigger: Trigger) {
        guard case .outcome = trigger, !nodes[node].situation.hasEnded else { return }
        let waiting = outlook(of: nodes[node].situation.configuration).events
        for state in response.left where owners.contains(state) {
            for telling in tellings[state] where waiting.contains(telling.event) {
                let late = ObservationLog.Moment(node: node, trigger: telling.trigger)
                if knownLateSteps.insert(late).inserted { lateSteps.append(late) }
            }
        }
    }

    func outcomes(of group: ProcessReading.Group) -> [(event: String, trigger: Trigger)] {
        (context.children[group.run]?.outcomes.sorted() ?? []).map { outcome in
            let trigger = Trigger.outcome(group: group.name, outcome: outcome)
            return (trigger.event, trigger)
        }
    }

    func stepLate(_ late: ObservationLog.Moment) {
        guard let trigger = late.trigger else { return }
        let node = nodes[late.node]
        take(Position.Step(cue: Cue(trigger)), from: node.situation, node.last, node: late.node)
    }
}

extension Dictionary {
    /// Keeps the first value for a key.
    mutating func keep(_ value: Value, for key: Key) {
        if self[key] == nil { self[key] = value }
    }
}
