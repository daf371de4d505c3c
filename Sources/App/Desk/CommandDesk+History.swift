package import Agreements
import Storage

extension CommandDesk {
    /// The events of an agreement after number `seq`, in order.
    package func history(_ name: String, after seq: Int = 0) async throws -> [ToldEvent] {
        let agreement = try await agreement(name)
        let events = try await catalogue.history(of: agreement.id.description, after: seq)
        let values = try await catalogue.values(of: agreement.id.description)
        let names = try await names()
        return events.map { ToldEvent($0, values, names) }
    }

    /// The values of the dossier that are there, by field.
    package func dossier(of agreement: Agreement) async throws -> [String: JSON] {
        let values = try await catalogue.values(of: agreement.id.description)
        return agreement.dossier(in: values)
    }

    /// The file names of an agreement's documents, by document; those that were eliminated are left out.
    package func fileNames(of agreement: Agreement) async throws -> [Document.ID: String] {
        try await catalogue.documentNames(of: agreement.id)
    }
}

extension Agreement {
    /// The values of the dossier that are there, by field.
    func dossier(in values: [Identifier<ErasableValue>: JSON]) -> [String: JSON] {
        dossier.compactMapValues { values[$0.id] }
    }
}
