/// Everything that a small chart can do, by trying every event under every value of the outside facts.
struct BruteForce {
    /// The atomic states at each rest.
    private(set) var configurations: Set<Bits> = []
    private(set) var entered = Bits()
    private(set) var taken = Bits()
    /// Whether some step never comes to rest: the engine refuses it, and nothing of it counts.
    private(set) var isEndless = false
    /// The configurations, no ends, of situations that wait for nothing: no event, no condition.
    private(set) var deadlocks: Set<Bits> = []
    /// Whether some way leads to an end of the chart.
    private(set) var ends = false
    /// The configurations of situations from which no end can be reached any more.
    private(set) var traps: Set<Bits> = []
    /// How many situations (configuration, history, variables) were reached.
    var count: Int { states.count }

    private let tree: SmallTree
    private let events: [Int]
    private let facts: [[Bool]]
    private var numbers: [PlainInterpreter.State: Int] = [:]
    private var states: [PlainInterpreter.State] = []
    private var before: [[Int]] = []

    init(_ chart: SmallChart) {
        tree = SmallTree(chart)
        let used = chart.arrows.compactMap { arrow -> Int? in
            if case .event(let number) = arrow.trigger { number } else { nil }
        }
        events = Set(used).sorted()
        facts =
            chart.readsFacts
            ? [[false, false], [false, true], [true, false], [true, true]] : [[false, false]]
        explore()
        findTraps()
    }

    private mutating func explore() {
        for facts in facts {
            var interpreter = PlainInterpreter(tree)
            note(interpreter.start(facts), interpreter, from: nil)
        }
        var next = 0
        while next < states.count {
            for facts in facts where !states[next].isFinished { step(from: next, facts) }
            noteDeadlock(states[next])
            next += 1
        }
    }

    private mutating func noteDeadlock(_ state: PlainInterpreter.State) {
        let awaits = tree.chart.arrows.contains {
            $0.trigger != .done && state.configuration.contains($0.source)
        }
        guard !state.isFinished, !awaits else { return }
        deadlocks.insert(state.configuration.intersection(tree.leaves))
    }

    /// While a condition holds nothing else is served; only then come the events.
    private mutating func step(from number: Int, _ facts: [Bool]) {
        let interpreter = PlainInterpreter(tree, states[number])
        let stimuli: [Int?] = interpreter.wantsMore(facts) ? [nil] : events.map { $0 }
        for event in stimuli {
            var interpreter = interpreter
            note(interpreter.serve(event, facts), interpreter, from: number)
        }
    }

    private mutating func note(_ rests: Bool, _ interpreter: PlainInterpreter, from: Int?) {
        guard rests else {
            isEndless = true
            return
        }
        entered.formUnion(interpreter.marks.entered)
        taken.formUnion(interpreter.marks.taken)
        let reached = number(interpreter.state)
        if let from { before[reached].append(from) }
    }

    private mutating func number(_ state: PlainInterpreter.State) -> Int {
        if let number = numbers[state] { return number }
        numbers[state] = states.count
        states.append(state)
        before.append([])
        configurations.insert(state.configuration.intersection(tree.leaves))
        return states.count - 1
    }

    private mutating func findTraps() {
        var waiting = states.indices.filter { states[$0].isFinished }
        ends = !waiting.isEmpty
        var mayEnd = Set(waiting)
        while let state = waiting.popLast() {
            for earlier in before[state] where mayEnd.insert(earlier).inserted { waiting.append(earlier) }
        }
        for state in states.indices where !mayEnd.contains(state) {
            traps.insert(states[state].configuration.intersection(tree.leaves))
        }
    }
}
