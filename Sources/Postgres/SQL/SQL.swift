/// A statement: its text, and the values that are bound to it.
///
/// It is written as a string literal; an interpolation binds:
/// ```swift
/// let row = try await tx.one("SELECT state FROM agreement WHERE id = \(id)")
/// ```
/// Text and values never mix: the text goes to errors and logs, the values do not. A string built at run time does
/// not become a statement; migrations and other scripts go through ``Connection/execute(script:name:timeLimit:)``.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Piece: Sendable {
        case text(String)
        case bound(PostgresType, PostgresValue)
    }

    var pieces: [Piece]

    /// The name under which errors and logs show the statement, such as `event.insert`.
    package var name: String?

    /// Whether the server's plan is kept on the connection for the next time.
    var isPrepared = true

    /// Whether losing the connection in the middle of it is harmless.
    var isReadOnly = false

    /// Whether values are bound to it.
    var bindsValues: Bool {
        pieces.contains { piece in
            if case .bound = piece { true } else { false }
        }
    }

    /// A statement without values.
    package init(stringLiteral text: String) { pieces = [.text(text)] }

    /// A statement with the values of its interpolations.
    package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// A statement with its name.
    package init(_ name: String, _ statement: SQL) {
        self = statement
        self.name = name
    }

    private init(pieces: [Piece]) { self.pieces = pieces }

    /// Statements or fragments side by side, with `separator` between them: lists of columns, of conditions.
    package static func joined(_ parts: [SQL], separator: StaticString = ", ") -> SQL {
        var pieces: [Piece] = []
        for (index, part) in parts.enumerated() {
            if index > 0 { pieces.append(.text("\(separator)")) }
            pieces += part.pieces
        }
        return SQL(pieces: pieces)
    }
}
