import Expressions
import Statechart

extension Deliberation {
    /// An act of a person on a process that expects it.
    mutating func perform(_ act: Act) throws(Refusal) {
        if isHold(act) { return try hold(act) }
        let principal = try principal(recording: act.recorded)
        let process = try expecting(act, principal)
        guard let definition = workflow.processes[process.definition] else { return }
        let transitions = definition.acts(act.name, in: process)
        let roles = transitions.flatMap { $0.condition?.by ?? [] }.uniqued()
        guard let right = right(of: principal, to: roles, in: process) else {
            throw refusalOfRight(act, principal, roles, process)
        }
        try checkRestrictions(act)
        try checkDuties(act, principal)
        var delivery = Delivery(named: act.name, to: process.path, authority: authority(principal, right))
        let open = transitions.filter {
            self.right(of: principal, to: $0.condition?.by ?? [], in: process) != nil
        }
        let definitions = open.compactMap { $0.label.flatMap { definition.transitions[$0] } }
        try fill(&delivery, with: act, definitions, principal)
        let copy = self
        delivery.mayTake = { copy.right(of: principal, to: $0, in: process) != nil }
        if try !deliver(delivery) { throw refusalOfGuards(delivery, open, definition, process) }
    }

    /// The process that the act is meant for: the one named, or the only one in which the person may do it.
    private func expecting(_ act: Act, _ principal: Principal) throws(Refusal) -> Process {
        if let named = act.process {
            guard let process = latest(at: named) else {
                throw .rule(
                    "no_such_process", fr: "Aucun processus « \(named) » n’est en cours dans ce dossier.",
                    en: "No process \"\(named)\" runs in this file.")
            }
            if !acts(act.name, in: process).isEmpty { return process }
            throw refusalHere(act.name, among: [process])
        }
        let active = activePaths.compactMap { agreement.processes[$0] }
        let expecting = active.filter { !acts(act.name, in: $0).isEmpty }
        guard let first = expecting.first else { throw refusalHere(act.name, among: active) }
        let mine = expecting.filter { process in
            let roles = acts(act.name, in: process).flatMap { $0.condition?.by ?? [] }
            return right(of: principal, to: roles, in: process) != nil
        }
        if mine.count > 1 { throw .severalProcesses(act.name, mine.map(\.path)) }
        return mine.first ?? first
    }

    /// The process at a path given from the life on, with or without `life/`; the latest of those started
    /// again.
    func latest(at path: String) -> Process? {
        let full = path == "life" || path.hasPrefix("life/") ? path : "life/\(path)"
        let active = agreement.processes.values.filter { $0.status == .active }
        let named = active.filter { $0.isRun(of: full) }
        let children = active.filter {
            $0.parent != nil && $0.path.hasPrefix("\(full)/")
                && !$0.path.dropFirst(full.count + 1).contains("/")
        }
        return named.max { $0.isBefore($1) }
            ?? (children.count == 1 ? children.first : nil)
    }

    private func acts(_ name: String, in process: Process) -> [Transition<Guard>] {
        workflow.processes[process.definition]?.acts(name, in: process) ?? []
    }

    private func refusalHere(_ act: String, among processes: [Process]) -> Refusal {
        for process in processes {
            let states = workflow.processes[process.definition]?.activeStates(of: process) ?? []
            if let code = states.lazy.compactMap({ $0.refusals[act] }).first {
                return refusal(code, process.state)
            }
        }
        let possible = processes.flatMap { process in
            let definition = workflow.processes[process.definition]
            return (definition?.actNames(in: process) ?? []).map { workflow.words(ofAct: $0, in: definition) }
        }
        let first = processes.first
        let (state, definition) = (
            first?.state ?? agreement.state, workflow.processes[first?.definition ?? "life"]
        )
        return .notPossibleHere(
            workflow.words(ofAct: act, in: definition), state: state,
            here: workflow.words(ofStates: state, in: definition), possible: possible.uniqued())
    }

    func refusal(_ code: String, _ state: [String]) -> Refusal {
        Refusal(code: code, text: workflow.refusals[code] ?? LocalizedText(fr: code, en: code), state: state)
    }

