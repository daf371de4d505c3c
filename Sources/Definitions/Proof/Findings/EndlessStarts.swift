/// Processes that start themselves in the instant in which they start, directly or by way of others: there is no
/// end of children then.
struct EndlessStarts {
    /// By process: the processes that it certainly starts at once, each with the state that does.
    let starts: [String: [String: String]]

    init(_ explorations: [String: Exploration]) { starts = explorations.mapValues(\.details.startsAtOnce) }

    /// The rounds, each once: the processes in their order, the first being the least.
    var rounds: [[String]] {
        starts.keys.sorted().compactMap { name in
            guard let round = way(from: name, to: name), round.min() == name else { return nil }
            return round
        }
    }

    /// The shortest way from a process to one that it starts.
    private func way(from start: String, to goal: String) -> [String]? {
        var ways = [[start]]
        var seen: Set<String> = []
        while !ways.isEmpty {
            var next: [[String]] = []
            for way in ways {
                for run in (starts[way[way.count - 1]] ?? [:]).keys.sorted() {
                    if run == goal { return way }
                    if seen.insert(run).inserted { next.append(way + [run]) }
                }
            }
            ways = next
        }
        return nil
    }
}
