import Agreements
import Statechart

/// What comes once while a state is active: the timer that counts from its entry rings once, and the only
/// child tells its end once.
struct OnceOnly {
    /// Something that comes once, by its number in ``Situation/spent``.
    struct Item: Hashable {
        /// The state that it belongs to.
        var state: Int
        var trigger: Trigger
    }

    private(set) var items: [Item] = []
    private var numbers: [Item: Int] = [:]
    /// The states that have any.
    private(set) var owners = StateSet()

    init(_ reading: ProcessReading, _ context: ExplorationContext) {
        for (index, state) in reading.states.enumerated() {
            for timer in state?.timers ?? [] where timer.due.ringsOnce {
                add(Item(state: index, trigger: .timer(name: timer.name, event: timer.event)))
            }
            for child in state?.children ?? [] {
                let count = reading.count(of: child, in: index, context.parameters)
                guard let behaviour = context.children[child.run], behaviour.isComplete,
                    count.least == 1, count.most == 1,
                    reading.groups[index].count(where: { $0.name == child.name }) == 1
                else { continue }
                for outcome in behaviour.lastOutcomes.sorted() {
                    add(Item(state: index, trigger: .outcome(group: child.name, outcome: outcome)))
                }
            }
        }
    }

    private mutating func add(_ item: Item) {
        guard numbers[item] == nil else { return }
        numbers[item] = items.count
        items.append(item)
        owners.insert(item.state)
    }

    /// The number of what comes once; nil for what may come again.
    func number(of trigger: Trigger, in state: Int) -> Int? {
        numbers[Item(state: state, trigger: trigger)]
    }

    /// The end that the only child of a name has told, if it has.
    func end(of group: String, in state: Int, among spent: StateSet) -> String? {
        for number in spent where items[number].state == state {
            if case .outcome(group, let outcome) = items[number].trigger { return outcome }
        }
        return nil
    }

    /// Whether something comes no more while a state is active.
    func isSpent(_ trigger: Trigger, in state: Int, among spent: StateSet) -> Bool {
        guard !spent.isEmpty else { return false }
        if case .outcome(let group, _) = trigger {
            return end(of: group, in: state, among: spent) != nil
        }
        return number(of: trigger, in: state).map(spent.contains) ?? false
    }
}

extension DueRule {
    /// Whether a timer rings once for each entry; one of a day that is computed is planned anew with the day.
    var ringsOnce: Bool {
        switch base {
        case .entry, .yearly: true
        case .formula: false
        }
    }
}

extension ChildBehaviour {
    /// The outcomes that are told at an end, and nowhere before.
    var lastOutcomes: Set<String> { Set(ends.compactMap(\.outcome)).subtracting(midwayOutcomes) }
}
