package import Agreements
package import Engine
package import Postgres

/// Forms that were begun, over connections that may do what `entente_app` may; each call is one statement, in the name of
/// the person whose form it is.
package struct PostgresDraftStore: DraftStore {
    let pool: Pool

    package init(_ pool: Pool) { self.pool = pool }

    private func reader(_ person: Person.ID) -> Reader { Reader(pool: pool, sight: .person(person)) }

    /// The forms of a person whose name begins with `prefix`, the last saved first.
    package func forms(_ prefix: String, of person: Person.ID) async throws -> [SavedForm] {
        let rows = try await reader(person).query(
            SQL(
                "draft.list",
                """
                SELECT form, fields, saved_at FROM entente.draft
                WHERE person = \(person) AND starts_with(form, \(prefix))
                ORDER BY saved_at DESC, form LIMIT \(SavedForm.countMax)
                """
            ).readOnly())
        return try rows.map(Self.form)
    }

    /// One form; nil where there is none.
    package func form(_ name: String, of person: Person.ID) async throws -> SavedForm? {
        try await reader(person).oneOrNone(
            SQL(
                "draft.find",
                "SELECT form, fields, saved_at FROM entente.draft WHERE person = \(person) AND form = \(name)"
            ).readOnly()
        ).map(Self.form)
    }

    /// Keeps a form in place of what was kept under its name; false when a new one would be one too many.
    package func save(_ values: FormValues, as name: String, of person: Person.ID) async throws -> Bool {
        let fields = try PostgresJSON(of: values)
        return try await reader(person).execute(
            SQL(
                "draft.save",
                """
                INSERT INTO entente.draft (person, form, fields, saved_at)
                SELECT \(person)::uuid, \(name)::text, \(fields)::jsonb, entente.now()
                WHERE (SELECT count(*) FROM entente.draft d WHERE d.person = \(person) AND d.form <> \(name))
                    < \(SavedForm.countMax)
                ON CONFLICT (person, form) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at
                """)) == 1
    }

    /// Keeps `new` in place of `old`; false where something else, or nothing, is kept under the name by now.
    package func replace(
        _ old: FormValues, by new: FormValues, as name: String, of person: Person.ID
    ) async throws -> Bool {
        let (seen, fields) = (try PostgresJSON(of: old), try PostgresJSON(of: new))
        return try await reader(person).execute(
            SQL(
                "draft.replace",
                """
                UPDATE entente.draft SET fields = \(fields)::jsonb, saved_at = entente.now()
                WHERE person = \(person) AND form = \(name) AND fields = \(seen)::jsonb
                """)) == 1
    }

    /// Forgets a form, if it is there.
    package func discard(_ name: String, of person: Person.ID) async throws {
        try await reader(person).execute(
            SQL("draft.discard", "DELETE FROM entente.draft WHERE person = \(person) AND form = \(name)"))
    }

    private static func form(_ row: Row) throws -> SavedForm {
        SavedForm(
            name: try row["form"], values: try row.json(FormValues.self, "fields"),
            savedAt: try row["saved_at"])
    }
}
