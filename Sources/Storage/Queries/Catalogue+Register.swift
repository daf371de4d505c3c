package import Agreements
import FoundationEssentials
import Postgres

extension Catalogue {
    /// The calls, the newest year first.
    package func calls() async throws -> [Call] {
        try await list(
            SQL(
                "call.list",
                """
                SELECT entente.call_json(k, s) AS item FROM entente.call k JOIN entente.stream s
                    ON s.stream = k.id::text
                ORDER BY k.year DESC, k.opens_at, k.id
                """))
    }

    /// Everybody of the register, with name and address where they were not eliminated.
    package func people() async throws -> [PersonRow] {
        let rows = try await pool.query(
            SQL(
                "person.list",
                """
                SELECT id, active, left_at, organisation, unit, language, name, email, os_user
                FROM entente.person
                ORDER BY name COLLATE "fr-x-icu" NULLS LAST, id
                """
            ).readOnly())
        return try rows.map { try PersonRow(row: $0) }
    }

    /// The person of an id, a mail address or an operating-system user; nil when there is not exactly one.
    package func person(named text: String) async throws -> PersonRow? {
        let rows = try await pool.query(
            SQL(
                "person.find",
                """
                SELECT id, active, left_at, organisation, unit, language, name, email, os_user
                FROM entente.person
                WHERE id = \(Person.ID(text)) OR lower(email) = lower(\(text)::text) OR os_user = \(text)
                    LIMIT 2
                """
            ).readOnly())
        return rows.count == 1 ? try rows.first.map { try PersonRow(row: $0) } : nil
    }

    /// The grants of the register, ended ones included, in the order in which they were given.
    package func grants(of person: Person.ID? = nil) async throws -> [Grant] {
        try await list(
            SQL(
                "grant.list",
                """
                SELECT entente.grant_json(g) AS item FROM entente.role_grant g
                WHERE \(person)::uuid IS NULL OR g.person = \(person) ORDER BY g.seq
                """))
    }

    /// The delegations given by or to a person, or all, in the order in which they were given.
    package func delegations(of person: Person.ID? = nil) async throws -> [Delegation] {
        try await list(
            SQL(
                "delegation.list",
                """
                SELECT entente.delegation_json(d) AS item FROM entente.delegation d
                WHERE \(person)::uuid IS NULL OR \(person) IN (d.grantor, d.grantee) ORDER BY d.seq
                """))
    }

    /// The organisations of the register, by id.
    package func organisations() async throws -> [Party] {
        try await list(
            SQL(
                "organisation.list",
                "SELECT entente.organisation_json(o) AS item FROM entente.organisation o ORDER BY o.id"))
    }

    /// The measures, in the order in which they were set.
    package func measures() async throws -> [Measure] {
        try await list(
            SQL(
                "measure.list", "SELECT entente.measure_json(m) AS item FROM entente.measure m ORDER BY m.seq"
            ))
    }

    /// The absences of a person, or all, ended ones included, in the order in which they were entered.
    package func absences(of person: Person.ID? = nil) async throws -> [Absence] {
        try await list(
            SQL(
                "absence.list",
                """
                SELECT entente.absence_json(a) AS item FROM entente.absence a
                WHERE \(person)::uuid IS NULL OR a.person = \(person) ORDER BY a.seq
                """))
    }

    /// The mergers of institutes and units, in the order in which they were entered.
    package func successions() async throws -> [Succession] {
        try await list(
            SQL(
                "succession.list",
                "SELECT entente.succession_json(s) AS item FROM entente.succession s ORDER BY s.seq"))
    }

    /// The merger that an event of the register took back.
    package func succession(undoneAt seq: Int) async throws -> Succession? {
        let undone: [Succession] = try await list(
            SQL(
                "succession.undone",
                """
                SELECT entente.succession_json((e.kind, e.code, e.successor, e.on_day, e.seq)::entente.succession) AS item
                FROM entente.succession_entry e WHERE e.undone_seq = \(seq)
                """))
        return undone.first
    }

    /// Who asks to be told of calls, as far as the reader may know, by name; with those who gave it up.
    package func subscriptions() async throws -> [Subscription] {
        try await list(
            SQL(
                "subscription.list",
                """
                SELECT entente.subscription_json(s) AS item FROM entente.subscription s
                    JOIN entente.person p ON p.id = s.person ORDER BY p.name COLLATE "fr-x-icu", p.id
                """))
    }

    private func list<Item: Decodable>(_ statement: SQL) async throws -> [Item] {
        try await pool.query(statement.readOnly()).map { try $0.json(Item.self, "item") }
    }
}

/// A person with the erasable half.
package struct PersonRow: Codable, Sendable, Hashable {
    package var person: Person
    package var name: String?
    package var email: String?
    package var operatingSystemUser: String?

    init(row: Row) throws {
        let language: String? = try row["language"]
        person = Person(
            id: try row["id"], active: try row["active"], organisation: try row["organisation"],
            unit: try row["unit"], language: language.flatMap(Language.init(rawValue:)))
        person.leftAt = try row["left_at"]
        (name, email, operatingSystemUser) = (try row["name"], try row["email"], try row["os_user"])
    }
}
