extension Session {
    /// What to keep in order to go on later.
    ///
    /// Queued events are not part of it: take it at rest.
    package var snapshot: Snapshot {
        Snapshot(
            atomicStates: atomicStates,
            history: Dictionary(uniqueKeysWithValues: history.map { (chart.id($0), chart.ids($1)) }),
            children: children.map {
                .init(state: chart.id($0.state), invoke: $0.invoke, invokeID: $0.invokeID)
            },
            bound: chart.binding == .late ? chart.ids(bound.filter { $0 != Chart<Expression>.root }) : [],
            idsMade: idsMade)
    }

    /// Goes on where a snapshot was taken: nothing is entered or run, the session waits for its next event.
    ///
    /// - Throws: ``InvalidSnapshot`` when the chart has not these states, or they cannot be active together.
    package init(
        _ chart: Chart<Expression>, restoring snapshot: Snapshot, model: Model, id: String = "session",
        hasParent: Bool = false, limits: SessionLimits = SessionLimits()
    ) throws(InvalidSnapshot) {
        self.init(chart, model: model, id: id, hasParent: hasParent, limits: limits)
        let atomic = try chart.indices(of: snapshot.atomicStates)
        position.configuration = chart.closure(atomic)
        guard chart.isLegal(configuration), atomicStates.count == Set(snapshot.atomicStates).count else {
            throw .illegalConfiguration(snapshot.atomicStates)
        }
        for (recorder, states) in snapshot.history {
            let index = try chart.indices(of: [recorder])[0]
            position.history[index] = try chart.recordable(states, by: index)
        }
        for child in snapshot.children {
            let index = try chart.indices(of: [child.state])[0]
            guard configuration.contains(index), chart.states[index].invokes.indices.contains(child.invoke)
            else {
                throw .unknownInvoke(child.invokeID)
            }
            children.append(Child(state: index, invoke: child.invoke, invokeID: child.invokeID))
        }
        bound = StateSet([Chart<Expression>.root] + (try chart.indices(of: snapshot.bound)))
        idsMade = snapshot.idsMade
        let final = atomic.first {
            chart.states[$0].kind == .final && chart.states[$0].parent == Chart<Expression>.root
        }
        status = final == nil ? .running : .finished(nil)
    }
}

extension Chart {
    fileprivate func indices(of ids: [String]) throws(InvalidSnapshot) -> [Int] {
        var found: [Int] = []
        for id in ids {
            guard let index = index(of: id) else { throw .unknownState(id) }
            found.append(index)
        }
        return found
    }

    /// What a history may hold: one child of its parent (each, if that is parallel), or a legal set of
    /// atomic states inside it.
    fileprivate func recordable(_ ids: [String], by recorder: Int) throws(InvalidSnapshot) -> StateSet {
        let recorded = StateSet(try indices(of: ids))
        guard states[recorder].isHistory, let parent = states[recorder].parent,
            recorded.allSatisfy({ isDescendant($0, of: parent) }), !recorded.isEmpty
        else { throw .illegalHistory(states[recorder].id) }
        let isLegal =
            states[recorder].kind == .deepHistory
            ? atomicStates(of: recorded).count == recorded.count && isLegal(closure(recorded), inside: parent)
            : Set(recorded).isSubset(of: states[parent].children)
                && (states[parent].kind == .parallel
                    ? recorded.count == states[parent].children.count : recorded.count == 1)
        guard isLegal else { throw .illegalHistory(states[recorder].id) }
        return recorded
    }
}
