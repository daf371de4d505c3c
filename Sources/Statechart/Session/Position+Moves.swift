/// Exit and entry. Source: SCXML 1.0, appendix D (`computeExitSet`, `computeEntrySet`).
///
/// Transitions without conflicts stay within domains that lie apart, and come in the order of these: so what
/// they leave and enter is put together one domain after the other, and comes out in document order.
extension Position {
    /// Begins a microstep with the enabled transitions; false, and the event is noted, when there are none.
    mutating func beginStep(on origin: Journal.Origin) -> Bool {
        guard !enabled.isEmpty else {
            if origin != Journal.eventless { journal.ignore(origin) }
            return false
        }
        journal.beginStep(on: origin)
        for transition in enabled { journal.take(transition) }
        return true
    }

    /// Lists the states to leave, and lets the histories among them record what is active.
    mutating func findExits() {
        departing = ChartShape.none
        leaving.removeAll(keepingCapacity: true)
        for domain in domains where domain != ChartShape.none {
            let end = plan.shape.ends[domain]
            var next = domain + 1
            while let active = configuration.first(in: next..<end) {
                leaving.append(active)
                next = active + 1
            }
        }
        for index in leaving.reversed() { journal.exit(index) }
        for index in leaving {
            if !plan.shape.histories[index].isEmpty { remember(index) }
            if !toInvoke.isEmpty { toInvoke.remove(index) }
        }
    }

    /// Leaves states, innermost and last first, up to the next one that has content or children: that one is
    /// left with the next call.
    mutating func leaveNext() -> Int? {
        if departing != ChartShape.none { configuration.remove(departing) }
        while let index = leaving.popLast() {
            let duties = plan.duties[index]
            departing = index
            if duties.contains(.exit) || duties.contains(.invokes) { return index }
            configuration.remove(index)
        }
        departing = ChartShape.none
        return nil
    }

    private mutating func remember(_ index: Int) {
        for recorder in plan.shape.histories[index] {
            let isDeep = plan.shape.kinds[recorder] == .deepHistory
            history[recorder, default: StateSet()].removeAll()
            for active in leaving where plan.shape.isDescendant(active, of: index) {
                let parent = plan.shape.parents[active]
                guard isDeep ? plan.shape.kinds[active].isAtomic : parent == index else { continue }
                history[recorder, default: StateSet()].insert(active)
            }
        }
    }

    /// Lists the states to enter.
    mutating func findEntries() {
        enteredCount = 0
        entering.removeAll(keepingCapacity: true)
        for place in enabled.indices where domains[place] != ChartShape.none {
            if let entries = plan.moves[enabled[place]].entries {
                entering.append(contentsOf: entries)
            } else {
                findEntries(to: plan.moves[enabled[place]].targets, within: domains[place])
            }
        }
        for entry in entering { journal.enter(entry.index, isRestored: entry.isRestored) }
    }

    /// Lists the states to enter at the start.
    mutating func findInitialEntries() {
        enteredCount = 0
        entering.removeAll(keepingCapacity: true)
        findEntries(to: plan.shape.defaults[ChartShape.root], within: ChartShape.root)
        journal.beginStep(on: Journal.eventless)
        for entry in entering { journal.enter(entry.index, isRestored: entry.isRestored) }
    }

    /// Enters states up to the next one that has content, variables, children or data, and that included.
    mutating func enterNext() -> Move.Entry? {
        while enteredCount < entering.count {
            let entry = entering[enteredCount]
            enteredCount += 1
            configuration.insert(entry.index)
            if !plan.duties[entry.index].isEmpty || entry.emptyHistory != nil { return entry }
            if plan.shape.kinds[entry.index] == .final { reportDone(by: entry.index) }
        }
        return nil
    }

    private mutating func findEntries(to targets: [Int], within domain: Int) {
        entrySet.removeAll()
        entrySet.add(targets: targets, within: domain, history: history)
        for index in entrySet.states { entering.append(entrySet.entry(of: index)) }
    }
}
