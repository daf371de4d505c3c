import Agreements
import Engine
import TestSupport

extension InMemoryInstitution {
    /// Puts the people, organisations, rights and calls of `facts` into the register.
    func fill(with facts: Facts) async throws {
        let changes: [RegisterChange] =
            facts.organisations.values.sorted { $0.id < $1.id }.map { .organisationAdded(organisation: $0) }
            + facts.people.values.sorted { $0.id < $1.id }.map { .personAdded(person: $0) }
            + facts.grants.map { .granted(grant: $0) } + facts.delegations.map { .delegated(delegation: $0) }
            + facts.calls.values.map { .callOpened(call: $0) }
        for (number, change) in changes.enumerated() {
            _ = try await registerBook.apply(
                RegisterCommand(requestID: "house/\(number)", actor: nil, channel: .system, change: change),
                false)
        }
    }
}
