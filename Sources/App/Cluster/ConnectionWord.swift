/// A value inside a libpq connection string.
enum ConnectionWord {
    /// The value in quotes where it needs them (libpq, "Connection Strings": backslash escapes quote and
    /// backslash).
    static func quoted(_ value: String) -> String {
        let plain = !value.isEmpty && value.utf8.allSatisfy { $0 > 32 && $0 != 39 && $0 != 92 && $0 != 127 }
        return plain ? value : "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
