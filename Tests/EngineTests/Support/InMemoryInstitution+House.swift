import Agreements
import Engine
import TestSupport

extension InMemoryInstitution {
    /// Puts the people, organisations, rights, calls and measures of `facts` into the register.
    func fill(with facts: Facts) async throws {
        for (number, change) in facts.registerChanges.enumerated() {
            _ = try await registerBook.apply(
                RegisterCommand(requestID: "house/\(number)", actor: nil, channel: .system, change: change))
        }
    }
}
