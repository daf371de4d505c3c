/// Writes a table as RFC 4180 says: lines end with CR LF, a field that needs it stands in quotes.
///
/// A field that a spreadsheet would take for a formula gets an apostrophe before it.
package enum CSVText {
    /// The text of these rows; each has as many fields as the first.
    package static func write(_ rows: [[String]]) -> String {
        rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        let safe = isFormula(text) ? "'\(text)" : text
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return safe
        }
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }

    /// Whether it begins as formulas do, blanks apart.
    private static func isFormula(_ text: String) -> Bool {
        let first = text.unicodeScalars.first { $0 != " " }
        return first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
    }
}
