import Agreements
package import Engine
import Storage
package import Web

extension WebDesk {
    /// Why a file that the visitor may see has no form of an act for them.
    package func absence(
        of act: ActName, in file: String, _ visitor: Visitor
    ) async throws -> ActAbsence? {
        try await answering {
            guard let agreement = try await agreement(file, visitor) else { return nil }
            let workflow = try await desk(visitor).workflow(of: agreement)
            let owners = workflow.processes.values.flatMap { $0.transitions.values }
                .filter { $0.event == act.event }.flatMap(\.by).map(\.role)
            guard !owners.isEmpty else { return nil }
            // Of who speaks for a body that is no party the role names the body, too.
            let roles = try await catalogue(visitor).roles(of: visitor.person, on: agreement.id)
                .map { String($0.prefix { $0 != "(" }) }
            guard !Set(owners).isDisjoint(with: roles) else { return .notTheirs }
            guard workflow.transitions(of: act, in: agreement).isEmpty else { return .notNow }
            return try await part(of: act, agreement, workflow, visitor)
        }
    }

    /// The one part of the file in which an act is awaited.
    private func part(
        of act: ActName, _ agreement: Agreement, _ workflow: Workflow, _ visitor: Visitor
    ) async throws -> ActAbsence {
        let sight = try await sight(of: agreement, visitor)
        let why = try await desk(visitor).report(on: agreement.id, for: visitor.person)
            .why(asker: visitor.person, randomness: installation.randomness)
        let parts = why.acts.filter { $0.act == act.event && sight.sees($0, of: workflow) }.map(\.process)
        guard parts.count == 1, let part = parts.first else { return .noPart }
        return .elsewhere(process: part)
    }
}
