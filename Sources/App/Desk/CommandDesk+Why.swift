import Agreements
import Engine

extension CommandDesk {
    /// Why a file stands where it does; with what each act says to `name`, or to the operator's own person.
    package func why(_ agreement: String, as name: String?) async throws -> Why {
        let id = try await self.agreement(agreement).id
        let asker: Person.ID? = if let name { try await person(name) } else { try await ownPerson() }
        let report = try await report(on: id, for: asker)
        var why = report.why(asker: asker, randomness: installation.randomness)
        why.namesakes = try await namesakes(of: report.agreement)
        return why
    }

    /// What tells why a file stands where it does, to somebody.
    func report(on id: Agreement.ID, for asker: Person.ID?) async throws -> WhyReport {
        let snapshot = try await installation.store.snapshot(
            SnapshotQuery(agreement: id, people: [asker].compactMap(\.self)))
        guard let current = snapshot.agreement else { throw Refusal.unknownAgreement(id.description) }
        let workflow = try await workflow(of: current)
        return WhyReport(
            agreement: current, workflow: workflow, facts: snapshot.facts,
            names: snapshot.directory.contacts.mapValues(\.name))
    }
}
