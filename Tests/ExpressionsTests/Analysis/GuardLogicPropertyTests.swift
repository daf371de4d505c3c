import Expressions
import Testing

@Suite("Guard logic against brute force")
struct GuardLogicPropertyTests {
    static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]
    private static let casesPerSeed = 150
    private static let worldsMax = 300

    @Test("What is said of one random guard is what the evaluator does in every world", arguments: seeds)
    func truth(seed: UInt64) throws {
        var random = RandomGuard(seed: seed)
        var decided = 0
        for number in 0..<Self.casesPerSeed {
            let source = random.guarding(depth: 3)
            let program = try SmallWorld.environment.compile(source)
            guard let worlds = Self.worlds(of: source) else { continue }
            let known = Self.knowledge(of: worlds, &random)
            let truth = program.truth(knowing: known)
            guard truth != .open else { continue }
            decided += 1
            let fitting = worlds.filter { Self.agrees($0, known) }
            let isRight = fitting.allSatisfy { program.evaluate($0).holds == (truth == .holds) }
            #expect(isRight, "seed \(seed), case \(number): \(source) is \(truth) knowing \(known)")
        }
        #expect(decided > 5, "seed \(seed): hardly anything was decided")
    }

    @Test("What is said of two random guards is what the evaluator does in every world", arguments: seeds)
    func satisfiability(seed: UInt64) throws {
        var random = RandomGuard(seed: seed &+ 1_000)
        var unknown = 0
        for number in 0..<Self.casesPerSeed {
            let sources = [random.guarding(depth: 2), random.guarding(depth: 2)]
            let programs = try sources.map { try SmallWorld.environment.compile($0) }
            guard let worlds = Self.worlds(of: sources.joined(separator: " ")) else { continue }
            let answer = GuardLogic.satisfiability(
                allOf: [[programs[0]]], noneOf: [[programs[1]]], knowing: Knowledge())
            if answer == .unknown { unknown += 1 }
            guard answer == .no else { continue }
            let isPossible = worlds.contains {
                programs[0].evaluate($0).holds && !programs[1].evaluate($0).holds
            }
            #expect(!isPossible, "seed \(seed), case \(number): \(sources[0]) and not \(sources[1])")
        }
        #expect(unknown < Self.casesPerSeed / 4, "seed \(seed): \(unknown) cases were not decided")
    }

    @Test("A guard whose reads are all tested never fails for a missing field", arguments: seeds)
    func selections(seed: UInt64) throws {
        var random = RandomGuard(seed: seed &+ 2_000)
        for number in 0..<Self.casesPerSeed {
            let source = random.guarding(depth: 3)
            let program = try SmallWorld.environment.compile(source)
            guard program.untestedSelections.isEmpty, let worlds = Self.worlds(of: source) else { continue }
            let isSafe = worlds.allSatisfy { program.evaluate($0).error?.kind != .noSuchField }
            #expect(isSafe, "seed \(seed), case \(number): \(source)")
        }
    }

    private static func worlds(of source: String) -> [[String: Value]]? {
        SmallWorld.bindings(varying: SmallWorld.names(in: source), limit: worldsMax)
    }

    private static func knowledge(of worlds: [[String: Value]], _ random: inout RandomGuard) -> Knowledge {
        var knowledge = Knowledge()
        let world = worlds[random.below(worlds.count)]
        if random.below(2) == 0 { knowledge.values["a"] = world["a"] }
        if random.below(3) == 0 { knowledge.values["event"] = world["event"] }
        guard random.below(2) == 0, case .map(let vars)? = world["vars"] else { return knowledge }
        if let value = vars["n"] {
            knowledge.values["vars.n"] = value
        } else {
            knowledge.absent.insert("vars.n")
        }
        return knowledge
    }

    private static func agrees(_ world: [String: Value], _ known: Knowledge) -> Bool {
        guard case .map(let vars)? = world["vars"] else { return false }
        return known.values.allSatisfy { path, value in
            path == "vars.n" ? vars["n"] == value : world[path] == value
        } && (!known.absent.contains("vars.n") || vars["n"] == nil)
    }
}
