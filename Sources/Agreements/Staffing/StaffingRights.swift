/// Who may act in which role on which days, as ``Roster`` says for each instant: read once, asked for
/// thousands of agreements.
final class StaffingRights {
    private let facts: Facts
    let horizon: StaffingHorizon
    private let grants: [Office: [Grant]]
    private let delegations: [String: [Delegation]]
    private let absences: [Person.ID: [Range<Int>]]
    /// The scopes by which somebody holds or delegates a role.
    private let scopes: [String: Set<Scope>]
    private var crews: [Key: StaffingCrew] = [:]
    private var unions: [[ObjectIdentifier]: StaffingCrew] = [:]

    /// A role in a scope.
    private struct Office: Hashable {
        var role: String
        var scope: Scope
    }

    /// A scope that covers an agreement on some days; what is delegated by that name covers it from the first on.
    struct Cover: Hashable {
        var scope: Scope
        var days: Range<Int>
    }

    /// Whom a process is about.
    private enum Subject: Hashable {
        case nobody, anybody
        case person(Person.ID)
    }

    /// What a crew depends on.
    private struct Key: Hashable {
        var role: String
        var narrowing: RoleReference.Narrowing
        var assigned: [Person.ID]
        var covers: [Cover]
        var parties: [String]
        /// Whom the process is about; nil where the role is not narrowed to them.
        var person: Subject?
        /// To whom its holder for the party passed it on.
        var passing: Passing?
    }

    init(_ facts: Facts, until: Day) {
        self.facts = facts
        let horizon = StaffingHorizon(from: facts.now, until: until, zone: facts.zone)
        self.horizon = horizon
        grants = Dictionary(grouping: facts.grants) { Office(role: $0.role, scope: $0.scope) }
        delegations = Dictionary(grouping: facts.delegations, by: \.role)
        absences = Dictionary(grouping: facts.absences, by: \.person).mapValues { absences in
            absences.map { horizon.days(from: $0.from, through: $0.until) }
        }
        let named = facts.grants.map { ($0.role, $0.scope) } + facts.delegations.map { ($0.role, $0.scope) }
        scopes = Dictionary(grouping: named, by: \.0).mapValues { Set($0.map(\.1)) }
    }

    /// The scopes that cover an agreement, parties apart: each until the next one takes over from it.
    func covers(of agreement: Agreement) -> [Cover] {
        agreement.scopes.flatMap { scope in
            let successors = facts.successions.successors(of: scope)
            let starts = [0] + successors.map { horizon.index(at: facts.zone.startOfDay($0.from)) }
            return zip([scope] + successors.map(\.scope), zip(starts, starts.dropFirst() + [horizon.count]))
                .map { Cover(scope: $0, days: $1.0..<$1.1) }
        }
    }

    /// Those who may take a step that asks for one of some roles, in a process about something.
    func crew(
        _ roles: [RoleReference], about context: StaffingContext, of agreement: Agreement, _ covers: [Cover]
    ) -> StaffingCrew {
        let crews = roles.map { crew($0, context, agreement, covers) }
        guard crews.count > 1 else { return crews.first ?? make([]) }
        let key = crews.map(ObjectIdentifier.init)
        if let union = unions[key] { return union }
        let union = make(crews.flatMap(\.rights))
        unions[key] = union
        return union
    }

    private func make(_ rights: [StaffingCrew.Right]) -> StaffingCrew {
        StaffingCrew(rights, absences: absences, count: horizon.count)
    }

    private func crew(
        _ reference: RoleReference, _ context: StaffingContext, _ agreement: Agreement, _ covers: [Cover]
    ) -> StaffingCrew {
        var reference = reference
        let passing = context.passing.flatMap { $0.role == reference.role ? $0 : nil }
        if passing != nil, reference.of == .person { reference.of = .party }
        let known = scopes[reference.role] ?? []
        let key = Key(
            role: reference.role, narrowing: reference.of,
            assigned: agreement.assignments.filter { $0.role == reference.role }.map(\.person),
            covers: covers.filter { known.contains($0.scope) },
            parties: parties(of: reference, context, agreement),
            person: reference.of == .person ? Self.subject(of: context) : nil,
            passing: reference.of == .party ? passing : nil)
        if let crew = crews[key] { return crew }
        let crew = make(rights(key))
        crews[key] = crew
        return crew
    }

    private static func subject(of context: StaffingContext) -> Subject {
        context.person.map(Subject.person) ?? (context.isUnknown ? .anybody : .nobody)
    }

    private func parties(
        of reference: RoleReference, _ context: StaffingContext, _ agreement: Agreement
    ) -> [String] {
        switch reference.of {
        case .agreement, .person: []
        case .party: [context.party].compactMap(\.self)
        case .parties: agreement.parties.map(\.id)
        case .foreignParties: agreement.foreignParties.map(\.id)
        case .otherParties: agreement.parties.map(\.id).filter { $0 != context.party }
        }
    }

