import Agreements

/// Reads CSV strictly (RFC 4180): what the form does not allow is a problem with its place, never a guess.
///
/// UTF-8, with or without a byte-order mark; the separator is a comma or a semicolon, whichever the first
/// line uses first outside quotes; lines end with LF or CRLF. A field may be quoted, and then hold
/// separators, line ends and doubled quotes. Empty lines are left out. Time and space are linear.
package struct CSVReader {
    /// 10 MiB.
    package static let bytesMax = 10 * 1_048_576

    private var scalars: ArraySlice<Unicode.Scalar> = []
    private var line = 1
    private var column = 1
    private var separator: Unicode.Scalar = ","
    private(set) var problems: [SheetProblem] = []

    private init() {}

    /// The rows of fields, and what is wrong; a text with problems gives the rows before the first of them at
    /// least.
    package static func read(_ bytes: [UInt8]) -> (rows: [[CSVField]], problems: [SheetProblem]) {
        var reader = CSVReader()
        guard let text = reader.decode(bytes) else { return ([], reader.problems) }
        reader.scalars = Array(text.unicodeScalars)[...]
        if reader.scalars.first == "\u{FEFF}" { reader.scalars.removeFirst() }
        reader.separator = reader.firstSeparator()
        var rows: [[CSVField]] = []
        while !reader.scalars.isEmpty, reader.problems.isEmpty {
            let row = reader.row()
            if row.count > 1 || !(row.first?.text.isEmpty ?? true) { rows.append(row) }
        }
        return (rows, reader.problems)
    }

    private mutating func decode(_ bytes: [UInt8]) -> String? {
        guard bytes.count <= Self.bytesMax else {
            report(
                CSVField(text: "", line: 1, column: 1), "too_large", "le fichier dépasse 10 Mio",
                "the file is over 10 MiB")
            return nil
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let valid = Self.validPrefix(bytes)
        let line = bytes[..<valid].count { $0 == 10 } + 1
        let start = bytes[..<valid].lastIndex(of: 10).map { $0 + 1 } ?? 0
        let column = String(decoding: bytes[start..<valid], as: UTF8.self).unicodeScalars.count + 1
        let byte = "0x" + String(bytes[valid], radix: 16, uppercase: true)
        report(
            CSVField(text: byte, line: line, column: column), "not_utf8",
            "cet octet n’est pas de l’UTF-8 : enregistrez la feuille en UTF-8",
            "this byte is not UTF-8: save the sheet as UTF-8")
        return nil
    }

    /// The longest prefix that is UTF-8, by halving.
    private static func validPrefix(_ bytes: [UInt8]) -> Int {
        var (low, high) = (0, bytes.count)
        while low < high {
            let middle = (low + high + 1) / 2
            var end = middle
            while end > 0, end > middle - 4, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            if String(validating: bytes[..<end], as: UTF8.self) != nil {
                low = max(low, middle)
            } else {
                high = middle - 1
            }
        }
        var end = low
        while end > 0, String(validating: bytes[..<end], as: UTF8.self) == nil { end -= 1 }
        return min(end, bytes.count - 1)
    }

    private func firstSeparator() -> Unicode.Scalar {
        var isQuoted = false
        for scalar in scalars {
            if scalar == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            if scalar == "," || scalar == ";" { return scalar }
            if scalar == "\n" { break }
        }
        return ","
    }

    private mutating func row() -> [CSVField] {
        var fields = [field()]
        while problems.isEmpty, scalars.first == separator {
            advance()
            fields.append(field())
        }
        if scalars.first == "\r" { advance() }
        if scalars.first == "\n" { advance() }
        return fields
    }

    private mutating func field() -> CSVField {
        var field = CSVField(text: "", line: line, column: column)
        if scalars.first == "\"" { return quoted(&field) }
        while let scalar = scalars.first, scalar != separator, scalar != "\n", !isLineEnd {
            guard accept(scalar, field), scalar != "\"" else {
                if scalar == "\"" {
                    report(
                        CSVField(text: field.text + "\"", line: line, column: column), "stray_quote",
                        "un guillemet au milieu d’un champ : mettez le champ entre guillemets et doublez ceux du texte",
                        "a quote inside a field: quote the whole field and double the quotes of the text")
                }
                break
            }
            field.text.unicodeScalars.append(scalar)
            advance()
        }
        return field
    }

    private var isLineEnd: Bool { scalars.first == "\r" && scalars.dropFirst().first == "\n" }

    private mutating func quoted(_ field: inout CSVField) -> CSVField {
        advance()
        while let scalar = scalars.first {
            guard accept(scalar, field) else { return field }
            advance()
            guard scalar == "\"" else {
                field.text.unicodeScalars.append(scalar)
                continue
            }
            guard scalars.first == "\"" else { return closed(field) }
            field.text.unicodeScalars.append("\"")
            advance()
        }
        report(
            field, "open_quote", "le guillemet ouvert ici n’est jamais fermé",
            "the quote opened here is never closed")
        return field
    }

    private mutating func closed(_ field: CSVField) -> CSVField {
        guard let next = scalars.first, next != separator, next != "\n", !isLineEnd else { return field }
        report(
            CSVField(text: String(next), line: line, column: column), "after_quote",
            "après un champ entre guillemets vient un séparateur", "a separator must follow a quoted field")
        return field
    }

    private mutating func accept(_ scalar: Unicode.Scalar, _ field: CSVField) -> Bool {
        guard scalar.isStrayControl else { return true }
        report(
            CSVField(text: field.text, line: line, column: column), "control_character",
            "un caractère de commande (\(scalar.codePoint))", "a control character (\(scalar.codePoint))")
        return false
    }

    private mutating func advance() {
        if scalars.removeFirst() == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
    }

    private mutating func report(_ field: CSVField, _ code: String, _ fr: String, _ en: String) {
        problems.append(SheetProblem(field, code: code, fr: fr, en: en))
    }
}
