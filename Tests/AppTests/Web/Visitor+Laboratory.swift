import App
import Engine
import Foundation

extension Visitor {
    /// Somebody of a laboratory's site who came in by account, in one role.
    static func named(
        _ name: String, _ role: String, _ installation: Installation
    ) async throws -> Visitor {
        let address = "\(name)@inserm.example"
        let person = try await CommandDesk(installation).person(address)
        return Visitor(person: person, name: name, address: address, roles: [role], session: UUID())
    }
}
