import Expressions
import Statechart

/// One run of a document in virtual time, in a session of its own.
struct SCXMLTrial {
    private var tree: SessionTree<CELDataModel>

    /// What is wrong with the outcome, nil when nothing is.
    static func failure(of expectation: SCXMLCase.Expectation, _ document: SCXMLDocument) -> String? {
        var trial = SCXMLTrial(tree: document.tree())
        trial.tree.start()
        switch expectation {
        case .pass: return trial.runToPass()
        case .script(let initial, let steps): return trial.play(initial, steps)
        }
    }

    private mutating func runToPass() -> String? {
        tree.runToEnd()
        if case .finished = tree.root.status, tree.root.atomicStates == [SCXMLCase.passState] { return nil }
        return outcome
    }

    private mutating func play(_ initial: Set<String>, _ steps: [SCXMLCase.Step]) -> String? {
        guard isIn(initial) else { return "after the start: \(difference(initial))" }
        for (number, step) in steps.enumerated() {
            tree.advance(by: step.delay)
            tree.send(Event(step.event, data: step.data))
            guard isIn(step.then) else {
                return "after step \(number + 1) (\(step.event)): \(difference(step.then))"
            }
        }
        return nil
    }

    private func isIn(_ states: Set<String>) -> Bool { Set(tree.root.atomicStates) == states }

    private func difference(_ expected: Set<String>) -> String {
        "\(outcome), expected \(expected.sorted().joined(separator: ", "))"
    }

    private var outcome: String {
        let states = tree.root.atomicStates.joined(separator: ", ")
        let end =
            switch tree.root.status {
            case .finished: "ended in \(states)"
            case .faulted(let fault): "stopped: \(fault)"
            case .unstarted, .running, .cancelled:
                tree.isExhausted
                    ? "stopped after \(tree.records.count) events and \(tree.actionsRun) actions in \(states)"
                    : "came to rest in \(states)"
            }
        return end + failures
    }

    /// The last thing that failed inside: it is often the cause.
    private var failures: String {
        tree.records.last { !$0.macrostep.trace.failures.isEmpty }
            .flatMap(\.macrostep.trace.failures.last).map { " (last failure: \($0.description))" } ?? ""
    }
}
