import Agreements
import Expressions
import Statechart

/// The explorations of all processes of a workflow: each by itself, its children as what they may tell.
///
/// First, from the innermost outwards, what each child process can tell and how it can end, whatever the
/// variables are. Then, from the life inwards, each again with what is known of the variables where it is
/// run.
struct ProcessExplorations {
    let processes: [String: ProcessDefinition]
    let context: ExplorationContext
    private(set) var behaviours: [String: ChildBehaviour] = [:]
    private(set) var explorations: [String: Exploration] = [:]
    /// The processes of which something is not known, since it, or what it starts, could not be read.
    private(set) var clouded: Set<String> = []
    /// Innermost first, the life last.
    private(set) var order: [String] = []
    private var readings: [String: ProcessReading] = [:]
    /// What the explorations that were done say of where children run.
    private var grounds: [String: ChildGround] = [:]
    /// What is certain, by process, of what it is about.
    private let facts: [String: [String: Value]]
    /// By process: the states in which the term certainly has a last day.
    private let termStates: [String: Set<String>]
    /// By process: the legal statuses that the agreement may have while it runs.
    private(set) var statuses: [String: Set<LegalStatus>] = [:]
    /// Whether it is asked what is impossible: then the outcomes of conditions are noted, and the legal status
    /// counts in child processes.
    private let notesOutcomes: Bool

    init(
        _ processes: [String: ProcessDefinition], parameters: [String: JSON], properties: [PropertyRule],
        restrictions: [ActRestriction], facts: [String: [String: Value]] = [:], premises: [Program] = [],
        notesOutcomes: Bool = false, mayHaveCall: Bool = true,
        termStates: [String: Set<String>] = [:]
    ) {
        self.processes = processes
        (self.facts, self.notesOutcomes, self.termStates) = (facts, notesOutcomes, termStates)
        readings = processes.mapValues { ProcessReading($0) }
        var context = ExplorationContext(parameters: parameters, properties: properties)
        context.childReads = Self.reads(of: processes, readings)
        context.premises = premises
        context.restrictions = restrictions
        context.mayHaveCall = mayHaveCall
        context.partiesMayChange = readings.values.contains { $0.allActions.changeParties }
        context.partiesMayLeave = readings.values.contains { reading in
            reading.allActions.contains { if case .removeParty = $0 { true } else { false } }
        }
        self.context = context
        for name in ["life"] + processes.keys.sorted() { arrange(name, around: []) }
        observeAll()
        exploreAll()
    }

    /// The results of the life are gathered beside the explorations of the others, each of those after all that start it.
    private mutating func exploreAll() {
        let life = explore("life")
        if let life { take(life.noted) }
        let begun = self
        let (results, others) = beside(
            { life.map { Exploration($0.explorer) } },
            {
                var others = begun
                for names in others.levelsInwards {
                    let known = others
                    let found = gathered(names.filter { $0 != "life" }) { name -> (Noted, Exploration)? in
                        known.explore(name).map { ($0.noted, Exploration($0.explorer)) }
                    }
                    for case (let noted, let results)? in found {
                        others.take(noted)
                        others.explorations[noted.name] = results
                    }
                }
                return others
            })
        self = others
        explorations["life"] = results
    }

    /// The processes, innermost first: each in a level after those that it starts.
    private var levels: [[String]] {
        var depths: [String: Int] = [:]
        for name in order { depths[name] = 1 + (runs(of: name).compactMap { depths[$0] }.max() ?? 0) }
        return byDepth(depths)
    }

    /// The processes, outermost first: each in a level after those that start it.
    private var levelsInwards: [[String]] {
        var depths: [String: Int] = [:]
        var seen: Set<String> = []
        for name in order.reversed() {
            let depth = depths[name, default: 1]
            seen.insert(name)
            for run in runs(of: name) where !seen.contains(run) {
                depths[run] = max(depths[run, default: 1], depth + 1)
            }
        }
        return byDepth(depths)
    }

    private func byDepth(_ depths: [String: Int]) -> [[String]] {
        Dictionary(grouping: order) { depths[$0, default: 1] }.sorted { $0.key < $1.key }.map(\.value)
    }

    private func runs(of name: String) -> [String] { readings[name]?.groups.joined().map(\.run) ?? [] }

    private mutating func arrange(_ name: String, around: Set<String>) {
        guard let reading = readings[name], !order.contains(name), !around.contains(name) else { return }
        for run in Set(reading.groups.joined().map(\.run)).sorted() {
            arrange(run, around: around.union([name]))
        }
        order.append(name)
    }

    /// What a process can tell that starts itself, directly or round about, begins with nothing and grows: it
    /// ends by the ways that do not ask for another end of its own.
    private mutating func observeAll() {
        let turning = order.filter { startsItself($0) }
        guard !turning.isEmpty else {
            for names in levels {
                let known = self
                for observed in gathered(names, { known.observed($0) }) { take(observed) }
            }
            return
        }
        for name in turning { behaviours[name] = ChildBehaviour(outcomes: [], ends: []) }
        for _ in 0...Self.growthMax {
            let before = behaviours
            for name in order { take(observed(name)) }
            guard behaviours != before else { return }
        }
        for name in turning { behaviours[name] = nil }
    }

    /// More rounds than what a process tells of itself takes to grow.
    private static let growthMax = 32

