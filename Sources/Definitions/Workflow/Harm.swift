/// What could not be read of a transition or of a state: it is followed all the same, and nothing is said
/// that the slip itself would cause.
struct Harm: OptionSet, Hashable {
    let rawValue: Int

    /// Of a transition: its condition; it may hold or not.
    static let condition = Harm(rawValue: 1)
    /// Of a transition: its event or its targets, of a state that with which it begins; it leads anywhere.
    static let target = Harm(rawValue: 2)
    /// Of a transition: who does it, and whether with a reason.
    static let people = Harm(rawValue: 4)
    /// Of a transition: what the act carries.
    static let input = Harm(rawValue: 8)
    /// What it does.
    static let deeds = Harm(rawValue: 16)
    /// Of a state: its task.
    static let task = Harm(rawValue: 32)
    /// Of a state: its timers, its children or transitions of its own; something unknown may lead out of it.
    static let ways = Harm(rawValue: 64)
    /// Of a state: what it means, such as its legal status or its outcome.
    static let meaning = Harm(rawValue: 128)

    static let all: Harm = [.condition, .target, .people, .input, .deeds, .task, .ways, .meaning]

    /// Whether what comes after it is not known either.
    var leadsAstray: Bool { !isDisjoint(with: [.target, .deeds, .meaning]) }
}

extension WorkflowReading {
    /// Reads a part, and notes that it is harmed if anything but a text was wrong with it.
    func noting<Value>(_ part: Harm, in harm: inout Harm, _ read: () -> Value) -> Value {
        let before = log.findings.count
        let value = read()
        if log.findings[before...].contains(where: { $0.code != .missingText && !log.isMended($0) }) {
            harm.formUnion(part)
        }
        return value
    }
}
