import Agreements

/// Every state can be entered, whatever the guards say.
enum Reachability: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) where process.isSound {
            let reached = reachable(process)
            for (index, state) in process.outline.states.enumerated() where !reached.contains(index) {
                if let parent = state.parent, !reached.contains(parent) { continue }
                log.report(
                    .unreachable, at: state.place,
                    .init(
                        fr: "l’état \(state.path) n’est jamais atteint",
                        en: "the state \(state.path) is never reached"))
            }
        }
    }

    /// The states that some sequence of transitions enters.
    static func reachable(_ process: ProcessDraft) -> Set<Int> {
        let bySource = Dictionary(grouping: process.transitions, by: \.source)
        var entering = Entering(outline: process.outline)
        if let initial = process.outline.initial { entering.enter(initial) }
        while let state = entering.waiting.popLast() {
            for target in bySource[state, default: []].flatMap(\.targets) {
                switch target {
                case .state(let index), .history(let index): entering.enter(index)
                }
            }
        }
        return entering.entered
    }

    /// What becomes active when a state is entered: it, all around it, and what they enter by default.
    private struct Entering {
        let outline: Outline
        var entered: Set<Int> = []
        var waiting: [Int] = []

        init(outline: Outline) { self.outline = outline }

        mutating func enter(_ state: Int) {
            for around in outline.chain(state).dropFirst() {
                guard add(around), outline.states[around].kind == .parallel else { continue }
                for region in outline.states[around].children { enterDown(region) }
            }
            enterDown(state)
        }

        private mutating func enterDown(_ state: Int) {
            add(state)
            switch outline.states[state].kind {
            case .compound:
                if let initial = outline.states[state].initial, !entered.contains(initial) {
                    enterDown(initial)
                }
            case .parallel:
                for region in outline.states[state].children where !entered.contains(region) {
                    enterDown(region)
                }
            case .atomic, .final: break
            }
        }

        @discardableResult
        private mutating func add(_ state: Int) -> Bool {
            guard entered.insert(state).inserted else { return false }
            waiting.append(state)
            return true
        }
    }
}
