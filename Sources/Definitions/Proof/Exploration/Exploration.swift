package import Agreements
import Statechart

/// What a process can do: the result of visiting every situation that it can be in.
///
/// The situations are those of the chart with open conditions answered both ways, so there are never fewer
/// than the engine can reach; where guards read constants and variables only they are the same.
package struct Exploration: Sendable {
    /// A finding of the exploration with the steps that lead to it.
    struct Sighting<Subject: Hashable & Sendable>: Sendable {
        var subject: Subject
        var path: [LocalizedText]
    }

    /// Whether every situation was visited; if not, nothing is proved by what was not seen.
    package let isComplete: Bool
    /// How many situations were visited.
    package let situationsCount: Int
    /// The ids of the atomic states, sorted, at each stop.
    package let configurations: Set<[String]>
    /// States that are never entered, in document order.
    package let unreachedStates: [String]
    /// The labels of transitions that are never taken, in document order.
    package let deadTransitions: [String]
    /// Configurations from a situation of which no end can be reached.
    package let traps: Set<[String]>
    /// Configurations without end in which nothing can happen any more.
    package let deadlocks: Set<[String]>
    /// Configurations in which an event leads to no rest.
    package let endlessLoops: Set<[String]>
    let paths: [[String]: [LocalizedText]]
    let details: Details

    /// What findings are made of.
    struct Details: Sendable {
        /// By state id: the way to its first entry.
        var entries: [String: [LocalizedText]] = [:]
        /// Configurations that no end can be reached from, those in which it stays for ever.
        var traps: [Sighting<[String]>] = []
        var hasEnd = false
        /// Nil where everything was seen.
        var bound: ExplorationBound?
        var deadlocks: [Sighting<[String]>] = []
        /// Configurations without end that nothing leads out of, though something may come.
        var standstills: [Sighting<[String]>] = []
        var endless: [Sighting<[String]>] = []
        /// The first configuration of each turning of conditions over several steps.
        var turningSteps: [Sighting<[String]>] = []
        /// Where children and timers lead round in one instant.
        var promptTurns: [Sighting<PromptTurn>] = []
        /// The states of all such configurations.
        var turningStates: Set<String> = []
        /// Children that an action would start for a state that is never active then.
        var idleSpawns: [Sighting<ObservationLog.Spawn>] = []
        /// States, and labels of transitions, that take part in turning without end.
        var turning: Set<String> = []
        var unsetReads: [Sighting<ObservationLog.UnsetRead>] = []
        var illegalChanges: [Sighting<ObservationLog.StatusChange>] = []
        var unsigned: [Sighting<Int>] = []
        var heardTimers: Set<[String]> = []
        /// What children may tell where something awaits it, and where nothing does.
        var heardTellings: Set<ObservationLog.Telling> = []
        var unheardTellings: [ObservationLog.Telling: [LocalizedText]] = [:]
        /// The processes that it certainly starts in the instant in which it starts, each with the state that does.
        var startsAtOnce: [String: String] = [:]
        /// How states and transitions are come to.
        var ways = Ways()
        /// How the clauses of guards come out, where that was asked.
        var outcomes: Set<ClauseOutcome> = []
        var ties: [Sighting<TimerTie>] = []
        /// Timers beside what children tell when timers of theirs ring.
        var childTies: [Sighting<ChildTie>] = []
        var clockTies: [Sighting<ClockTie>] = []
        /// States that have a final part active but stay active with work of their own.
        var openEnds: [Sighting<String>] = []
        /// Ends of the life that leave the agreement with a status that binds.
        var bindingEnds: [Sighting<BindingEnd>] = []
        /// By number of the property in the context.
        var answers: [Int: PropertyAnswer] = [:]
    }

    /// Whether it comes to what could not be read: then more may happen than was seen.
    var goesAstray: Bool { details.entries[ChartCompiler.nowhere] != nil }

    /// The shortest way to a configuration, in words; nil when it was never reached.
    package func path(to configuration: [String]) -> [String]? {
        paths[configuration.sorted()].map { $0.map(\.en) }
    }

    /// Visits every situation of a process, breadth first.
    ///
    /// Pure. Cost grows with the number of situations, which the context bounds; one takes some tens of
    /// microseconds for each event that may come and each answer that is open.
    package static func explore(
        _ process: ProcessDefinition, in context: ExplorationContext = ExplorationContext()
    ) -> Exploration {
        let explorer = Explorer(process, in: context)
        explorer.explore()
        return Exploration(explorer)
    }

    /// What the parents of a process see of it; nil where it comes to what could not be read.
    ///
    /// Pure, at the cost of ``explore(_:in:)``.
    static func behaviour(of process: ProcessDefinition, in context: ExplorationContext) -> ChildBehaviour? {
        let explorer = Explorer(process, in: context)
        explorer.explore()
        return explorer.goesAstray ? nil : explorer.behaviour
    }
}
