extension SQL {
    /// Collects a literal: each interpolated value becomes a parameter.
    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        /// Begins an empty statement.
        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        /// Adds text of the statement.
        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.text(literal)) }
        }

        /// Binds a value.
        package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value) {
            pieces.append(.bound(Value.postgresType, value.postgresValue))
        }

        /// Inserts a part of a statement with its own bound values.
        package mutating func appendInterpolation(_ fragment: SQL) { pieces += fragment.pieces }

        /// Inserts a name of a table, column, role or channel, quoted: `\(identifier: table)`.
        package mutating func appendInterpolation(identifier: String) {
            pieces.append(.text(SQL.quoted(identifier: identifier)))
        }
    }

    /// A name in double quotes, with those inside it doubled.
    package static func quoted(identifier: String) -> String {
        var quoted = "\""
        for scalar in identifier.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
