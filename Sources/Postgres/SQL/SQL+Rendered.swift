import Glibc

extension SQL {
    /// A statement as it is sent: `$1`, `$2`… in the text, and the values beside it.
    struct Rendered {
        var text = ""
        var types: [UInt32] = []
        var values: [PostgresValue] = []

        /// The most parameters one statement of the protocol can carry.
        static let parametersMax = 65_535
    }

    /// - Throws: ``PostgresError`` of kind `nulInText` or `misuse`; nothing is sent then.
    func rendered() throws(PostgresError) -> Rendered {
        var result = Rendered()
        for piece in pieces {
            switch piece {
            case .text(let text): result.text += text
            case .bound(let type, let value):
                result.types.append(type.oid)
                result.values.append(value)
                result.text += "$\(result.values.count)"
                guard !Self.holdsNUL(value) else { throw refusal(.nulInText(parameter: result.values.count)) }
            }
        }
        guard !result.text.utf8.contains(0) else { throw refusal(.nulInText(parameter: 0)) }
        guard result.values.count <= Rendered.parametersMax else {
            throw refusal(.misuse("too many parameters"))
        }
        return result
    }

    /// How errors and logs show the statement: its name, else the beginning of its text, in which no value is.
    var label: String {
        if let name { return name }
        var text = ""
        var bound = 0
        for piece in pieces where text.utf8.count < 80 {
            if case .text(let literal) = piece {
                text += literal
            } else {
                bound += 1
                text += "$\(bound)"
            }
        }
        return String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(80))
    }

    private static func holdsNUL(_ value: PostgresValue) -> Bool {
        // A C string ends at its first NUL.
        if case .text(let text) = value { return text.withCString { strlen($0) } < text.utf8.count }
        return false
    }

    private func refusal(_ kind: PostgresError.Kind) -> PostgresError {
        var error = PostgresError(kind)
        error.statement = label
        return error
    }
}
