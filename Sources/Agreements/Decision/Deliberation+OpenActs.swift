import Statechart

extension Deliberation {
    /// How the guards of the acts that active states expect come out, by agreement and facts alone.
    func openActs() -> [OpenAct] {
        activePaths.compactMap { agreement.processes[$0] }.flatMap { process -> [OpenAct] in
            guard let definition = workflow.processes[process.definition] else { return [] }
            return definition.actNames(in: process).map { openAct($0, process, definition) }
        }
    }

    private func openAct(_ name: String, _ process: Process, _ definition: ProcessDefinition) -> OpenAct {
        let delivery = Delivery(named: name, to: process.path, authority: .system("condition"))
        let model = model(for: Draft(delivery, seq: agreement.seq + 1, from: process.state))
        let conditions = definition.acts(name, in: process).compactMap(\.condition)
        let clauses = conditions.map { model.firstFailure(of: $0)?.clause }
        let failed = clauses.contains { $0 == nil } ? nil : clauses.compactMap(\.self).last
        return OpenAct(
            name: name, process: process.path, by: conditions.flatMap(\.by).uniqued(),
            refusal: failed?.refusal, rule: failed?.formula.source)
    }
}
