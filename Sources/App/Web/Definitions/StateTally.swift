import Agreements
import Storage

/// How many files of one version are where in its life, read off one counting in which each file stands once.
struct StateTally {
    private let counts: [StateCount]
    private let steps: [String: Instant]

    /// - Parameter steps: since when the first step is open in each state that has one.
    init(_ counts: [StateCount], steps: [String: Instant]) { (self.counts, self.steps) = (counts, steps) }

    /// The stages where files are.
    var stages: Set<String> { Set(counts.map(Self.stage)) }

    /// Files of a stage, or of all, by what they wait on.
    func count(_ awaited: Awaited, in stage: String? = nil) -> Int {
        counts.filter { $0.awaited == awaited && (stage == nil || Self.stage($0) == stage) }
            .reduce(0) { $0 + $1.count }
    }

    /// The files in a state, or in one inside it, that wait on something; nil for none.
    ///
    /// Since when the first is known of a stage as a whole, and of an inner state by the step that it asks for.
    func waiting(in state: String) -> (count: Int, oldest: Instant?)? {
        let here = counts.filter { count in
            count.awaited != .done && count.state.contains { $0 == state || $0.hasPrefix("\(state).") }
        }
        guard let oldest = here.map(\.oldest).min() else { return nil }
        return (here.reduce(0) { $0 + $1.count }, state.contains(".") ? steps[state] : oldest)
    }

    /// What each state of a life carries in its picture.
    func marks(on life: ProcessDefinition, now: Instant, zone: Zone, in language: Language) -> [String:
        String]
    {
        life.states.keys.reduce(into: [:]) { marks, state in
            guard let (count, oldest) = waiting(in: state) else { return }
            let isOne = language.isSingular(count)
            let files =
                switch language {
                case .french: "\(count) \(isOne ? "dossier" : "dossiers")"
                case .english: "\(count) \(isOne ? "file" : "files")"
                }
            let age = oldest.map { max(0, zone.day(of: $0).days(to: zone.day(of: now))) }
            marks[state] = files + (age.map { ", \($0) \(language == .french ? "j" : "d")" } ?? "")
        }
    }

    /// The outermost state, as the office's list tells it.
    private static func stage(_ count: StateCount) -> String {
        String((count.state.first ?? "").prefix { $0 != "." })
    }
}
