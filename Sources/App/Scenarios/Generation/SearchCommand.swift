import Agreements
import Definitions

/// A move of a search as a command to the rules.
struct SearchCommand {
    let move: SearchMove
    let node: SearchNode
    let cast: GeneratedCast

    var command: Command? {
        var names = cast.names
        let cause =
            switch move.verb {
            case .extend: "call"
            case .delegate: "delegation"
            default: "measure"
            }
        let person = move.isDelegation ? nil : move.actor
        let actor = person.map { Command.Actor.person(names.person($0)) } ?? .system(cause: cause)
        guard let body = body(&names) else { return nil }
        return Command(
            requestID: "\(node.trail.count)", agreement: node.agreement.id, actor: actor,
            channel: .scenario, body: body)
    }

    private func body(_ names: inout ScenarioNamesakes) -> Command.Body? {
        switch move.verb {
        case .propose(let start): .propose(proposal(start, &names))
        case .edit(let dossier): .edit(dossier.mapValues { names.json($0) })
        case .measure, .lift: .tell(event: "measure.changed")
        case .delegate: .tell(event: "delegation.changed")
        case .act(let name, let process, let input, let reason):
            .act(
                Act(
                    name, process: path(process, &names), input: input.mapValues { value(of: $0, &names) },
                    reason: reason ? ScenarioWriting.reason : nil))
        case .document(let kind, let key, let process):
            .addDocument(document(kind, key, process, &names))
        case .extend: .tell(event: "call.extended")
        case .wait, .pass: nil
        }
    }

    private func proposal(_ start: SearchStart, _ names: inout ScenarioNamesakes) -> Proposal {
        var proposal = Proposal(
            workflow: start.workflow, call: start.call.map { names.call($0) }, unit: start.unit,
            itmo: start.itmo,
            plannedStart: start.day, parties: start.parties,
            dossier: start.dossier.mapValues { names.json($0) })
        proposal.labs = start.labs.map {
            Lab(id: $0.id, name: $0.name, party: $0.party, head: names.person($0.head))
        }
        return proposal
    }

    private func document(
        _ kind: String, _ key: String, _ process: String?, _ names: inout ScenarioNamesakes
    ) -> NewDocument {
        var document = NewDocument(
            kind: kind, language: "fr", fileName: "\(key).txt",
            bytes: Array(ScenarioWriting.text(of: key).utf8))
        document.process = process.map { path($0, &names) }
        return document
    }

    private func path(_ written: String, _ names: inout ScenarioNamesakes) -> String {
        written.split(separator: "/").map { part in
            let (name, run) = String(part).withoutRun
            if name.hasPrefix("$") { return (document(of: String(name.dropFirst())) ?? name) + run }
            return (cast.people.contains { $0.key == name } ? names.person(name).description : name) + run
        }.joined(separator: "/")
    }

    /// The identity of a document of the agreement by its key.
    private func document(of key: String) -> String? {
        guard let index = node.documentKeys.firstIndex(of: key),
            node.agreement.documents.indices.contains(index)
        else { return nil }
        return node.agreement.documents[index].id.description
    }

    private func value(of value: ScenarioValue, _ names: inout ScenarioNamesakes) -> JSON {
        if case .list(let elements) = value { return .array(elements.map { self.value(of: $0, &names) }) }
        guard case .id(let key) = value else { return names.json(value) }
        if let document = document(of: key) { return .string(document) }
        if cast.people.contains(where: { $0.key == key }) { return .string(names.person(key).description) }
        if cast.calls.contains(where: { $0.key == key }) { return .string(names.call(key).description) }
        return .string(key)
    }
}
