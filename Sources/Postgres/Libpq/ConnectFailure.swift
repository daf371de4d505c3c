/// What libpq says about a failed attempt to connect, taken apart.
struct ConnectFailure {
    /// The SQLSTATE, when a server answered.
    let sqlState: String?

    /// The first sentence, without the code and the lines that follow it.
    let message: String

    private let needsPassword: Bool

    init(text: String, needsPassword: Bool) {
        self.needsPassword = needsPassword
        let words = Self.sentences(text).joined(separator: "; ").split(separator: " ")
        let code = words.first(where: Self.isCode)
        sqlState = code.map { String($0.dropLast()) }
        message = words.filter { $0 != code }.joined(separator: " ")
    }

    var error: PostgresError {
        var error = PostgresError(kind)
        error.phase = .connect
        error.sqlState = sqlState
        error.message = message
        error.isConnectionLost = true
        return error
    }

    private var kind: PostgresError.Kind {
        if let sqlState {
            guard sqlState != "3D000" else { return .authentication }
            let kind = SQLState.kind(of: sqlState)
            return kind == .server ? .unavailable(.unreachable) : kind
        }
        return needsPassword ? .authentication : .unavailable(.unreachable)
    }

    /// The lines that say what failed: one for each address that was tried.
    private static func sentences(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { line in
            !["LOCATION:", "DETAIL:", "HINT:", "\t"].contains { line.hasPrefix($0) }
        }
    }

    /// Five upper-case letters and digits with a colon, as in `28P01:`; every SQLSTATE has a digit.
    private static func isCode(_ word: Substring) -> Bool {
        let code = word.dropLast()
        return word.hasSuffix(":") && code.utf8.count == 5 && code.contains { ("0"..."9").contains($0) }
            && code.allSatisfy { ("0"..."9").contains($0) || ("A"..."Z").contains($0) }
    }
}
