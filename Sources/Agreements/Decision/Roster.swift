/// Who holds which role for one agreement: assignments on it, grants whose scope covers it, and delegations.
///
/// An assignment narrows its role to the assignees. A role of a party is held by grants of that party's scope
/// only.
package struct Roster: Sendable {
    package let agreement: Agreement
    package let facts: Facts

    package init(_ agreement: Agreement, facts: Facts) {
        self.agreement = agreement
        self.facts = facts
    }

    /// The people who hold the role at `instant`, in the order of their grants, without repetition.
    package func holders(of reference: RoleReference, in process: Process?, at instant: Instant) -> [Person
        .ID]
    {
        let people =
            switch reference.of {
            case .agreement: holders(of: reference.role, at: instant)
            case .person:
                holders(of: reference.role, at: instant).filter { $0 == process?.person }
            case .party, .parties, .foreignParties, .otherParties:
                holders(of: reference.role, parties: parties(of: reference, in: process), at: instant)
            }
        return people.filter(isActive).uniqued()
    }

    /// Whether `person` holds the role at `instant`.
    package func holds(
        _ person: Person.ID, _ reference: RoleReference, in process: Process?, at instant: Instant
    ) -> Bool {
        holders(of: reference, in: process, at: instant).contains(person)
    }

    /// The delegation under which `grantee` may act for `grantor` in this role at `instant`.
    ///
    /// The grantor must hold the role then: nobody passes on what they do not have, or no longer have.
    package func delegation(
        from grantor: Person.ID, to grantee: Person.ID, as reference: RoleReference, in process: Process?,
        at instant: Instant
    ) -> Delegation? {
        guard isActive(grantee), grantor != grantee, holds(grantor, reference, in: process, at: instant)
        else { return nil }
        return facts.delegations.first {
            $0.grantor == grantor && $0.grantee == grantee && $0.role == reference.role
                && $0.holds(at: instant)
                && covers($0.scope, reference, in: process)
        }
    }

    /// The parties whose holders of a role are meant.
    private func parties(of reference: RoleReference, in process: Process?) -> [String] {
        switch reference.of {
        case .agreement, .person: []
        case .party: [process?.party].compactMap(\.self)
        case .parties: agreement.parties.map(\.id)
        case .foreignParties: agreement.foreignParties.map(\.id)
        case .otherParties: agreement.parties.map(\.id).filter { $0 != process?.party }
        }
    }

    /// Whether what is delegated covers a role here; a delegation for one party is worth nothing for another.
    private func covers(_ scope: Scope, _ reference: RoleReference, in process: Process?) -> Bool {
        scopes.contains(scope) || parties(of: reference, in: process).contains { scope == .party($0) }
    }

    /// Every role that `person` holds for this agreement at `instant`, sorted.
    package func roles(of person: Person.ID, at instant: Instant) -> [String] {
        let granted = facts.grants.filter {
            $0.person == person && $0.holds(at: instant)
                && (scopes.contains($0.scope) || coversParty($0.scope))
        }
        let assigned = agreement.assignments.filter { $0.person == person }
        guard isActive(person) else { return [] }
        return Set(granted.map(\.role) + assigned.map(\.role)).sorted()
    }

    /// The scopes of which this agreement is part, parties apart.
    package var scopes: [Scope] { agreement.scopes }

    /// Parties, and bodies that a running process is about: they may be about to join.
    private func coversParty(_ scope: Scope) -> Bool {
        agreement.parties.contains { scope == .party($0.id) }
            || agreement.processes.values.contains { process in
                process.status == .active && process.party.map { scope == .party($0) } ?? false
            }
    }

    private func isActive(_ person: Person.ID) -> Bool { facts.people[person]?.active ?? false }

    private func holders(of role: String, at instant: Instant) -> [Person.ID] {
        let assigned = agreement.assignments.filter { $0.role == role }.map(\.person)
        guard assigned.isEmpty else { return assigned }
        return facts.grants.filter { $0.role == role && $0.holds(at: instant) && scopes.contains($0.scope) }
            .map(\.person)
    }

    private func holders(of role: String, parties: [String], at instant: Instant) -> [Person.ID] {
        parties.flatMap { party in
            facts.grants
                .filter { $0.role == role && $0.holds(at: instant) && $0.scope == .party(party) }.map(
                    \.person)
        }
    }
}

extension Array where Element: Hashable {
    /// The elements without those that came before, in order.
    package func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
