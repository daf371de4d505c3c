import Agreements
import Expressions
import Statechart

/// Visits every situation that a process can be in, breadth first, by driving the real ``Session`` of its
/// chart.
///
/// What guards and dates read outside the chart is free: each open condition is answered both ways, acts,
/// timers, outcomes and domain events come at any time while something awaits them. So what never happens
/// here never happens; `Workflows/PROOF.md` says what the abstraction adds.
final class Explorer {
    typealias Run = Session<OracleModel>

    /// A situation with the shortest way to it.
    struct Node {
        var situation: Situation
        /// What the chart did last on that way.
        var last: Response
        /// The node before; -1 at the start.
        var parent: Int
        var trigger: Trigger
        /// Whether an eventless transition is certainly enabled: then it is taken before anything comes in.
        var isPassing = false
    }

    /// A step from one situation to another.
    struct Edge {
        var from: Int
        var to: Int
        var trigger: Trigger
        /// What the chart did.
        var response: Response
        /// Whether no condition was answered that might have come out otherwise.
        var isCertain: Bool
        /// What was chosen where it was open.
        var answers: [Tape.Answer]
        /// The states with timers that it entered and that are active after it.
        var armed: StateSet { response.armed }
    }

    let reading: ProcessReading
    let context: ExplorationContext
    let formulas: FormulaTable
    let tape: Tape
    /// The session of the chart: it is taken from one rest to the next.
    var session: Run
    let liveness: Liveness
    let signing: SigningRules
    let sensitive: SensitiveReads
    let deeds: Deeds
    let onceOnly: OnceOnly
    /// By transition: the numbers of its conditions.
    let conditions: [[Int]]
    let watched: [Int: Int]
    /// The rules of this process.
    let rules: [Rule]
    /// The `eventually` rules, each with its mark.
    let eventualMarks: [Rule: Int]
    /// The state that stands for wherever leads what could not be read.
    let nowhere: Int?

    var nodes: [Node] = []
    var edges: [Edge] = []
    /// The steps by the event that they answer.
    var attempts: [Attempt] = []
    /// The answers of the event under way by which nothing follows.
    var silent: [[Tape.Answer]] = []
    var log = ObservationLog()
    /// Nil where everything was seen.
    var bound: ExplorationBound?
    var isComplete: Bool { bound == nil }
    private var numbers: [Situation: Int] = [:]
    private var positions: [Position.Place: Position] = [:]
    var outlooks: [StateSet: Outlook] = [:]
    /// The step under way, for what formulas read in it.
    var current = ObservationLog.Moment(node: -1, trigger: .start)
    /// The places of the conditions of eventless transitions, and what they read unset in the step under way.
    let eventlessPlaces: Set<String>
    var untakenReads: [ObservationLog.UnsetRead] = []
    /// Steps that belong to the settling of another, and those that were taken.
    var lateSteps: [ObservationLog.Moment] = []
    var knownLateSteps: Set<ObservationLog.Moment> = []
    /// The states that have timers, and those that have children.
    let timed: StateSet
    let owners: StateSet
    /// The constants that actions give to a variable, by its number.
    private(set) lazy var constants = gatherConstants()
    var answers: [PropertyQuestion: Truth] = [:]
    /// Which kinds of steps, and which joins, may come at once.
    var promptTriggers: [Trigger: Bool] = [:]
    var endedTruths: [EndedQuestion: Truth] = [:]
    var promptJoins: [JoinQuestion: Bool] = [:]
    /// How many children there may be, by the state that starts them.
    private var counts: [Int: [ProcessReading.Group: ChildCount]] = [:]
    /// By state and timer: whether another always comes on an earlier day.
    var overtaken: [String: Bool] = [:]
    private(set) lazy var groupsByName = Dictionary(grouping: reading.groups.joined(), by: \.name)
    /// By state: what the children that it starts may tell.
    private(set) lazy var tellings = reading.groups.map { $0.flatMap(outcomes) }
    /// The steps by the situation that they leave; for questions after the exploration.
    private(set) lazy var successors = Dictionary(grouping: edges, by: \.from)
    private(set) lazy var predecessors = Dictionary(grouping: edges, by: \.to)
    /// Whether some action names what the register has to know.
    private(set) lazy var namesRegister = reading.allActions.contains { $0.named != nil }
    private(set) lazy var actChoice = ActChoice(reading, formulas)
    private(set) lazy var lastingCauses = LastingCauses(self)
    /// By state with timers or children: the situations in which it is active.
    private(set) lazy var placesOfWaits: [Int: [Int]] = {
        var places: [Int: [Int]] = [:]
        var waiting = timed
        waiting.formUnion(owners)
        for (number, node) in nodes.enumerated() {
            for state in node.situation.configuration where waiting.contains(state) {
                places[state, default: []].append(number)
            }
        }
        return places
    }()
    /// By state and timer: those that ring before it.
    private(set) lazy var forerunners = Dictionary(
        uniqueKeysWithValues: timed.map { state in
            let timers = reading.states[state]?.timers ?? []
            return (
                state,
                Dictionary(
                    uniqueKeysWithValues: timers.map {
                        ($0.name, reading.forerunners(of: $0, in: state, context.parameters))
                    })
            )
        })
    private(set) lazy var attemptsByNode = Dictionary(grouping: attempts, by: \.node)

    /// The first situation of each configuration.
    private(set) lazy var firstNodes: [Int] = {
        var known: Set<StateSet> = []
        return nodes.indices.filter {
            !nodes[$0].isPassing && known.insert(nodes[$0].situation.configuration).inserted
        }
    }()

    /// How many ways of answering open conditions one event may have.
    static let choicesMax = 4_096