    private func rights(_ key: Key) -> [StaffingCrew.Right] {
        var own: [Person.ID: [Range<Int>]] = [:]
        for (person, days) in holdings(key) where isActive(person) { own[person, default: []].append(days) }
        switch key.person {
        case nil, .anybody: break
        case .nobody: own = [:]
        case .person(let person): own = own.filter { $0.key == person }
        }
        let rights = own.map { StaffingCrew.Right(person: $0.key, grantor: nil, days: $0.value) }
        return rights + delegated(key, own)
    }

    private func holdings(_ key: Key) -> [(Person.ID, Range<Int>)] {
        switch key.narrowing {
        case .agreement, .person:
            guard key.assigned.isEmpty || Roster.offices.contains(key.role) else {
                return key.assigned.map { ($0, 0..<horizon.count) }
            }
            return chosen(granted(key), among: key.assigned)
        case .party, .parties, .foreignParties, .otherParties:
            let held = key.parties.flatMap { party in
                (grants[Office(role: key.role, scope: .party(party))] ?? []).map { ($0.person, days(of: $0)) }
            }
            return passedOn(held, by: key.passing)
        }
    }

    private func granted(_ key: Key) -> [(Person.ID, Range<Int>)] {
        key.covers.flatMap { cover in
            (grants[Office(role: key.role, scope: cover.scope)] ?? []).map { grant in
                (grant.person, days(of: grant).clamped(to: cover.days))
            }
        }
    }

    /// On the days on which those whom a file names are in their office it is theirs, on the others everybody's who is.
    private func chosen(
        _ held: [(Person.ID, Range<Int>)], among assigned: [Person.ID]
    ) -> [(Person.ID, Range<Int>)] {
        let named = held.filter { assigned.contains($0.0) && isActive($0.0) }
        let others = held.filter { !assigned.contains($0.0) }
        return named
            + others.flatMap { person, days in
                days.without(named.map(\.1)).map { (person, $0) }
            }
    }

    /// On the days of the holder who passed the role on it is that person's alone.
    private func passedOn(
        _ held: [(Person.ID, Range<Int>)], by passing: Passing?
    ) -> [(Person.ID, Range<Int>)] {
        guard let passing, isActive(passing.to) else { return held }
        let passed = held.filter { $0.0 == passing.from }.map(\.1)
        let others = held.filter { $0.0 != passing.from }.flatMap { person, days in
            days.without(passed).map { (person, $0) }
        }
        return passed.map { (passing.to, $0) } + others
    }

    private func delegated(_ key: Key, _ own: [Person.ID: [Range<Int>]]) -> [StaffingCrew.Right] {
        (delegations[key.role] ?? []).compactMap { delegation in
            guard let held = own[delegation.grantor], delegation.grantor != delegation.grantee,
                isActive(delegation.grantee)
            else { return nil }
            let end = [delegation.until, delegation.revokedAt].compactMap(\.self).min()
            let term = horizon.days(from: delegation.from, until: end)
            let covered = starts(of: delegation.scope, key).map { $0..<horizon.count }
            let days = covered.flatMap { cover in held.map { $0.clamped(to: term).clamped(to: cover) } }
            return .init(
                person: delegation.grantee, grantor: delegation.grantor, days: days.filter { !$0.isEmpty })
        }
    }

    /// From which days on a delegation of this scope covers the step; none when it does not.
    private func starts(of scope: Scope, _ key: Key) -> [Int] {
        let covers = key.covers.filter { $0.scope == scope }.map(\.days.lowerBound)
        return covers + (key.parties.contains { scope == .party($0) } ? [0] : [])
    }

    private func days(of grant: Grant) -> Range<Int> { horizon.days(from: grant.from, until: grant.until) }

    private func isActive(_ person: Person.ID) -> Bool { facts.people[person]?.active ?? false }
}

extension Range<Int> {
    /// What is left of it beside all of `taken`.
    fileprivate func without(_ taken: [Range<Int>]) -> [Range<Int>] {
        taken.reduce([self]) { rest, taken in rest.flatMap { $0.without(taken) } }
    }

    /// What is left of it before and after `taken`.
    private func without(_ taken: Range<Int>) -> [Range<Int>] {
        let before = lowerBound..<Swift.max(lowerBound, Swift.min(upperBound, taken.lowerBound))
        let after = Swift.min(upperBound, Swift.max(lowerBound, taken.upperBound))..<upperBound
        return taken.isEmpty ? [self] : [before, after].filter { !$0.isEmpty }
    }
}
