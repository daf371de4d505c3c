package import Agreements
package import Engine
import FoundationEssentials
import Storage

extension CommandDesk {
    /// Does an act on an agreement, or records one from paper.
    ///
    /// In a real database only recording is possible: `record_only`.
    package func act(_ order: ActOrder) async throws -> Answer {
        guard isSimulated || visitor != nil || order.record != nil else { throw Refusal.recordOnly }
        let agreement = try await agreement(order.agreement)
        let actor = try await sender(as: order.actor, for: order.principal)
        let recorded = try await recorded(order, in: agreement)
        let workflow = try await workflow(of: agreement)
        let fields = workflow.inputFields(of: order.event, in: agreement)
        let input = try await NamedValues(desk: self, option: "--input").read(order.input, as: fields)
        let act = Act(
            order.event, process: order.process, input: input, reason: order.reason, recorded: recorded)
        return try await submit(
            .act(act), on: agreement.id, by: actor, order.requestID, expecting: order.expectedRevision)
    }

    /// Changes fields of the dossier; an empty value removes one.
    package func edit(
        _ name: String, fields: [String], file: [String: JSON] = [:], as actor: String?, requestID: String?,
        expecting revision: Int?
    ) async throws -> Answer {
        let agreement = try await agreement(name)
        let kinds = try await workflow(of: agreement).dossierFields
        let values = try await NamedValues(desk: self, option: "--field").read(fields, as: kinds)
        let dossier = file.merging(values) { $1 }
        try await check(dossier: dossier)
        return try await submit(
            .edit(dossier), on: agreement.id, by: try await sender(as: actor, for: nil), requestID,
            expecting: revision)
    }

    func submit(
        _ body: Command.Body, on agreement: Agreement.ID, by actor: Command.Actor, _ requestID: String?,
        expecting revision: Int? = nil
    ) async throws -> Answer {
        let command = Command(
            requestID: requestID ?? freshRequestID, agreement: agreement, actor: actor, channel: channel,
            operator: noted, expectedRevision: revision, body: body)
        return try await sending(command.requestID) {
            try await namingHolders(of: agreement) { try await installation.engine.submit(command) }
        }
    }

    var freshRequestID: String {
        "\(visitor == nil ? "cli" : "page")/\(installation.randomness.uuid().uuidString.lowercased())"
    }

    func recorded(_ order: ActOrder, in agreement: Agreement) async throws -> RecordedAct? {
        guard let record = order.record else { return nil }
        guard let dated = record.dated, let scan = record.scan, !(order.reason ?? "").isEmpty else {
            throw Refusal.recordIncomplete
        }
        return RecordedAct(
            person: try await person(record.person), documentDate: try times.day(dated, "--dated"),
            document: try agreement.document(named: scan).id)
    }
}

extension Agreement {
    /// The document of an id, of a SHA-256, or the last of a kind.
    func document(named name: String) throws(Refusal) -> Document {
        let found = documents.last {
            $0.id.description == name.lowercased() || $0.sha256 == name || $0.kind == name
        }
        guard let found else { throw Refusal.unknownDocument(name) }
        return found
    }
}

extension Workflow {
    /// The values that an act may carry in the active processes of an agreement.
    func inputFields(of event: String, in agreement: Agreement) -> [String: InputField.Kind] {
        let active = agreement.processes.values.filter { $0.status == .active }.compactMap {
            processes[$0.definition]
        }
        let fields = active.flatMap { $0.transitions.values.filter { $0.event == event }.flatMap(\.input) }
        return Dictionary(fields.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }

    var dossierFields: [String: InputField.Kind] {
        Dictionary(dossier.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }
}
