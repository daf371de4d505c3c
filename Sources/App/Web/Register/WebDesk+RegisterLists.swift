import Agreements
import Storage
import Web

/// What the register holds besides people, grants, measures and calls.
extension WebDesk {
    func organisations(_ query: ListQuery) async throws -> ListTable {
        let rows = try await installation.catalogue.organisations().filter {
            Self.passes(
                query, isCurrent: true, [$0.id, $0.name, $0.city, $0.country],
                [Self.country($0.country), $0.kind.words])
        }
        return Self.page([.name, .code, .city, .country, .kind, .change], rows, query) {
            [
                .text($0.name), .text($0.id), $0.city.map(ListCell.text) ?? .none,
                .words(Self.country($0.country)), .words($0.kind.words), Self.entries(.city, about: $0.id),
            ]
        }
    }

    func delegations(_ query: ListQuery, _ now: Instant) async throws -> ListTable {
        let names = try await CommandDesk(installation).names()
        let delegations = try await installation.catalogue.delegations()
        let scopes = try await ScopeWords(of: delegations.map(\.scope), installation.catalogue)
        let rows = delegations.reversed().filter {
            Self.passes(
                query, isCurrent: $0.end.map { now < $0 } ?? true,
                [names[$0.grantor], names[$0.grantee], $0.role],
                [RoleTitles.name($0.role), scopes.text($0.scope)])
        }
        return Self.page([.name, .deputy, .role, .scope, .from, .until, .change], rows, query) { delegation in
            [
                Self.cell(named: names[delegation.grantor]), Self.cell(named: names[delegation.grantee]),
                .words(RoleTitles.name(delegation.role)), scopes.cell(delegation.scope),
                .moment(delegation.from), .moment(delegation.end),
                Self.entries(
                    .delegationEnd, about: delegation.id, if: delegation.end.map { now < $0 } ?? true),
            ]
        }
    }

    func absences(_ query: ListQuery, _ now: Instant) async throws -> ListTable {
        let (names, today) = (try await CommandDesk(installation).names(), zone.day(of: now))
        let rows = try await installation.catalogue.absences().reversed().filter {
            $0.from <= $0.until
                && Self.passes(query, isCurrent: today <= $0.until, [names[$0.person]])
        }
        return Self.page([.name, .from, .until, .change], rows, query) { absence in
            [
                Self.cell(named: names[absence.person]), .day(absence.from), .day(absence.until),
                Self.entries(.absenceEnd, about: absence.id, if: today <= absence.until),
            ]
        }
    }

    func successions(_ query: ListQuery) async throws -> ListTable {
        let rows = try await installation.catalogue.successions().reversed().filter {
            (query["kind"] ?? $0.kind.rawValue) == $0.kind.rawValue
                && Self.passes(query, isCurrent: true, [$0.from, $0.into], [$0.kind.words])
        }
        return Self.page([.code, .kind, .next, .from, .change], rows, query) {
            [
                .text($0.from), .words($0.kind.words), .text($0.into), .day($0.on),
                Self.entries(.successionEnd, about: $0.scope),
            ]
        }
    }
}

extension Delegation {
    /// When it ended or will; nil while it is open.
    fileprivate var end: Instant? { revokedAt ?? until }
}
