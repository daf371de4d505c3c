import CLibpq

/// Reads connection strings with libpq's own parser.
enum PQConnectionString {
    /// The settings that the string states.
    ///
    /// - Throws: ``PostgresError`` of kind `misuse`; libpq's sentence is not kept, it may quote a password.
    static func parse(_ string: String) throws(PostgresError) -> [String: String] {
        var complaint: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(complaint) }
        guard let options = PQconninfoParse(string, &complaint) else {
            throw PostgresError(.misuse("the connection string is not one that libpq can read"))
        }
        return take(options)
    }

    /// The settings that the environment gives.
    static func defaults() -> [String: String] {
        guard let options = PQconndefaults() else { return [:] }
        return take(options)
    }

    private static func take(_ options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        defer { PQconninfoFree(options) }
        var settings: [String: String] = [:]
        var next = options
        while let keyword = next.pointee.keyword {
            if let value = next.pointee.val { settings[String(cString: keyword)] = String(cString: value) }
            next = next.successor()
        }
        return settings
    }
}