    private func startsItself(_ name: String) -> Bool {
        var reached: Set<String> = []
        var waiting = [name]
        while let next = waiting.popLast() {
            for run in runs(of: next) where reached.insert(run).inserted {
                waiting.append(run)
            }
        }
        return reached.contains(name)
    }

    /// What a process can tell, if all of it and of what it starts is known.
    private struct Observed: Sendable {
        let name: String
        var isClouded: Bool
        var behaviour: ChildBehaviour?
    }

    private func observed(_ name: String) -> Observed {
        let runs = runs(of: name)
        let isClouded =
            clouded.contains(name) || runs.contains { processes[$0] == nil || clouded.contains($0) }
        guard name != "life", let process = processes[name] else {
            return Observed(name: name, isClouded: isClouded)
        }
        let behaviour = behaviour(of: process)
        return Observed(
            name: name, isClouded: isClouded || behaviour == nil, behaviour: isClouded ? nil : behaviour)
    }

    private mutating func take(_ observed: Observed) {
        if observed.isClouded { clouded.insert(observed.name) }
        guard observed.name != "life", processes[observed.name] != nil else { return }
        behaviours[observed.name] = observed.behaviour
    }

    private func behaviour(of process: ProcessDefinition) -> ChildBehaviour? {
        let name = process.name
        var context = context
        context.children = behaviours
        context.properties = []
        context.facts = facts[name] ?? [:]
        context.termStates = termStates[name] ?? []
        context.sharedVariables = Set(context.childReads.values.joined())
        return Exploration.behaviour(of: process, in: context)
    }

    /// What the exploration of a process says of where its children run.
    private struct Noted: Sendable {
        let name: String
        let ground: ChildGround
        let statuses: Set<LegalStatus>?
    }

    private mutating func take(_ noted: Noted) {
        grounds[noted.name] = noted.ground
        statuses[noted.name] = noted.statuses
    }

    private func explore(_ name: String) -> (explorer: Explorer, noted: Noted)? {
        guard let process = processes[name] else { return nil }
        let weighsStatuses = notesOutcomes || !context.restrictions.isEmpty
        let statuses = weighsStatuses ? statuses(while: name) : nil
        var context = context
        context.children = behaviours
        context.facts = facts[name] ?? [:]
        context.termStates = termStates[name] ?? []
        context.notesOutcomes = notesOutcomes
        context.statuses = statuses ?? []
        if name == "life" {
            context.sharedVariables = written(by: Set(processes.keys).subtracting(["life"]))
        } else {
            context.sharedVariables = written(by: Set(processes.keys).subtracting(["life"]))
            context.variables = known(where: name).filter { !context.sharedVariables.contains($0.key) }
        }
        let explorer = Explorer(process, in: context)
        explorer.explore()
        return (explorer, Noted(name: name, ground: ChildGround(explorer), statuses: statuses))
    }

    /// What is known of the variables wherever a process may run.
    private func known(where name: String) -> [String: AbstractValue] {
        var known: [String: AbstractValue]?
        let hasClouded = !clouded.isEmpty || grounds.values.contains(where: \.goesAstray)
        for (parent, ground) in grounds where !hasClouded {
            for (owner, values) in ground.variables
            where readings[parent]?.groups[owner].contains(where: { $0.run == name }) ?? false {
                known = known.map { $0.merging(values) { $0.joined(with: $1) } } ?? values
            }
        }
        return known
            ?? Dictionary(
                uniqueKeysWithValues: (context.childReads[name] ?? []).map { ($0, AbstractValue.open) })
    }

    /// The legal statuses that the agreement may have while a child process runs; nil where that is not known.
    ///
    /// A child ends with the state that started it, before the status changes.
    private func statuses(while name: String) -> Set<LegalStatus>? {
        var found: Set<LegalStatus> = []
        for parent in order {
            let groups = readings[parent]?.groups ?? []
            let owners = groups.indices.filter { groups[$0].contains { $0.run == name } }
            guard !owners.isEmpty else { continue }
            guard let ground = grounds[parent], ground.isComplete else { return nil }
            if parent == "life" {
                found.formUnion(owners.flatMap { ground.statuses[$0] ?? [] })
            } else {
                guard let around = statuses[parent] else { return nil }
                found.formUnion(around)
            }
        }
        return found
    }

    private func written(by names: Set<String>) -> Set<String> {
        var written: Set<String> = []
        for name in names {
            guard let reading = readings[name] else { continue }
            for case .set(let variable, _) in reading.allActions { written.insert(variable) }
        }
        return written
    }

    /// By process: the variables that it and those that it runs read.
    private static func reads(
        of processes: [String: ProcessDefinition], _ readings: [String: ProcessReading]
    ) -> [String: Set<String>] {
        var reads: [String: Set<String>] = readings.mapValues { reading in
            let guards = reading.chart.transitions.flatMap { $0.condition?.clauses ?? [] }.map(\.formula)
            let acting = reading.transitions.flatMap { $0?.formulas ?? [] }
            let own = reading.states.flatMap { $0?.formulas ?? [] }
            return Set((guards + acting + own).flatMap { VariableNames.read(by: $0.program) })
        }
        for _ in processes {
            for (name, reading) in readings {
                for run in reading.groups.joined().map(\.run) {
                    reads[name, default: []].formUnion(reads[run] ?? [])
                }
            }
        }
        return reads
    }
}
