import Agreements
import Expressions
import Statechart
import TestSupport
import Testing

/// Guards over the variables of a small chart, as the engine gives them to a session.
private struct SmallModel: DataModel {
    typealias Expression = Guard
    typealias Value = Expressions.Value

    let script: SmallScript
    let facts: [Bool]
    private var variables: [Bool?]
    private var followed = 0
    private var fresh: Set<Int> = []
    private var isLate = false
    private var now: [String: Expressions.Value] = [:]
    let bindings: [String: Expressions.Value]

    init(_ script: SmallScript, _ facts: [Bool], _ variables: [Bool?]) {
        self.script = script
        self.facts = facts
        self.variables = variables
        bindings = Self.bindings(variables, facts)
    }

    mutating func follow(_ journal: Journal, to transition: Int) {
        let microsteps = journal.microsteps(from: followed)
        followed = journal.stepsCount
        variables = script.variables(variables, after: microsteps)
        fresh.formUnion(microsteps.flatMap { $0.entered.map(\.index) })
        let asked = script.moves[transition]
        isLate = !asked.events.isEmpty || fresh.contains(asked.source)
        now = Self.bindings(variables, facts)
    }

    func holds(_ condition: Guard, in scope: Statechart.Scope<Expressions.Value>) -> Bool {
        condition.clauses.allSatisfy { $0.formula.program.evaluate(isLate ? now : bindings).holds }
    }

    private static func bindings(_ variables: [Bool?], _ facts: [Bool]) -> [String: Expressions.Value] {
        var vars: [String: Expressions.Value] = [:]
        for (number, value) in variables.enumerated() { vars["v\(number)"] = value.map { .bool($0) } }
        return [
            "vars": .object(vars), "measures": .object(["flagged": .bool(facts[0])]),
            "dossier": .object(["complete": .bool(facts[1])]),
        ]
    }
}

/// What the arrows and nodes of a small chart set, by the names that a session tells.
private struct SmallScript: Sendable {
    let chart: SmallChart
    let moves: [Transition<Guard>]
    private let labels: [String: Int]
    private let paths: [String: Int]

    init(_ chart: SmallChart, _ moves: [Transition<Guard>]) {
        self.chart = chart
        self.moves = moves
        labels = Dictionary(uniqueKeysWithValues: chart.arrows.indices.map { (chart.label($0), $0) })
        paths = Dictionary(
            uniqueKeysWithValues: chart.nodes.indices.dropFirst().map { (chart.path($0), $0) })
    }

    func variables(_ former: [Bool?], after microsteps: [Microstep]) -> [Bool?] {
        var variables = former
        for microstep in microsteps {
            let arrows = microstep.transitions.compactMap { $0.label.flatMap { labels[$0] } }
            let entered = microstep.entered.compactMap { paths[$0.id] }
            for setting in arrows.flatMap({ chart.arrows[$0].settings })
                + entered.flatMap({ chart.nodes[$0].settings })
            {
                variables[setting.variable] = setting.value
            }
        }
        return variables
    }
}

/// The product's session behind a small chart, served as the engine serves it.
private struct Driven {
    var session: Session<SmallModel>
    var variables = [Bool?](repeating: nil, count: SmallChart.variables)
    private let script: SmallScript

    init(_ chart: SmallChart) throws {
        let built = try chart.chart()
        script = SmallScript(chart, built.transitions)
        session = Session(built, model: SmallModel(script, [false, false], variables))
    }

    mutating func start(_ facts: [Bool]) -> Bool {
        session.model = SmallModel(script, facts, variables)
        return settle(session.start())
    }

    mutating func serve(_ event: Int?, _ facts: [Bool]) -> Bool {
        guard session.isRunning else { return true }
        session.model = SmallModel(script, facts, variables)
        return settle(session.process(Statechart.Event(event.map { "e\($0)" } ?? "always")))
    }

    private mutating func settle(_ macrosteps: [Macrostep<Expressions.Value>]) -> Bool {
        if macrosteps.contains(where: { $0.fault != nil }) { return false }
        variables = script.variables(variables, after: macrosteps.flatMap(\.trace.microsteps))
        return true
    }

    var configuration: Set<String> {
        Set(session.chart.ids(session.configuration.filter { $0 != 0 }))
    }
}

@Suite("The plain interpreter of SCXML's appendix D and the product's session", .besideThePool)
struct PlainInterpreterTests {
    @Test("Random charts are in the same configuration, with the same variables, after every event")
    func same() async throws {
        let seed = ProofRandom.seed
        for number in 0..<1_000 {
            await Task.yield()  // Others wait for these threads, with time limits.
            var random = ProofRandom(seed: seed, number: number)
            let chart = SmallChart.random(&random)
            let difference = try Self.difference(chart, &random)
            #expect(difference == nil, "ENTENTE_SEED=\(seed), chart \(number):\n\(chart)")
            if difference != nil { return }
        }
        print("1,000 random charts, 12 events each, ENTENTE_SEED=\(seed)")
    }

    /// What differs after some event, or nothing.
    private static func difference(_ chart: SmallChart, _ random: inout ProofRandom) throws -> String? {
        var driven = try Driven(chart)
        let tree = SmallTree(chart)
        var plain = PlainInterpreter(tree)
        var facts = draw(&random)
        var rests = (driven.start(facts), plain.start(facts))
        for step in 0...12 {
            guard rests.0 == rests.1 else { return "step \(step): only one comes to rest" }
            guard rests.0 else { return nil }
            let expected = Set(plain.state.configuration.numbers.map { tree.paths[$0] })
            guard driven.configuration == expected, driven.variables == plain.state.variables else {
                return "step \(step): \(driven.configuration.sorted()) but \(expected.sorted()) is right"
            }
            facts = draw(&random)
            // The engine looks again after each step; here the looks are drawn too.
            let event = random.chance(3) ? nil : Int.random(in: 0..<SmallChart.events, using: &random)
            rests = (driven.serve(event, facts), plain.serve(event, facts))
        }
        return nil
    }

    private static func draw(_ random: inout ProofRandom) -> [Bool] { [random.chance(2), random.chance(2)] }
}
