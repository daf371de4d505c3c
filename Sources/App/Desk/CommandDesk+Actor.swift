package import Agreements
import Engine
import Storage

extension CommandDesk {
    /// Who acts on agreements: anybody in a simulated database; in a real one the person that the operator
    /// is.
    package func actor(as name: String?) async throws -> Person.ID {
        if let visitor { return visitor }
        if isSimulated, let name { return try await person(name) }
        guard let own = try await ownPerson() else {
            throw isSimulated ? Refusal.actorMissing : Refusal.operatorUnknown(self.operator)
        }
        if let name, try await person(name) != own { throw Refusal.notTheOperator(self.operator) }
        return own
    }

    /// Who changes the register; nil stands for the operator of a register that nobody administers from the
    /// command line yet, and, in a simulated database, for an operator who says no name.
    package func registrar(as name: String?) async throws -> Person.ID? {
        if let visitor { return visitor }
        if isSimulated { return if let name { try await person(name) } else { nil } }
        let own = try await ownPerson()
        if let name, try await person(name) != own { throw Refusal.notTheOperator(self.operator) }
        guard try await isAdministered() else { return nil }
        guard let own else { throw Refusal.operatorUnknown(self.operator) }
        return own
    }

    /// The person whose operating-system user runs this process.
    package func ownPerson() async throws -> Person.ID? {
        let people = try await catalogue.people()
        return people.first { $0.operatingSystemUser == self.operator }?.person.id
    }

    /// Whether somebody who has an operating-system user holds a role that administers.
    private func isAdministered() async throws -> Bool {
        let now = try await installation.store.now()
        let operators = Set(
            try await catalogue.people().filter { $0.operatingSystemUser != nil && $0.person.active }.map(
                \.person.id))
        return try await catalogue.grants().contains {
            ["ADM", "INT", "DG"].contains($0.role) && $0.holds(at: now) && operators.contains($0.person)
        }
    }

    /// The sender of a command: the actor, or the actor for another under a delegation.
    func sender(as name: String?, for principal: String?) async throws -> Command.Actor {
        let actor = try await actor(as: name)
        guard let principal else { return .person(actor) }
        return .delegate(actor, of: try await person(principal))
    }
}
