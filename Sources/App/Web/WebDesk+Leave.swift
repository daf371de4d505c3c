import Agreements
package import Engine
import Storage
package import Web

extension WebDesk: LeaveDesk {
    /// The visitor's absences, and the delegations that they gave or hold.
    package func leave(_ visitor: Visitor) async throws -> LeaveView {
        try await answering {
            let desk = desk(visitor)
            let now = try await installation.store.now()
            let names = try await desk.names()
            let all = try await desk.catalogue.delegations(of: visitor.person)
            let scopes = try await ScopeWords(of: all.map(\.scope), desk.catalogue)
            let own = try await desk.catalogue.grants(of: visitor.person).filter { $0.holds(at: now) }
            return LeaveView(
                today: zone.day(of: now),
                absences: try await desk.catalogue.absences().filter { $0.person == visitor.person },
                given: all.filter { $0.everHeld && $0.grantor == visitor.person }.map {
                    given($0, names[$0.grantee], scopes, now)
                },
                received: all.filter { $0.everHeld && $0.grantee == visitor.person }.map {
                    given($0, names[$0.grantor], scopes, now)
                },
                roles: Set(own.map(\.role)).sorted().map { FormChoice($0, RoleTitles.name($0)) },
                people: try await colleagues(of: visitor, desk))
        }
    }

    private func given(
        _ delegation: Delegation, _ other: String?, _ scopes: ScopeWords, _ now: Instant
    ) -> LeaveView.Given {
        let isOver = (delegation.revokedAt ?? delegation.until).map { $0 <= now } ?? false
        return LeaveView.Given(
            id: delegation.id.description, other: other ?? "–", role: RoleTitles.name(delegation.role),
            scope: delegation.scope == .everything ? nil : scopes.text(delegation.scope),
            from: delegation.from,
            until: delegation.revokedAt ?? delegation.until, isOpen: !isOver)
    }

    /// People of the visitor's own organisation.
    private func colleagues(of visitor: Visitor, _ desk: CommandDesk) async throws -> [FormChoice] {
        let people = try await desk.catalogue.people().filter { $0.person.active }
        let own = people.first { $0.person.id == visitor.person }?.person.organisation
        return people.filter { $0.person.organisation == own && $0.person.id != visitor.person }.compactMap {
            row in
            row.name.map { FormChoice(row.person.id.description, LocalizedText(fr: $0, en: $0)) }
        }
    }

    /// Enters an absence; answers the files with open steps that it leaves without anybody, each once.
    package func addAbsence(_ days: FormDays, requestID: String, _ visitor: Visitor) async throws
        -> [LeaveView.Left]
    {
        try await answering {
            try check(days)
            let (_, gaps) = try await desk(visitor).add(
                absenceOf: visitor.person.description, from: days.first, until: days.last, as: nil,
                requestID: requestID)
            var left: [LeaveView.Left] = []
            for gap in gaps {
                let path = Self.path(gap.reference ?? gap.agreement.description)
                guard !left.contains(where: { $0.path == path }) else { continue }
                left.append(
                    .init(
                        name: try await name(of: gap.agreement, called: gap.reference, visitor), path: path))
            }
            return left
        }
    }

    /// Ends an absence of the visitor's.
    package func endAbsence(_ id: String, requestID: String, _ visitor: Visitor) async throws {
        try await answering {
            let own = try await catalogue(visitor).absences().contains {
                $0.id.description == id && $0.person == visitor.person
            }
            guard own else { throw Refusal.notYours }
            _ = try await desk(visitor).end(absence: id, until: nil, as: nil, requestID: requestID)
        }
    }

    /// Lets another act in one of the visitor's roles.
    package func delegate(_ order: DelegationRequest, _ visitor: Visitor) async throws {
        try await answering {
            let missing = order.grantee.isEmpty ? ["grantee": Self.nobodyChosen] : [:]
            try check(order.days, missing)
            let desk = desk(visitor)
            let scope = try await scope(order.scope, desk)
            let (first, last) = (try Day(parsing: order.days.first), try Day(parsing: order.days.last))
            guard first <= last else { throw FormProblem(["last": Self.dayIsBefore]) }
            let end = last.adding(days: 1)
            guard last < end else { throw FormProblem(["last": Self.dayIsTooFar]) }
            do {
                _ = try await desk.delegate(
                    order.role, from: visitor.person.description, to: order.grantee,
                    scope: scope.description, starts: "\(first)T00:00", ends: "\(end)T00:00", as: nil,
                    requestID: order.requestID)
            } catch let refusal as Refusal {
                throw Self.problem(of: refusal) ?? refusal
            }
        }
    }

    /// What the rule of delegations says, beside the day that it speaks of; nil for another refusal.
    private static func problem(of refusal: Refusal) -> (any Error)? {
        let fields: [String: (String, LocalizedText)] = [
            Refusal.delegationOver.code: ("last", dayIsPast),
            Refusal.delegationBegan.code: ("first", dayIsPast),
            Refusal.delegationGiven.code: ("first", givenAlready),
        ]
        return fields[refusal.code].map { FormProblem([$0.0: $0.1]) }
    }

    private static let givenAlready = LocalizedText(
        fr: "cette personne tient déjà ce rôle de vous ces jours-là",
        en: "this person already has this role from you on those days")

    /// Everything, or the file of a reference.
    private func scope(_ text: String, _ desk: CommandDesk) async throws -> Scope {
        guard text != "*" else { return .everything }
        do { return .agreement(try await desk.agreement(text).id) } catch let refusal as Refusal {
            throw FormProblem(["scope": refusal.forPages.text])
        }
    }

    private static let nobodyChosen = LocalizedText(fr: "choisissez une personne", en: "choose a person")
    private static let dayIsPast = LocalizedText(
        fr: "ce jour est passé : donnez-en un à venir", en: "this day is past: give one to come")

    private static let dayIsTooFar = LocalizedText(
        fr: "ce jour est trop lointain", en: "this day is too far away")

    private static let dayIsBefore = LocalizedText(
        fr: "ce jour précède le premier", en: "this day is before the first")

    /// Takes a delegation of the visitor's back, now.
    package func revoke(_ id: String, requestID: String, _ visitor: Visitor) async throws {
        try await answering {
            let own = try await catalogue(visitor).delegations(of: visitor.person).contains {
                $0.id.description == id && $0.grantor == visitor.person
            }
            guard own else { throw Refusal.notYours }
            _ = try await desk(visitor).revoke(delegation: id, at: nil, as: nil, requestID: requestID)
        }
    }

    private func check(_ days: FormDays, _ problems: [String: LocalizedText] = [:]) throws(FormProblem) {
        var problems = problems
        for (name, text) in [("first", days.first), ("last", days.last)]
        where (try? Day(parsing: text)) == nil {
            problems[name] = UnreadableValue.day.text
        }
        guard problems.isEmpty else { throw FormProblem(problems) }
    }
}

extension Refusal {
    fileprivate static let notYours = Refusal.desk(
        "not_yours", fr: "Ce n’est pas à vous d’y mettre fin.", en: "It is not yours to end.")
}

extension Delegation {
    /// Whether it was not taken back before it began.
    fileprivate var everHeld: Bool { revokedAt.map { $0 > from } ?? true }
}
