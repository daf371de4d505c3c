package import Agreements
import Storage

extension CommandDesk {
    /// The events of an agreement after number `seq`, in order.
    package func history(_ name: String, after seq: Int = 0) async throws -> [ToldEvent] {
        let agreement = try await agreement(name)
        let events = try await catalogue.history(of: agreement.id.description, after: seq)
        let values = try await catalogue.values(of: agreement.id.description)
        let names = try await names()
        return events.map { event in
            let authority = event.authority
            let value = event.payload.input["reason"]?["value"]?.text.flatMap {
                Identifier<ErasableValue>($0)
            }
            return ToldEvent(
                event: event, actor: Person.ID(authority.actor).flatMap { names[$0] } ?? authority.actor,
                onBehalfOf: authority.onBehalfOf.map { names[$0] ?? $0.description },
                recorded: event.payload.recorded.map { names[$0.person] ?? $0.person.description },
                reason: value.flatMap { values[$0]?.text },
                isReasonEliminated: value.map { values[$0] == nil } ?? false,
                texts: Self.texts(of: event, values))
        }
    }

    private static func texts(
        of event: Event, _ values: [Identifier<ErasableValue>: JSON]
    ) -> [String: String] {
        event.payload.input.filter { $0.key != "reason" }.compactMapValues { value in
            value["value"]?.text.flatMap { Identifier<ErasableValue>($0) }.flatMap { values[$0]?.text }
        }
    }

    /// The values of the dossier that are there, by field.
    package func dossier(of agreement: Agreement) async throws -> [String: JSON] {
        let values = try await catalogue.values(of: agreement.id.description)
        return agreement.dossier.compactMapValues { values[$0.id] }
    }

    /// The file names of an agreement's documents, by document; those that were eliminated are left out.
    package func fileNames(of agreement: Agreement) async throws -> [Document.ID: String] {
        try await catalogue.documentNames(of: agreement.id)
    }
}