    init(_ process: ProcessDefinition, in context: ExplorationContext) {
        reading = ProcessReading(process)
        self.context = context
        nowhere = process.chart.index(of: ChartCompiler.nowhere)
        let properties = context.properties.filter { $0.process == process.name }
        let names = Self.variables(reading, context, properties)
        let formulas = FormulaTable(
            variables: names, parameters: context.parameters, facts: context.facts,
            premises: context.premises,
            statuses: context.notesOutcomes ? context.statuses : [])
        self.formulas = formulas
        deeds = Deeds(reading, formulas)
        tape = Tape(
            formulas: formulas, stages: Stages(reading, formulas, deeds), notesAll: context.notesOutcomes)
        session = Self.session(of: process.chart, tape)
        let asked = properties.flatMap { formulas.entry(of: $0.formula).variables }
        liveness = Liveness(reading, formulas, childReads: context.childReads, always: Set(asked))
        signing = SigningRules(reading, context.children, partiesMayLeave: context.partiesMayLeave)
        sensitive = SensitiveReads(reading, formulas, shared: context.sharedVariables)
        onceOnly = OnceOnly(reading, context)
        conditions = process.chart.transitions.map { transition in
            (transition.condition?.clauses ?? []).map { formulas.index(of: $0.formula) }
        }
        let states = reading.states
        timed = StateSet(states.indices.filter { states[$0].map { !$0.timers.isEmpty } ?? false })
        let groups = reading.groups
        owners = StateSet(groups.indices.filter { !groups[$0].isEmpty })
        eventlessPlaces = Set(
            process.chart.transitions.filter(\.events.isEmpty)
                .flatMap { $0.condition?.clauses ?? [] }.map(\.formula.place))
        let watched = properties.flatMap(\.visited).compactMap(reading.chart.index(of:)).uniqued()
        self.watched = Dictionary(uniqueKeysWithValues: watched.enumerated().map { ($1, $0) })
        rules = context.properties.enumerated().filter { $1.process == process.name }.map { index, rule in
            Rule(index: index, kind: rule.kind, formula: formulas.index(of: rule.formula))
        }
        eventualMarks = Dictionary(
            uniqueKeysWithValues: rules.filter { $0.kind == .eventually }.enumerated().map {
                ($1, $0 + watched.count)
            })
    }

    static func session(of chart: Chart<Guard>, _ tape: Tape) -> Run {
        // With fixed answers a chart that comes to rest does so within few turns of its states.
        let limits = SessionLimits(microstepsMax: 4 * chart.states.count + 64)
        return Run(chart, model: OracleModel(tape: tape), limits: limits)
    }

    /// The variables that anything here reads; what is only written does not matter.
    private static func variables(
        _ reading: ProcessReading, _ context: ExplorationContext, _ properties: [PropertyRule]
    ) -> [String] {
        let guards = reading.chart.transitions.flatMap { $0.condition?.clauses ?? [] }.map(\.formula)
        let acting = reading.transitions.flatMap { $0?.formulas ?? [] }
        let own = reading.states.flatMap { $0?.formulas ?? [] }
        let formulas = guards + acting + own + properties.map(\.formula)
        let children = reading.groups.joined().flatMap { context.childReads[$0.run] ?? [] }
        return Set(formulas.flatMap { VariableNames.read(by: $0.program) } + children).sorted()
    }

    func explore() {
        tape.onReading = { [unowned self] use, store in note(reading: use, in: store) }
        tape.afterDeed = { [unowned self] deed, store in self.store(after: deed, store) }
        start()
        var next = 0
        while next < nodes.count {
            guard nodes.count <= context.situationsMax else {
                bound = .situations(context.situationsMax)
                return
            }
            expand(next)
            while let late = lateSteps.popLast() { stepLate(late) }
            next += 1
        }
    }

    /// Where a session of the chart stands.
    func position(of session: Run) -> Position {
        var configuration = session.configuration
        configuration.remove(Chart<Guard>.root)
        var history: [Int: StateSet] = [:]
        if session.isRunning {
            history = session.history.filter { recorder, _ in
                liveness.mayRead(recorder, in: configuration)
            }
        }
        let place = Position.Place(configuration: configuration, history: history)
        if let known = positions[place] { return known }
        let variables = liveness.variables
        let unread = variables.indices.filter { variables[$0].isDisjoint(with: configuration) }
        let position = Position(
            configuration, unread: StateSet(unread), legal: reading.legal(configuration))
        positions[place] = position
        return position
    }

    /// How many children of a definition there may be while their state is active.
    func count(of definition: ChildrenDefinition, in owner: Int) -> ChildCount {
        let group = ProcessReading.Group(name: definition.name, run: definition.run)
        if let known = counts[owner]?[group] { return known }
        let count = reading.count(of: definition, in: owner, context.parameters)
        counts[owner, default: [:]][group] = count
        return count
    }

    /// Adds a situation, or finds it among those known.
    @discardableResult
    func visit(
        _ situation: Situation, _ response: Response, from parent: Int, by trigger: Trigger
    ) -> Int {
        let isCertain = tape.isCertain
        let number = numbers[situation] ?? nodes.count
        edges.append(
            Edge(
                from: parent, to: number, trigger: trigger, response: response, isCertain: isCertain,
                answers: tape.answers))
        guard number == nodes.count else { return number }
        numbers[situation] = number
        var node = Node(situation: situation, last: response, parent: parent, trigger: trigger)
        node.isPassing = isPassing(situation)
        nodes.append(node)
        note(number)
        return number
    }

    /// The steps from the start to a node, and one more.
    func path(to node: Int, then trigger: Trigger? = nil) -> [LocalizedText] {
        var steps = trigger.map { [$0.words] } ?? []
        var next = node
        while next >= 0 {
            steps.append(nodes[next].trigger.words)
            next = nodes[next].parent
        }
        return steps.reversed()
    }
}
