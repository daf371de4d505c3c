import Agreements

extension ProcessFlow {
    /// The shortest way to a cause from the start of the process, one step an element: as the exploration of
    /// the process went it, else one that asks no guard.
    func steps(to cause: Cause) -> [LocalizedText] {
        switch cause {
        case .start: return beginning
        case .condition: return [.init(fr: "une condition devient vraie", en: "a condition comes to hold")]
        case .transition(let index):
            let label = process.transitions[index].definition.label
            if let way = process.ways?.way(toTransition: label) { return begun(way) }
            let before = shortestWays[process.transitions[index].source] ?? []
            return beginning + (before + [index]).compactMap(words)
        }
    }

    /// A way to a cause that leaves a state active: through that state, unless the cause enters it.
    func steps(to cause: Cause, in state: Int) -> [LocalizedText] {
        switch cause {
        case .start: return steps(to: cause)
        case .condition: return steps(toState: state) + steps(to: cause)
        case .transition(let index):
            let label = process.transitions[index].definition.label
            if let way = process.ways?.way(toTransition: label, beside: outline.states[state].path) {
                return begun(way)
            }
            guard !entered[index].contains(state), process.transitions[index].source != state else {
                return steps(to: cause)
            }
            return steps(toState: state) + [words(index)].compactMap { $0 }
        }
    }

    /// The shortest way to a state, in words.
    func steps(toState state: Int) -> [LocalizedText] {
        if let way = process.ways?.way(toState: outline.states[state].path) { return begun(way) }
        return beginning + (shortestWays[state] ?? []).compactMap(words)
    }

    /// Transitions one after the other from the start, in words.
    func steps(along way: [Int]) -> [LocalizedText] { beginning + way.compactMap(words) }

    private func begun(_ way: [LocalizedText]) -> [LocalizedText] { beginning + way.dropFirst() }

    private var beginning: [LocalizedText] {
        process.name == "life"
            ? [Trigger.start.words]
            : [.init(fr: "début de \(process.name)", en: "start of \(process.name)")]
    }

    static func shortestWays(
        from initial: some Collection<Int>, exits: [Int: [Int]], entered: [Set<Int>]
    ) -> [Int: [Int]] {
        var ways = Dictionary(uniqueKeysWithValues: initial.map { ($0, [Int]()) })
        var waiting = ways.keys.sorted()
        var next = 0
        while next < waiting.count {
            let state = waiting[next]
            next += 1
            for index in exits[state, default: []] {
                for target in entered[index].sorted() where ways[target] == nil {
                    ways[target] = ways[state, default: []] + [index]
                    waiting.append(target)
                }
            }
        }
        return ways
    }

    /// A transition in words: `submit by PI_FR`, `timer closing`, `circuit: signed`; nil where nothing is
    /// waited for.
    func words(_ index: Int) -> LocalizedText? {
        let transition = process.transitions[index]
        let event = transition.definition.event
        if transition.isAct {
            let roles = transition.definition.by.map(\.description)
            guard !roles.isEmpty else { return LocalizedText(name: event) }
            let all = roles.alternatives
            return LocalizedText(fr: "\(event) par \(all.fr)", en: "\(event) by \(all.en)")
        }
        if event == "always" { return nil }
        if event == "done" || event.hasPrefix("joined.") {
            let path = outline.states[transition.source].path
            return LocalizedText(fr: "\(path) achevé", en: "\(path) done")
        }
        if let timer = process.states.flatMap(\.timers).first(where: { $0.event == event }) {
            return LocalizedText(fr: "délai \(timer.name)", en: "timer \(timer.name)")
        }
        let parts = event.split(separator: ".", maxSplits: 1).map(String.init)
        let names = Set(process.children.map(\.name))
        guard parts.count == 2, names.contains(parts[0]) else { return LocalizedText(name: event) }
        return LocalizedText(fr: "\(parts[0]) : \(parts[1])", en: "\(parts[0]): \(parts[1])")
    }
}
