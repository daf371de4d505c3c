import Agreements
import Definitions

/// Which moves may take a transition that is wanted, at once or by what a child process then tells.
struct SearchAim {
    /// By process: the events of the transitions that are wanted, each with the states that they leave.
    private var targets: [String: [(event: String, source: String)]] = [:]

    init(_ workflow: Workflow, wanted: some Sequence<String>) {
        for name in wanted {
            let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, let transition = workflow.processes[parts[0]]?.transitions[parts[1]]
            else { continue }
            let source = String(transition.label.prefix { $0 != "/" })
            targets[parts[0], default: []].append((transition.event, source))
        }
    }

    /// What a move is aimed at from this place, as one word by which tries are counted; nil when at nothing.
    func target(of move: SearchMove, in node: SearchNode) -> String? {
        switch move.verb {
        case .act(let event, let written, _, _):
            let processes = node.agreement.processes.values.filter { process in
                process.status == .active && (written == "life") == (process.parent == nil)
            }
            return processes.lazy.compactMap { aim(at: event, in: $0, node) }.first
        case .document(let kind, _, _):
            guard kind == Document.textKind else { return nil }
            return running(node).lazy.compactMap { aim(at: "text.changed", in: $0, node) }.first
        case .wait: return ringing(node)
        case .propose, .extend, .edit, .measure, .lift, .delegate, .pass: return nil
        }
    }

    private func running(_ node: SearchNode) -> [Process] {
        node.agreement.processes.values.filter { $0.status == .active }.sorted { $0.path < $1.path }
    }

    /// A timer of an active state, however late it rings.
    private func ringing(_ node: SearchNode) -> String? {
        node.agreement.timers.lazy.compactMap { timer -> String? in
            guard case .event(let event) = timer.purpose,
                let process = node.agreement.processes[timer.process]
            else { return nil }
            return aim(at: event, in: process, node).map { "wait for \($0)" }
        }.first
    }

    /// The event itself is wanted here, or what a child of this name tells is wanted in its parent.
    private func aim(at event: String, in process: Process, _ node: SearchNode) -> String? {
        if wants(event, in: process) { return "\(process.definition) \(event)" }
        guard let parent = process.parent.flatMap({ node.agreement.processes[$0] }),
            let told = targets[parent.definition]?.first(where: { target in
                target.event.hasPrefix("\(process.name).") && parent.configuration.contains(target.source)
            })
        else { return nil }
        return "\(process.definition) \(event) \(told.event)"
    }

    private func wants(_ event: String, in process: Process) -> Bool {
        targets[process.definition]?.contains { target in
            target.event == event && process.configuration.contains(target.source)
        } ?? false
    }
}
