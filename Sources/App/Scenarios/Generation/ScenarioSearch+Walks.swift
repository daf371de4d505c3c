import Agreements
import Definitions
import Engine

/// Walks through whole lives: at each place the move that was made least often before, so that none is left out.
///
/// What leaves much behind, as an act that ends a whole instruction does, is put off; what may take a transition that
/// is wanted goes first, as long as it was not tried too often.
extension ScenarioSearch {
    /// Moves of one walk, and those that may be refused at one place.
    private static let walkMax = 200
    private static let refusedMax = 40
    /// Moves after the last that took something new.
    private static let patience = 90
    /// How many places are kept from which a wanted transition may be taken.
    private static let placesMax = 6
    /// How much less likely a move is for each state that it leaves behind, and the passing of time.
    private static let leaving = 3
    private static let waiting = 2

    /// Walks until all is taken, or `decisionsMax` decisions were.
    ///
    /// In turns from a new file and from a place where something wanted may be taken.
    mutating func walk(from seeds: [SearchNode], decisionsMax: Int) throws {
        for seed in seeds { keep(seed) }
        var starts = self.starts[...]
        while !wanted.isEmpty, decisions < decisionsMax {
            if let start = starts.popFirst() {
                guard let node = try begin(start) else { continue }
                starts.append(start)
                keep(node)
                try walk(from: node)
            } else if places.isEmpty {
                return
            }
            try walkFromPlace()
        }
    }

    /// From a place where the wanted transition may be taken that was sought least often.
    private mutating func walkFromPlace() throws {
        let sought = places.keys.min { (wanted[$0] ?? 0, $0) < (wanted[$1] ?? 0, $1) }
        guard let sought, let node = places[sought]?.randomElement(using: &random) else { return }
        wanted[sought]? += 1
        try walk(from: node)
    }

    mutating func walk(from start: SearchNode) throws {
        var node = start
        var idle = 0
        for _ in 0..<Self.walkMax where idle < Self.patience && !wanted.isEmpty {
            let before = found.count
            guard node.agreement.isLive, let next = try step(from: node) else { return }
            idle = found.count > before ? 0 : idle + 1
            keep(next)
            node = next
        }
    }

    /// The first move, of those made least often, that is not refused.
    private mutating func step(from node: SearchNode) throws -> SearchNode? {
        let aim = SearchAim(workflow, wanted: wanted.keys)
        var moves = moves(from: node).all
        moves.shuffle(using: &random)
        let ranked = moves.map { (move: $0, kind: kind(of: $0, in: node), rank: rank(of: $0, in: node, aim)) }
            .sorted { $0.rank < $1.rank }
        for (move, kind, _) in ranked.prefix(Self.refusedMax) {
            made[kind, default: 0] += 1
            if let next = try follow(move, from: node) { return next }
        }
        return nil
    }

    private func rank(of move: SearchMove, in node: SearchNode, _ aim: SearchAim) -> Int {
        let count = made[kind(of: move, in: node), default: 0]
        if aim.target(of: move, in: node) != nil { return count / 2 }
        return count + Self.leaving * left(by: move, in: node) + (move.isWait ? Self.waiting : 0)
    }

    /// What moves are counted by: the act and what is chosen in it, wherever it is done.
    private func kind(of move: SearchMove, in node: SearchNode) -> String {
        switch move.verb {
        case .act(let name, _, let input, _):
            let chosen = input.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            return "\(name) \(chosen.filter { $0.utf8.count < 40 }.joined(separator: " "))"
        case .document(let kind, _, let process): return "document \(kind) \(process == nil)"
        case .edit: return "edit"
        case .measure(let measure): return "measure \(measure.kind)"
        case .lift: return "lift"
        case .delegate: return "delegate"
        case .extend: return "extend"
        case .wait:
            return "wait \(node.agreement.processes["life"]?.state.joined(separator: " ") ?? "")"
        case .pass: return "pass"
        case .propose: return "propose"
        }
    }

    /// How many active states the act would leave beyond its own.
    private func left(by move: SearchMove, in node: SearchNode) -> Int {
        guard case .act(let name, let written, _, _) = move.verb else { return 0 }
        let processes = node.agreement.processes.values.filter { process in
            process.status == .active && (written == "life") == (process.parent == nil)
        }
        return processes.flatMap { process -> [Int] in
            guard let definition = workflow.processes[process.definition] else { return [] }
            let sources = definition.transitions(of: process).filter { $0.definition.event == name }
                .map { $0.label.prefix { $0 != "/" } }
            return sources.map { source in process.configuration.count { $0.hasPrefix("\(source).") } }
        }.max() ?? 0
    }

    /// Keeps a place for each wanted transition that its active states may take.
    mutating func keep(_ node: SearchNode) {
        for process in node.agreement.processes.values where process.status == .active {
            for state in process.configuration {
                for transition in bySource["\(process.definition) \(state)"] ?? [] {
                    guard wanted[transition] != nil else { continue }
                    if places[transition, default: []].count < Self.placesMax {
                        places[transition, default: []].append(node)
                    } else if Int.random(in: 0..<8, using: &random) == 0 {
                        places[transition]?[Int.random(in: 0..<Self.placesMax, using: &random)] = node
                    }
                }
            }
        }
    }
}
