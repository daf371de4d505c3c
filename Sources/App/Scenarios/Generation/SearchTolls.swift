/// What a pursuit has learnt on its way: which steps lead astray, and which conditions refused an act.
struct SearchTolls {
    /// What a step counts more each time that it led no nearer.
    static let astray = 12

    private var tolls: [SearchStep: Int] = [:]
    /// By process and way: the clauses, by their places, that refused an act here whatever was given.
    var refused: [String: Set<String>] = [:]

    /// What is known of another place: an act that was refused may be open there.
    var elsewhere: SearchTolls {
        var tolls = self
        tolls.refused = [:]
        return tolls
    }

    mutating func charge(_ step: SearchStep) { tolls[step.anyRun, default: 0] += Self.astray }

    func toll(_ step: SearchStep) -> Int { tolls.isEmpty ? 0 : tolls[step.anyRun] ?? 0 }
}

extension SearchStep {
    /// The same in whatever run of its process.
    fileprivate var anyRun: SearchStep {
        switch self {
        case .act(let process, let event): .act(process: process.withoutRuns, event: event)
        case .text(let process): .text(process: process.withoutRuns)
        case .wait, .pass, .document, .edit, .measure, .call, .delegate: self
        }
    }
}

extension String {
    fileprivate var withoutRuns: String {
        contains(".") ? split(separator: "/").map { String($0).withoutRun.name }.joined(separator: "/") : self
    }
}
