import Agreements
import Definitions
import Engine

/// Pursues one wanted transition after the other, from the place that is nearest to it.
///
/// The steps towards it are read from the charts and from the conditions that do not hold: what sets the variable that
/// is missing, which child has to end how, which document is asked for. What was reached on the way is kept, so that
/// the next aim begins where it is near.
extension ScenarioSearch {
    /// Steps of one pursuit, and how often one may lead no nearer.
    private static let stepsMax = 160
    private static let detoursMax = 12
    /// How many inputs of an act are tried on the way, and for the wanted act itself.
    private static let inputsMax = 60
    private static let acceptedMax = 12
    /// How often it looks anew from one place, with what led astray made dearer.
    private static let looksMax = 3
    private static let goalInputsMax = 64
    /// Decisions of one pursuit: so many, and so many more for what it counts to be away.
    private static let decisionsMin = 80
    private static let decisionsEach = 12
    /// Vain pursuits in a row after which the search walks at random for a while.
    private static let vainMax = 25
    /// Pursuits in a row that found no move to try.
    private static let idleMax = 300
    /// Places of given scenarios that it goes on from.
    private static let seedsMax = 300

    mutating func pursue(from seeds: [SearchNode], decisionsMax: Int) throws {
        var archive = SearchArchive()
        try begin(&archive, seeds)
        var (vain, idle) = (0, 0)
        while !wanted.isEmpty, decisions < decisionsMax, idle < Self.idleMax {
            let before = (found: found.count, decisions: decisions)
            let left = goals.indices.filter { wanted[goals[$0].name] != nil }
            guard let (place, goal) = archive.best(left) else { return }
            try pursue(
                goals[goal], from: archive.places[place].node, varied: archive.isStubborn(goal), &archive,
                decisionsMax)
            if wanted[goals[goal].name] != nil { archive.noteVain(place: place, goal: goal) }
            vain = found.count > before.found ? 0 : vain + 1
            idle = decisions > before.decisions ? 0 : idle + 1
            if vain > Self.vainMax {
                vain = 0
                try stroll(&archive)
            }
        }
    }

    private mutating func begin(_ archive: inout SearchArchive, _ seeds: [SearchNode]) throws {
        for start in starts {
            if let node = try begin(start) { keep(node, in: &archive) }
        }
        let stride = max(1, seeds.count / Self.seedsMax)
        for (index, seed) in seeds.enumerated() where index % stride == 0 { keep(seed, in: &archive) }
    }

    /// A walk at random from some place, for what no estimate sees.
    private mutating func stroll(_ archive: inout SearchArchive) throws {
        guard let node = archive.places.randomElement(using: &random)?.node else { return }
        let before = found.count
        try walk(from: node)
        for node in found[before...] { keep(node, in: &archive) }
    }

    private mutating func keep(_ node: SearchNode, in archive: inout SearchArchive) {
        archive.keep(node, distances(estimate(node)))
        keep(node)
    }

    private func estimate(_ node: SearchNode, _ tolls: SearchTolls = SearchTolls()) -> SearchEstimate {
        SearchEstimate(node, workflow, atlas, tolls: tolls)
    }

    private func distances(_ estimate: SearchEstimate) -> [UInt16] {
        goals.map { UInt16(min(SearchEstimate.far, estimate.distance($0.deed))) }
    }

    // MARK: One pursuit

    /// Where a pursuit stands.
    private struct Chase {
        let goal: SearchGoal
        /// Whether acts are tried with their inputs in another order: the usual one led nowhere before.
        let isVaried: Bool
        var node: SearchNode
        var estimate: SearchEstimate
        var seen: Set<String>
        var tolls = SearchTolls()
        /// Places that are no nearer, from the last one, with how far they are.
        var others: [(node: SearchNode, distance: Int)] = []
        var detours = 0

        var distance: Int { estimate.distance(goal.deed) }
    }

    private mutating func pursue(
        _ goal: SearchGoal, from start: SearchNode, varied: Bool, _ archive: inout SearchArchive,
        _ decisionsMax: Int
    ) throws {
        var chase = Chase(
            goal: goal, isVaried: varied, node: start, estimate: estimate(start), seen: [start.key])
        let limit = min(decisionsMax, decisions + Self.decisionsMin + Self.decisionsEach * chase.distance)
        for _ in 0..<Self.stepsMax where decisions < limit {
            guard try advance(&chase) else { return }
            archive.keep(chase.node, distances(chase.estimate))
            keep(chase.node)
            if wanted[goal.name] == nil { return }
        }
    }

