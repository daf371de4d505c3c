package import Agreements
import Engine

extension CommandDesk {
    /// A one-time address where a person chooses a password, good for a day.
    ///
    /// In a real database the operator must be somebody who administers, or nobody does yet: the first administrator
    /// comes in so.
    package func invite(_ name: String, as actor: String?) async throws -> (person: Person.ID, url: String) {
        let person = try await person(name)
        _ = try await registrar(as: actor)
        guard let code = try await installation.doorkeeper.invite(person, lifetime: .seconds(24 * 3600))
        else {
            throw Refusal.mayNotLogIn
        }
        return (person, "\(installation.settings.institution.baseURL)/invitations/\(code)")
    }
}
