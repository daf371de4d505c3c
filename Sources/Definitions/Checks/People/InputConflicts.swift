import Agreements

/// Branches of one act that the same people may have before them ask for one value in one way: what is carried has
/// to fit all of them.
enum InputConflicts: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            let flow = ProcessFlow(process)
            let acts = process.transitions.indices.filter { process.transitions[$0].isAct }
            for (position, first) in acts.enumerated() {
                for second in acts.dropFirst(position + 1) where meet(first, second, flow) {
                    report(first, second, flow, log)
                }
            }
        }
    }

    private static func meet(_ first: Int, _ second: Int, _ flow: ProcessFlow) -> Bool {
        let (one, other) = (flow.process.transitions[first], flow.process.transitions[second])
        return one.definition.event == other.definition.event && flow.areTogether(one.source, other.source)
            && !Set(one.definition.by).isDisjoint(with: other.definition.by)
    }

    private static func report(_ first: Int, _ second: Int, _ flow: ProcessFlow, _ log: FindingLog) {
        let (one, other) = (flow.process.transitions[first], flow.process.transitions[second])
        for field in other.definition.input {
            guard let twin = one.definition.input.first(where: { $0.name == field.name }),
                twin.kind != field.kind
            else { continue }
            log.report(
                .conflict, at: other.place,
                .init(
                    fr:
                        "\(field.name) de \(other.definition.event) est demandé autrement à la ligne \(one.place.line) : "
                        + "ce qui convient à l’une des branches est refusé par l’autre",
                    en:
                        "\(field.name) of \(other.definition.event) is asked for otherwise at line \(one.place.line): what fits "
                        + "one is refused by the other"),
                path: flow.steps(to: .transition(second)))
        }
    }
}
