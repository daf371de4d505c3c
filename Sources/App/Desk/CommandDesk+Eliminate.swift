package import Agreements
package import Engine

extension CommandDesk {
    /// Eliminates values and documents of a closed file, or records from paper that somebody decided to.
    ///
    /// In a real database only recording is possible: `record_only`.
    package func eliminate(_ order: EliminationOrder) async throws -> Answer {
        guard isSimulated || order.record != nil else { throw Refusal.recordOnly }
        let agreement = try await agreement(order.agreement)
        var act = ActOrder("eliminate", on: order.agreement)
        (act.reason, act.record) = (order.reason, order.record)
        let elimination = Elimination(
            try scope(order, in: agreement), reason: order.reason,
            recorded: try await recorded(act, in: agreement))
        return try await submit(
            .eliminate(elimination), on: agreement.id, by: try await sender(as: order.actor, for: nil),
            order.requestID)
    }

    private func scope(_ order: EliminationOrder, in agreement: Agreement) throws -> Elimination.Scope {
        guard !order.isWhole else { return .all }
        let values = try order.values.map { text in
            guard let id = Identifier<ErasableValue>(text) else {
                throw WrongUsage("--value", "\(text.shortened) is no id of a value")
            }
            return id
        }
        return .named(
            values: values, documents: try order.documents.map { try agreement.document(named: $0).id })
    }
}
