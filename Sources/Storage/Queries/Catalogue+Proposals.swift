package import Agreements
import FoundationEssentials
import Postgres

extension Catalogue {
    /// The organisations whose name, whatever its case and accents, or id holds `text`, or that are in one of those countries, and those named in any
    /// case: the institution and the named ones first, then by name.
    package func organisations(
        matching text: String?, countries: [String] = [], keeping ids: [String] = [], limit: Int = 40
    ) async throws -> [Party] {
        let pattern = text.map(Self.pattern)
        let name = text ?? ""
        let rows = try await pool.query(
            SQL(
                "organisation.search",
                """
                SELECT entente.organisation_json(o) AS item FROM entente.organisation o
                WHERE o.id = ANY (\(ids)) OR \(pattern)::text IS NULL
                    OR strpos(entente.folded(o.name), entente.folded(\(name))) > 0
                    OR o.id ILIKE \(pattern) OR o.country = ANY (\(countries))
                ORDER BY o.id = ANY (\(ids)) DESC, o.home DESC, o.name COLLATE "fr-x-icu", o.id
                LIMIT \(self.limit(limit) + ids.count)
                """
            ).readOnly())
        return try rows.map { try $0.json(Party.self, "item") }
    }

    /// One of the same country, and not of another city, whose name is the same in whatever case and accents; nil where
    /// there is none.
    package func organisation(like party: Party) async throws -> Party? {
        let rows = try await pool.query(
            SQL(
                "organisation.alike",
                """
                SELECT entente.organisation_json(o) AS item FROM entente.organisation o
                WHERE o.id <> \(party.id) AND o.country = \(party.country)
                    AND entente.folded(o.name) = entente.folded(\(party.name))
                    AND coalesce(o.city = \(party.city), true)
                ORDER BY o.id LIMIT 1
                """
            ).readOnly())
        return try rows.first.map { try $0.json(Party.self, "item") }
    }

    /// The active people of an id or a mail address, else those whose name holds `text`, by name.
    package func people(matching text: String, limit: Int = 9) async throws -> [PersonRow] {
        let rows = try await pool.query(
            SQL(
                "person.search",
                """
                WITH exact AS MATERIALIZED (
                    SELECT * FROM entente.person
                    WHERE active AND (id = \(Person.ID(text)) OR lower(email) = lower(\(text)::text)
                        OR lower(name) = lower(\(text)::text))),
                found AS (
                    SELECT * FROM exact
                    UNION ALL SELECT * FROM entente.person
                    WHERE active AND name ILIKE \(Self.pattern(text)) AND NOT EXISTS (SELECT FROM exact))
                SELECT id, active, left_at, organisation, unit, language, name, email, os_user
                FROM found ORDER BY name COLLATE "fr-x-icu", id LIMIT \(self.limit(limit))
                """
            ).readOnly())
        return try rows.map { try PersonRow(row: $0) }
    }
}
