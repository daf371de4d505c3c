import Agreements
import Definitions

/// A move of a search as a command to the rules.
struct SearchCommand {
    let move: SearchMove
    let node: SearchNode
    let cast: GeneratedCast

    var command: Command? {
        var names = cast.names
        let actor = move.actor.map { Command.Actor.person(names.person($0)) } ?? .system(cause: "call")
        guard let body = body(&names) else { return nil }
        return Command(
            requestID: "\(node.trail.count)", agreement: node.agreement.id, actor: actor,
            channel: .scenario, body: body)
    }

    private func body(_ names: inout ScenarioNamesakes) -> Command.Body? {
        switch move.verb {
        case .propose(let start):
            .propose(
                Proposal(
                    workflow: start.workflow, call: start.call.map { names.call($0) }, unit: start.unit,
                    parties: start.parties, dossier: start.dossier.mapValues { names.json($0) }))
        case .act(let name, let process, let input, let reason):
            .act(
                Act(
                    name, process: path(process, &names), input: input.mapValues { value(of: $0, &names) },
                    reason: reason ? ScenarioWriting.reason : nil))
        case .document(let kind, let key):
            .addDocument(
                NewDocument(
                    kind: kind, language: "fr", fileName: "\(key).txt",
                    bytes: Array(ScenarioWriting.text(of: key).utf8)))
        case .extend: .tell(event: "call.extended")
        case .wait: nil
        }
    }

    private func path(_ written: String, _ names: inout ScenarioNamesakes) -> String {
        written.split(separator: "/").map { part in
            cast.people.contains { $0.key == part } ? names.person(String(part)).description : String(part)
        }.joined(separator: "/")
    }

    private func value(of value: ScenarioValue, _ names: inout ScenarioNamesakes) -> JSON {
        guard case .id(let key) = value else { return names.json(value) }
        let keys = node.trail.compactMap { move in
            if case .document(_, let key) = move.verb { key } else { nil }
        }
        if let index = keys.firstIndex(of: key), node.agreement.documents.indices.contains(index) {
            return .string(node.agreement.documents[index].id.description)
        }
        if cast.people.contains(where: { $0.key == key }) { return .string(names.person(key).description) }
        if cast.calls.contains(where: { $0.key == key }) { return .string(names.call(key).description) }
        return .string(key)
    }
}
