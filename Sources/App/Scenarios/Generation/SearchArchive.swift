import Agreements
import Engine

/// Places from which a search may go on, each with how far everything wanted is from there.
struct SearchArchive {
    /// How many places are kept, and what a vain pursuit counts against its place and its aim.
    static let placesMax = 1_500
    private static let vainHere = 12
    private static let vainAtAll = 4
    private static let vainInLine = 5

    struct Place {
        var node: SearchNode
        /// With which proposal or given scenario it began.
        var line: String
        /// By the number of the goal.
        var distances: [UInt16]
        /// By the number of the goal: how often it was pursued from here in vain.
        var vain: [Int: Int] = [:]
    }

    private(set) var places: [Place] = []
    private var known: Set<String> = []
    /// By the number of the goal: how often it was pursued in vain.
    private(set) var vain: [Int: Int] = [:]
    /// The same by the line of the places.
    private var vainOfLine: [String: [Int: Int]] = [:]

    /// Keeps a place unless one like it is kept.
    mutating func keep(_ node: SearchNode, _ distances: @autoclosure () -> [UInt16]) {
        guard node.agreement.isLive, places.count < Self.placesMax, known.insert(node.key).inserted else {
            return
        }
        places.append(Place(node: node, line: node.line, distances: distances()))
    }

    /// The place and the goal that promise most: near, and not pursued in vain too often.
    func best(_ goals: [Int]) -> (place: Int, goal: Int)? {
        var best: (place: Int, goal: Int, score: Int)?
        for (index, place) in places.enumerated() {
            let line = vainOfLine[place.line] ?? [:]
            for goal in goals where place.distances[goal] < SearchEstimate.far {
                let tried =
                    Self.vainHere * place.vain[goal, default: 0] + Self.vainAtAll * vain[goal, default: 0]
                let score =
                    Int(place.distances[goal]) + tried + Self.vainInLine * line[goal, default: 0]
                    + place.node.trail.count / 16
                if score < best?.score ?? .max { best = (index, goal, score) }
            }
        }
        return best.map { ($0.place, $0.goal) }
    }

    /// Whether a goal was pursued in vain from wherever.
    func isStubborn(_ goal: Int) -> Bool { vain[goal, default: 0] > 0 }

    mutating func noteVain(place: Int, goal: Int) {
        places[place].vain[goal, default: 0] += 1
        vain[goal, default: 0] += 1
        vainOfLine[places[place].line, default: [:]][goal, default: 0] += 1
    }

}

extension SearchNode {
    /// What is the same from the beginning to the end: the parties and the dossier of the proposal, or the scenario.
    fileprivate var line: String {
        guard case .propose(let start)? = trail.first?.verb else { return base?.name ?? "" }
        let dossier = start.dossier.keys.sorted().joined(separator: " ")
        return "\(start.parties) \(start.unit ?? "") \(dossier) \(start.heads.count)"
    }
}
