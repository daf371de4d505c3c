import Agreements
import Engine
package import Storage

extension CommandDesk {
    /// The reference rows of a list, or of all, that hold on a day; today's legal day when nil, every row
    /// that ever held with `all`.
    package func reference(
        _ list: ReferenceRow.List?, asOf day: String?, all: Bool
    ) async throws -> [ReferenceRow] {
        let zone = installation.institution.zone
        let today = zone.day(of: try await installation.store.now())
        let asked = try day.map { try times.day($0, "--as-of") } ?? today
        return try await installation.reference.rows(of: list, on: all ? nil : asked)
    }
}
