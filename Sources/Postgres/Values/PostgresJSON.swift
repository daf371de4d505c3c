/// The text of a JSON document, for `jsonb` and `json` columns.
///
/// The text is not parsed here. `jsonb` gives it back in its own form (keys sorted by length, spaces added).
package struct PostgresJSON: Sendable, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }
}

extension PostgresJSON: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `jsonb`.
    package static var postgresType: PostgresType { .jsonb }

    /// The text as it is; the server parses it.
    package var postgresValue: PostgresValue { .text(text) }

    /// Reads `jsonb` or `json`.
    package init(postgres cell: PostgresCell) throws(PostgresError) { text = try cell.text() }
}