    private func refusalOfRight(
        _ act: Act, _ principal: Principal, _ roles: [RoleReference], _ process: Process
    ) -> Refusal {
        let words = workflow.words(ofAct: act.name, in: workflow.processes[process.definition])
        guard let grantor = principal.onBehalfOf else { return .notAuthorized(words, roles: roles) }
        let lapsed = facts.delegations.contains {
            $0.grantor == grantor && $0.grantee == principal.person && !$0.holds(at: principal.instant)
        }
        return .noDelegation(words, roles: roles, expired: lapsed)
    }

    /// The refusal of the clause that failed, of the last transition that these roles may take.
    private func refusalOfGuards(
        _ delivery: Delivery, _ transitions: [Transition<Guard>], _ definition: ProcessDefinition,
        _ process: Process
    ) -> Refusal {
        let draft = Draft(delivery, seq: agreement.seq + 1, from: process.state)
        guard let condition = transitions.last?.condition,
            let failed = model(for: draft).firstFailure(of: condition)
        else {
            return .notPossibleHere(
                workflow.words(ofAct: delivery.event, in: definition), state: process.state,
                here: workflow.words(ofStates: process.state, in: definition),
                possible: definition.actNames(in: process).map { workflow.words(ofAct: $0, in: definition) })
        }
        var refusal = refusal(failed.clause.refusal, process.state)
        refusal.rule = failed.clause.formula.source
        refusal.reads = failed.evaluation.reads.map { .init(path: $0.path, value: JSON($0.value)) }
        return refusal
    }

    /// A legal status may allow few acts, wherever they would be done.
    private func checkRestrictions(_ act: Act) throws(Refusal) {
        let restriction = workflow.restrictions.first { $0.refuses(act.name, in: [agreement.legalStatus]) }
        if let restriction { throw refusal(restriction.refusal, agreement.state) }
    }

    /// Nobody acts on both sides of an exclusive duty, in their own name or for another.
    func checkDuties(_ act: Act, _ principal: Principal) throws(Refusal) {
        for duty in workflow.duties {
            let doers = Set(duty.barring(act.name).flatMap { agreement.doers[$0] ?? [] })
            if principal.doers.contains(where: doers.contains) {
                throw refusal(duty.refusal, agreement.state)
            }
        }
    }

    /// What each act of the active states says to the actor.
    func possibleActs() -> [PossibleAct] {
        let processes: [Process] = activePaths.compactMap { agreement.processes[$0] }
        return processes.flatMap { process -> [PossibleAct] in
            let names = workflow.processes[process.definition]?.actNames(in: process) ?? []
            lazy var bindings = bindings(for: process.path)
            return names.map { possibleAct($0, in: process, bindings) }
        } + possibleHold
    }

    private func possibleAct(
        _ name: String, in process: Process, _ bindings: @autoclosure () -> ValueMap
    ) -> PossibleAct {
        let definition = workflow.processes[process.definition]
        let labels = acts(name, in: process).compactMap(\.label)
        let title = labels.lazy.compactMap { definition?.transitions[$0]?.title }.first
        var trial = self
        do throws(Refusal) {
            try trial.perform(Act(name, process: process.path))
            return PossibleAct(name: name, process: process.path, title: title, refusal: nil)
        } catch {
            // A trial has neither input nor reason: what asks for them says nothing, unless nothing given would help.
            let asks = ["bad_input", "reason_required"].contains(error.code)
            let refusal = asks ? standingRefusal(of: name, in: process.path, bindings()) : error
            return PossibleAct(name: name, process: process.path, title: title, refusal: refusal)
        }
    }
}

extension Refusal {
    static func severalProcesses(_ act: String, _ paths: [String]) -> Refusal {
        .rule(
            "several_processes",
            fr:
                "Plusieurs processus attendent « \(act) » : précisez (\(paths.joined(separator: ", "))).",
            en: "Several processes expect \"\(act)\": say which (\(paths.joined(separator: ", "))).")
    }
}
