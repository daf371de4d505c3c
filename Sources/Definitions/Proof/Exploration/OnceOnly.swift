import Agreements
import Statechart

/// What comes once while a state is active: the timer that counts from its entry rings once, the only child
/// tells its end once, and of several children one is the first to tell something.
struct OnceOnly {
    /// Something that comes once, by its number in ``Situation/spent``.
    struct Item: Hashable {
        enum Subject: Hashable {
            case trigger(Trigger)
            /// That any child of this name has told anything.
            case firstWord(group: String)
        }

        /// The state that it belongs to.
        var state: Int
        var subject: Subject
    }

    private(set) var items: [Item] = []
    private var numbers: [Item: Int] = [:]
    /// By timer: the numbers of those of its state that certainly ring before it, and are heard then.
    private var before: [Item: [Int]] = [:]
    /// The states that have any.
    private(set) var owners = StateSet()

    init(_ reading: ProcessReading, _ context: ExplorationContext) {
        for (index, state) in reading.states.enumerated() {
            for timer in state?.timers ?? [] where timer.due.ringsOnce {
                add(.trigger(.timer(name: timer.name, event: timer.event)), to: index)
            }
            if let state, state.timers.count > 1 {
                order(timersOf: state, index, reading, context.parameters)
            }
            for child in state?.children ?? [] {
                let count = reading.count(of: child, in: index, context.parameters)
                guard let behaviour = context.children[child.run], behaviour.isComplete, count.least >= 1,
                    reading.groups[index].count(where: { $0.name == child.name }) == 1
                else { continue }
                if count.most == 1 {
                    for outcome in behaviour.lastOutcomes.sorted() {
                        add(.trigger(.outcome(group: child.name, outcome: outcome)), to: index)
                    }
                } else if count.isCertain, child.join.waitsForEnds,
                    reading.hearsEachEnd(behaviour, of: child.name)
                {
                    add(.firstWord(group: child.name), to: index)
                }
            }
        }
    }

    private mutating func order(
        timersOf state: StateDefinition, _ index: Int, _ reading: ProcessReading, _ parameters: [String: JSON]
    ) {
        for timer in state.timers {
            let sooner = state.timers.filter { other in
                other.due.isSooner(than: timer.due, parameters) && reading.alwaysHears(other.event, in: index)
                    && reading.isOnly(other)
            }
            let numbers = sooner.compactMap { number(of: .timer(name: $0.name, event: $0.event), in: index) }
            before[Item(state: index, subject: .trigger(.timer(name: timer.name, event: timer.event)))] =
                numbers
        }
    }

    /// Whether a timer of a state cannot ring yet: another one rings first.
    func isEarly(_ timer: Trigger, in state: Int, among spent: StateSet) -> Bool {
        before[Item(state: state, subject: .trigger(timer))]?.contains { !spent.contains($0) } ?? false
    }

    private mutating func add(_ subject: Item.Subject, to state: Int) {
        let item = Item(state: state, subject: subject)
        guard numbers[item] == nil else { return }
        numbers[item] = items.count
        items.append(item)
        owners.insert(state)
    }

    /// The number of what comes once; nil for what may come again.
    func number(of trigger: Trigger, in state: Int) -> Int? {
        numbers[Item(state: state, subject: .trigger(trigger))]
    }

    /// The number of the first that the children of a name tell; nil where there is but one child, or may be
    /// none.
    func numberOfFirstWord(of group: String, in state: Int) -> Int? {
        numbers[Item(state: state, subject: .firstWord(group: group))]
    }

    /// The end that the only child of a name has told, if it has.
    func end(of group: String, in state: Int, among spent: StateSet) -> String? {
        for number in spent where items[number].state == state {
            if case .trigger(.outcome(group, let outcome)) = items[number].subject { return outcome }
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

extension ChildrenDefinition.Join {
    /// Whether it waits for ends, whatever they are.
    fileprivate var waitsForEnds: Bool {
        switch self {
        case .all, .any, .atLeast: true
        case .when, .none: false
        }
    }
}

extension ProcessReading {
    /// Whether no other timer has the name and the event of this one, so that it is seen which one rang.
    fileprivate func isOnly(_ timer: TimerDefinition) -> Bool {
        states.flatMap { $0?.timers ?? [] }.count { $0.name == timer.name && $0.event == timer.event } == 1
    }

    /// Whether an event is heard while a state is active, whatever is open and whatever else is active.
    fileprivate func alwaysHears(_ event: String, in state: Int) -> Bool {
        let around = [state] + chart.ancestors(of: state)
        return chart.transitions.contains {
            around.contains($0.source) && $0.condition == nil && $0.isTriggered(by: event)
        }
    }

    /// Whether each end of these children is told and somewhere listened for.
    fileprivate func hearsEachEnd(_ behaviour: ChildBehaviour, of group: String) -> Bool {
        let heard = Set(transitions.compactMap { $0?.event })
        return !behaviour.ends.isEmpty
            && behaviour.ends.allSatisfy { end in
                end.outcome.map { heard.contains("\(group).\($0)") } ?? false
            }
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
