import Agreements

/// Who sees a file, from the register and its events alone: what row security must come to as well.
///
/// A role shows the files that its scope covers, unless an assignment gives it to others; experts see the files
/// that they are asked about, and nobody sees by a role in which they stood back or turned out to have a link. A
/// proposal that was never sent is shown to its readers only.
struct MemorySight {
    let agreement: Agreement
    let facts: Facts
    let events: [Event]

    /// Ways in which a review ends that show its expert nothing any more.
    private static let barring: Set<String> = ["recused", "replaced", "void"]
    /// The process in which a body agrees the text.
    private static let reading = "text_reading"

    /// The roles by which a person sees it at the instant of the facts; nil where they do not see it.
    func roles(of person: Person.ID) -> Set<String>? {
        guard facts.people[person]?.isActive(at: facts.now) ?? false else { return nil }
        let roles = granted(to: person).union(lent(to: person)).union(assigned(to: person))
            .subtracting(["EXP"]).union(asked(of: person)).subtracting(barred(person))
            .union(signing(person))
        return roles.isEmpty || isHidden(from: person, holding: roles) ? nil : roles
    }

    /// A proposal that was never sent is known to those only who read it, or are asked for a step of it.
    private func isHidden(from person: Person.ID, holding roles: Set<String>) -> Bool {
        isUnsent && roles.isDisjoint(with: SightMatrix.draftReaders)
            && asked(of: person).isEmpty && signing(person).isEmpty
    }

    /// Whether nobody but its writers ever had a step in its life.
    private var isUnsent: Bool {
        agreement.reference == nil
            && !openedTasks.contains {
                $0.process == "life" && !SightMatrix.draftWriters.contains($0.role.role)
            }
    }

    private var openedTasks: [HumanTask] {
        events.flatMap(\.payload.changes).compactMap { change in
            if case .taskOpened(let task) = change { task } else { nil }
        }
    }

    private func granted(to person: Person.ID) -> Set<String> {
        Set(
            facts.grants.filter { grant in
                grant.person == person && !SightMatrix.unseeing.contains(grant.role)
                    && grant.holds(at: facts.now) && covers(grant.scope)
                    && (isFree(grant.role)
                        || grant.scope == .everything && SightMatrix.everywhere.contains(grant.role))
            }.map(\.role))
    }

    /// Roles that somebody who holds them delegated.
    private func lent(to person: Person.ID) -> Set<String> {
        Set(
            facts.delegations.filter { delegation in
                delegation.grantee == person && !SightMatrix.unseeing.contains(delegation.role)
                    && delegation.holds(at: facts.now) && names(delegation.scope)
                    && (facts.people[delegation.grantor]?.isActive(at: facts.now) ?? false)
                    && granted(to: delegation.grantor).union(assigned(to: delegation.grantor))
                        .contains(delegation.role)
            }.map(\.role))
    }

    private func assigned(to person: Person.ID) -> Set<String> {
        Set(named.filter { $0.person == person }.map(\.role))
    }

    /// Whether no assignment gives the role to anybody.
    private func isFree(_ role: String) -> Bool { !named.contains { $0.role == role } }

    /// Whom the file names in a role that they hold.
    private var named: [RoleAssignment] { Roster(agreement, facts: facts).assignments(at: facts.now) }

    private func covers(_ scope: Scope) -> Bool {
        Roster(agreement, facts: facts).scopes(at: facts.now).contains(scope) || isParty(scope)
    }

    /// Whether a delegation of this scope is about the file.
    private func names(_ scope: Scope) -> Bool {
        Roster(agreement, facts: facts).delegableScopes(at: facts.now).contains(scope) || isParty(scope)
    }

    private func isParty(_ scope: Scope) -> Bool {
        agreement.parties.contains { scope == .party($0.id) }
    }

    /// Roles in which a step was for the person and no other.
    private func asked(of person: Person.ID) -> Set<String> {
        Set(
            openedTasks.filter { task in
                task.role.of == .person && task.narrowedTo == person.description
                    && !(task.role.role == "EXP"
                        && Self.barring.contains(agreement.processes[task.process]?.outcome ?? ""))
            }.map(\.role.role))
    }

    /// Somebody who is asked to sign for a body, or speaks for one that is asked to sign or to agree the text, reads the
    /// texts; where the body is no party, the one that it is asked about.
    private func signing(_ person: Person.ID) -> Set<String> {
        let bodies = agreement.tasks.compactMap { task -> String? in
            guard task.role.of == .party, let body = task.narrowedTo else { return nil }
            return readers(of: task).contains { speaks(person, as: $0, for: body) } ? body : nil
        }
        return Set(bodies.map { isParty(.party($0)) ? "SIG" : SightMatrix.asked(for: $0) })
    }

    /// The roles whose holders for a body read the text that an open step of it is about.
    private func readers(of task: HumanTask) -> [String] {
        switch task.role.role {
        case "SIG": ["SIG", "PART"]
        case "PART" where agreement.processes[task.process]?.definition == Self.reading: ["PART"]
        default: []
        }
    }

    private func speaks(_ person: Person.ID, as role: String, for body: String) -> Bool {
        isGranted(role, to: person, for: body)
            || facts.delegations.contains { delegation in
                delegation.grantee == person && delegation.role == role && delegation.holds(at: facts.now)
                    && [.everything, .party(body)].contains(delegation.scope)
                    && (facts.people[delegation.grantor]?.isActive(at: facts.now) ?? false)
                    && isGranted(role, to: delegation.grantor, for: body)
            }
    }

    private func isGranted(_ role: String, to person: Person.ID, for body: String) -> Bool {
        facts.grants.contains {
            $0.person == person && $0.role == role && $0.scope == .party(body) && $0.holds(at: facts.now)
        }
    }

    private func barred(_ person: Person.ID) -> Set<String> {
        Set(
            events.compactMap { event in
                switch event.type {
                case "recuse_opinion", "leave_ranking":
                    let doers = [event.authority.actor, event.authority.onBehalfOf?.description]
                    let role = event.type == "leave_ranking" ? "CSEL" : "ITMO"
                    return doers.contains(person.description) ? role : nil
                case "void_review":
                    return event.payload.input["expert"]?.text == person.description ? "EXP" : nil
                default: return nil
                }
            })
    }
}
