import Agreements

/// Acts by which somebody gives the file back to who had worked on it.
struct Returns {
    private let flow: ProcessFlow
    private let authors: Set<String>
    private let dominators: Dominators

    init(_ flow: ProcessFlow, authors: Set<String>) {
        self.flow = flow
        self.authors = authors
        dominators = Dominators(flow)
    }

    /// The path of the state to which an act gives the file back; nil where it does not.
    func target(of index: Int) -> String? {
        let transition = flow.process.transitions[index]
        let actors = Set(transition.definition.by.map(\.role))
        guard !actors.isSubset(of: authors), !answersReturn(transition.source) else { return nil }
        let target =
            dominators.targets(of: index).first { _ in isOthersWork(index, actors) }
            ?? transition.targets.map(\.state).first { asksAgain($0, actors, transition.source) }
        return target.map { flow.outline.states[$0].path }
    }

    /// Whether a state was entered by returns only: to leave it is the answer.
    private func answersReturn(_ state: Int) -> Bool {
        let causes = flow.causes[state]
        return !causes.isEmpty
            && causes.allSatisfy { cause in
                guard case .transition(let index) = cause else { return false }
                return flow.process.transitions[index].isAct
                    && flow.process.transitions[index].definition.reasonRequired
            }
    }

    /// Whether going back asks others for work that was theirs, and does not only undo what the actor did last.
    private func isOthersWork(_ index: Int, _ actors: Set<String>) -> Bool {
        let tasks = rolesWorking(in: flow.entered[index], towards: flow.process.transitions[index].source)
        let last = rolesEntering(flow.process.transitions[index].source)
        return !tasks.isSubset(of: actors) && (last.isEmpty || !actors.isSubset(of: last))
    }

    /// The roles that have a task in these states, and bring the file on by it; at the beginning of a life without a
    /// task, those that do.
    ///
    /// Elsewhere a state without a task is a place of rest, to which a file comes back by going on; so is one whose task
    /// is to follow what others ask for.
    private func rolesWorking(in states: Set<Int>, towards source: Int) -> Set<String> {
        let leading = states.reduce(into: Set<String>()) {
            $0.formUnion(rolesLeading(from: $1, to: source, states))
        }
        let tasks = Set(states.compactMap { flow.process.states[$0].task?.role.role })
        guard tasks.isEmpty, flow.process.name == "life" else { return tasks.intersection(leading) }
        let isBeginning = states.contains {
            flow.causes[$0].contains(.start) && flow.outline.states[$0].parent == nil
        }
        return isBeginning ? leading : []
    }

    /// The roles of the acts in a state from which the file comes to another without passing these again.
    private func rolesLeading(from state: Int, to source: Int, _ passed: Set<Int>) -> Set<String> {
        flow.exits[state, default: []].reduce(into: []) { roles, index in
            let onwards = flow.reachable(from: flow.entered[index].subtracting(passed), without: passed)
            guard onwards.contains(source) else { return }
            roles.formUnion(flow.process.transitions[index].definition.by.map(\.role))
        }
    }

    /// Whether the task of `target` is for who brought the file to `source`, and leads back there.
    private func asksAgain(_ target: Int, _ actors: Set<String>, _ source: Int) -> Bool {
        guard let role = flow.process.states[target].task?.role.role, !actors.contains(role),
            rolesEntering(source, forwards: true).contains(role)
        else { return false }
        return flow.exits[target, default: []].contains { index in
            flow.process.transitions[index].definition.by.contains { $0.role == role }
                && flow.entered[index].contains(source)
        }
    }

    /// The roles whose own acts, returns apart, lead into a state, or may.
    ///
    /// - Parameter forwards: not by going back either.
    private func rolesEntering(_ state: Int, forwards: Bool = false) -> Set<String> {
        let astray = Set(flow.process.astray.flatMap(\.definition.by).map(\.role))
        return flow.causes[state].reduce(into: astray) { roles, cause in
            guard case .transition(let index) = cause, flow.entered[index].contains(state),
                !(forwards && dominators.goesBack(index))
            else { return }
            let act = flow.process.transitions[index].definition
            if !act.reasonRequired { roles.formUnion(act.by.map(\.role)) }
        }
    }
}
