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
        case .document(let kind, let key, let process):
            .addDocument(Self.document(kind, key, process))
        case .extend: .tell(event: "call.extended")
        case .wait: nil
        }
    }

    private static func document(_ kind: String, _ key: String, _ process: String?) -> NewDocument {
        var document = NewDocument(
            kind: kind, language: "fr", fileName: "\(key).txt",
            bytes: Array(ScenarioWriting.text(of: key).utf8))
        document.process = process
        return document
    }

    private func path(_ written: String, _ names: inout ScenarioNamesakes) -> String {
        written.split(separator: "/").map { part in
            cast.people.contains { $0.key == part } ? names.person(String(part)).description : String(part)
        }.joined(separator: "/")
    }

    private func value(of value: ScenarioValue, _ names: inout ScenarioNamesakes) -> JSON {
        if case .list(let elements) = value { return .array(elements.map { self.value(of: $0, &names) }) }
        guard case .id(let key) = value else { return names.json(value) }
        if let index = node.documentKeys.firstIndex(of: key), node.agreement.documents.indices.contains(index)
        {
            return .string(node.agreement.documents[index].id.description)
        }
        if cast.people.contains(where: { $0.key == key }) { return .string(names.person(key).description) }
        if cast.calls.contains(where: { $0.key == key }) { return .string(names.call(key).description) }
        return .string(key)
    }
}