    /// Takes the first step that leads nearer; where none does, one that leads somewhere new; false when there is none.
    private mutating func advance(_ chase: inout Chase) throws -> Bool {
        chase.others = []
        for _ in 0..<Self.looksMax {
            guard chase.distance < SearchEstimate.far else { break }
            let steps = chase.estimate.steps(to: chase.goal.deed)
            guard !steps.isEmpty else { break }
            for step in steps {
                if try take(step, &chase) { return true }
            }
            chase.estimate = estimate(chase.node, chase.tolls)
        }
        return detour(&chase)
    }

    /// Takes a step if, with some input, it leads nearer.
    private mutating func take(_ step: SearchStep, _ chase: inout Chase) throws -> Bool {
        let isGoal = step.event == chase.goal.event
        let known = moves(for: step, from: chase.node).prefix(isGoal ? Self.goalInputsMax : Self.inputsMax)
        let moves = chase.isVaried ? known.shuffled(using: &random) : Array(known)
        var hindrance: Hindrance?
        var isRefused = true
        var accepted = 0
        for move in moves {
            guard let next = try follow(move, from: chase.node) else {
                hindrance = further(hindrance, step, chase.node)
                continue
            }
            isRefused = false
            accepted += 1
            guard wanted[chase.goal.name] != nil else {
                (chase.node, chase.estimate) = (next, estimate(next))
                return true
            }
            if go(next, move, &chase) { return true }
            if accepted >= Self.acceptedMax, !isGoal { break }
        }
        if isRefused, let hindrance {
            chase.tolls.refused[hindrance.way, default: []].insert(hindrance.place)
        } else {
            chase.tolls.charge(step)
        }
        return false
    }

    /// Goes on from there if it is nearer.
    private func go(_ next: SearchNode, _ move: SearchMove, _ chase: inout Chase) -> Bool {
        guard next.agreement.isLive else { return false }
        guard chase.seen.insert(next.chaseKey(move)).inserted else { return false }
        let estimate = estimate(next, chase.tolls.elsewhere)
        let distance = estimate.distance(chase.goal.deed)
        guard distance < chase.distance else {
            chase.others.append((next, distance))
            return false
        }
        (chase.node, chase.estimate) = (next, estimate)
        chase.tolls = chase.tolls.elsewhere
        return true
    }

    /// Goes on where it is no nearer, to one of the nearest places, if that is new.
    private mutating func detour(_ chase: inout Chase) -> Bool {
        chase.detours += 1
        let others = chase.others.filter { $0.distance < SearchEstimate.far }
        guard chase.detours <= Self.detoursMax, let nearest = others.map(\.distance).min(),
            let next = others.filter({ $0.distance <= nearest + 2 }).randomElement(using: &random)?.node
        else { return false }
        chase.tolls = chase.tolls.elsewhere
        (chase.node, chase.estimate) = (next, estimate(next, chase.tolls))
        return true
    }

    /// A clause that refused an act, after so many that held.
    private struct Hindrance {
        var way: String
        var place: String
        var held: Int
    }

    /// The clause before which most held, of those that refused an act with one value or another: that is what is
    /// really in its way.
    private func further(_ known: Hindrance?, _ step: SearchStep, _ node: SearchNode) -> Hindrance? {
        guard case .act(let path, let event) = step, let rule = lastRefusal?.rule,
            let process = node.agreement.processes[path], let number = atlas.number[process.definition]
        else { return known }
        for way in atlas.charts[number].ways where way.event == event {
            guard let held = way.needs.firstIndex(where: { $0.clause.formula.source == rule }),
                held > known?.held ?? -1
            else { continue }
            return Hindrance(
                way: "\(path) \(way.name)", place: way.needs[held].clause.formula.place, held: held)
        }
        return known
    }
}

/// A transition that a search wants.
struct SearchGoal {
    var name: String
    var event: String
    var deed: SearchDeed
}

extension SearchNode {
    /// What tells this place from others of one pursuit: each child counts, and after a wait the time.
    fileprivate func chaseKey(_ move: SearchMove) -> String {
        let children = agreement.processes.values.map { "\($0.path) \($0.state)" }.sorted().joined(
            separator: "|")
        return
            "\(key)|\(children)|\(move.isWait || move.isPass ? now.description : "")|\(facts.measures.count)"
    }
}

extension SearchStep {
    fileprivate var event: String? { if case .act(_, let event) = self { event } else { nil } }
}

extension ScenarioSearch {
    /// What may happen next from a place.
    func moves(from node: SearchNode) -> SearchMoves {
        SearchMoves(
            node: node, workflow: workflow, cast: node.base?.cast ?? cast, witnesses: witnesses)
    }

    fileprivate func moves(for step: SearchStep, from node: SearchNode) -> [SearchMove] {
        moves(from: node).moves(for: step)
    }
}
