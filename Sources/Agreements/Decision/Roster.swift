/// Who holds which role for one agreement: assignments on it, grants whose scope covers it, and delegations.
///
/// An assignment narrows its role to the assignees, from the day of the proposal on: a paper that is older was
/// signed by whoever held the role by grant. Of an office (``offices``) it counts only while the assignee is in it.
/// A role of a party is held by grants of that party's scope
/// only, unless its holder passed it on in the process at hand: then it is that person's as long as the
/// holder would have it. Everything is computed as of an instant: when an institute or a unit is merged into
/// another, its files and open tasks are those of the new holders alone from 00:00 of that day on. Absence takes no
/// right away; it only adds ``recipients(of:in:at:)``.
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
        if let heir = heir(of: reference, in: process, at: instant) { return [heir] }
        let people =
            switch reference.of {
            case .agreement: holders(of: reference.role, at: instant)
            // What was passed on falls back to those who hold it for the party.
            case .person where process?.passing?.role == reference.role:
                holders(of: reference.role, parties: [process?.party].compactMap(\.self), at: instant)
            case .person:
                holders(of: reference.role, at: instant).filter { $0 == process?.person }
            case .party, .parties, .foreignParties, .otherParties:
                holders(of: reference.role, parties: parties(of: reference, in: process), at: instant)
            }
        return people.filter { isActive($0, at: instant) }.uniqued()
    }

    /// Who has a role of the process's party at `instant` because its holder passed it on; nil where nobody did, they
    /// are not active, or the holder has it no longer.
    func heir(of reference: RoleReference, in process: Process?, at instant: Instant) -> Person.ID? {
        guard reference.of == .party || reference.of == .person, let process, let party = process.party,
            let passing = process.passing, passing.role == reference.role, passing.at <= instant,
            isActive(passing.to, at: instant),
            holders(of: passing.role, parties: [party], at: instant).contains(passing.from)
        else { return nil }
        return passing.to
    }

    /// Whom a notice for the role reaches at `instant`: its holders and, after each who is absent that day,
    /// those who may then act for them in it.
    package func recipients(of reference: RoleReference, in process: Process?, at instant: Instant)
        -> [Person.ID]
    {
        let day = facts.zone.day(of: instant)
        return holders(of: reference, in: process, at: instant).flatMap { holder in
            let isAbsent = facts.absences.contains { $0.person == holder && $0.covers(day) }
            return [holder] + (isAbsent ? delegates(of: holder, as: reference, in: process, at: instant) : [])
        }.uniqued()
    }

    /// Those who may act for `grantor` in the role at `instant`, in the order of their delegations.
    package func delegates(
        of grantor: Person.ID, as reference: RoleReference, in process: Process?, at instant: Instant
    ) -> [Person.ID] {
        facts.delegations.filter { $0.grantor == grantor }.map(\.grantee).uniqued().filter {
            delegation(from: grantor, to: $0, as: reference, in: process, at: instant) != nil
        }
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
        guard isActive(grantee, at: instant), grantor != grantee,
            holds(grantor, reference, in: process, at: instant)
        else { return nil }
        return facts.delegations.first {
            $0.grantor == grantor && $0.grantee == grantee && $0.role == reference.role
                && $0.holds(at: instant)
                && covers($0.scope, reference, in: process, at: instant)
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
    private func covers(
        _ scope: Scope, _ reference: RoleReference, in process: Process?, at instant: Instant
    ) -> Bool {
        delegableScopes(at: instant).contains(scope)
            || parties(of: reference, in: process).contains { scope == .party($0) }
    }

    /// Every role that `person` holds for this agreement at `instant`, sorted.
    package func roles(of person: Person.ID, at instant: Instant) -> [String] {
        let scopes = scopes(at: instant)
        let granted = facts.grants.filter {
            $0.person == person && $0.holds(at: instant)
                && (scopes.contains($0.scope) || coversParty($0.scope))
        }
        let assigned = assignments(at: instant).filter { $0.person == person }
        guard isActive(person, at: instant) else { return [] }
        return Set(granted.map(\.role) + assigned.map(\.role) + passed(to: person, at: instant)).sorted()
    }

    private func passed(to person: Person.ID, at instant: Instant) -> [String] {
        agreement.processes.values.filter { $0.status == .active }.compactMap { process in
            guard let role = process.passing?.role,
                heir(of: RoleReference(role, of: .party), in: process, at: instant) == person
            else { return nil }
            return role
        }
    }

    /// The scopes of which this agreement is part at `instant`, parties apart: of what was merged, those that took over.
    package func scopes(at instant: Instant) -> [Scope] {
        guard !facts.successions.isEmpty else { return agreement.scopes }
        let today = facts.zone.day(of: instant)
        return agreement.scopes.map { facts.successions.heir(of: $0, on: today) }
    }

    /// The scopes by which a delegation names this agreement at `instant`: those that it had before a merger, too.
    ///
    /// A reorganisation alone ends no delegation; it is worth what its grantor holds then.
    package func delegableScopes(at instant: Instant) -> [Scope] {
        guard !facts.successions.isEmpty else { return agreement.scopes }
        let today = facts.zone.day(of: instant)
        return agreement.scopes.flatMap { scope in
            [scope] + facts.successions.successors(of: scope).filter { $0.from <= today }.map(\.scope)
        }
    }

    /// Parties, and bodies that a running process is about: they may be about to join.
    private func coversParty(_ scope: Scope) -> Bool {
        agreement.parties.contains { scope == .party($0.id) }
            || agreement.processes.values.contains { process in
                process.status == .active && process.party.map { scope == .party($0) } ?? false
            }
    }

    private func isActive(_ person: Person.ID, at instant: Instant) -> Bool {
        facts.people[person]?.isActive(at: instant) ?? false
    }

    /// The day of the proposal: that of its paper where it came on paper.
    package var beginning: Day? {
        agreement.proposedOn ?? agreement.proposedAt.map { facts.zone.day(of: $0) }
    }

    /// Roles that are an office of the register: a file names one of those who are in it, and it passes with the office.
    ///
    /// Every other role that a file gives is somebody's own in it, such as that of its lead.
    package static let offices: Set<String> = [
        "ADM", "ARCH", "AUD", "CSEL", "DAF", "DAJ", "DG", "DPO", "DR", "DU", "FSD", "INT", "ITMO",
    ]

    /// Whom the file names in a role, and by that holds it at `instant`.
    package func assignments(at instant: Instant) -> [RoleAssignment] {
        if let beginning, facts.zone.day(of: instant) < beginning { return [] }
        return agreement.assignments.filter {
            !Self.offices.contains($0.role) || isInOffice($0, at: instant)
        }
    }

    private func isInOffice(_ assignment: RoleAssignment, at instant: Instant) -> Bool {
        let scopes = scopes(at: instant)
        return isActive(assignment.person, at: instant)
            && facts.grants.contains {
                $0.person == assignment.person && $0.role == assignment.role && $0.holds(at: instant)
                    && scopes.contains($0.scope)
            }
    }

    private func holders(of role: String, at instant: Instant) -> [Person.ID] {
        let assigned = assignments(at: instant).filter { $0.role == role }.map(\.person)
        guard assigned.isEmpty else { return assigned }
        let scopes = scopes(at: instant)
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
