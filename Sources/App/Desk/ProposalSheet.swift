import Agreements
import Crypto

/// A sheet of proposals, one a line: the first line names the columns.
///
/// Columns: `workflow`, `call`, `unit`, `itmo`, `start`, `parties` (separated by blanks), `role.NAME` for a
/// person with that role, and `field.NAME` for a field of the dossier. `parties` is needed; `workflow` too,
/// where the command names none.
package struct ProposalSheet: Sendable {
    /// Lines below the head.
    package static let rowsMax = 5_000
    static let columns = ["workflow", "call", "unit", "itmo", "start", "parties"]

    let sha256: String
    private(set) var rows: [Row] = []
    private(set) var problems: [SheetProblem] = []

    /// One line as a proposal.
    struct Row: Sendable {
        var line: Int
        var order: ProposalOrder
        var fields: [CSVField]
        /// The names of the columns.
        var columns: [String]

        /// A value that cannot be read: of the column that its option stands for, else of the line.
        func problem(_ usage: WrongUsage) -> SheetProblem {
            let column = String(usage.option.drop { $0 == "-" })
            guard let field = zip(columns, fields).first(where: { $0.0 == column })?.1 else {
                return problem(
                    LocalizedText(fr: usage.description, en: usage.description), code: "bad_input")
            }
            return SheetProblem(field, code: "bad_input", fr: usage.problem, en: usage.problem)
        }

        /// A problem of the line as a whole.
        func problem(_ text: LocalizedText, code: String) -> SheetProblem {
            let line = fields.map(\.text).joined(separator: ",")
            return SheetProblem(
                CSVField(text: line, line: self.line, column: 1), code: code, fr: text.fr, en: text.en)
        }
    }

    /// Fields of the dossier, as far as they are known; a column that is not is compared with them.
    private let fields: [String]

    /// Reads the bytes of a sheet; `workflow` is taken where no column names one.
    ///
    /// Whatever is wrong is kept, for one report with what the rules say.
    package init(_ bytes: [UInt8], workflow: String?, fields: [String] = []) {
        self.fields = fields
        sha256 = SHA256.hexadecimal(bytes)
        let (rows, problems) = CSVReader.read(bytes)
        self.problems = problems
        guard problems.isEmpty else { return }
        guard let header = rows.first else {
            let nothing = CSVField(text: "", line: 1, column: 1)
            self.problems = [
                SheetProblem(nothing, code: "empty", fr: "la feuille est vide", en: "the sheet is empty")
            ]
            return
        }
        checkHeader(header, workflow)
        checkCount(rows)
        guard self.problems.isEmpty else { return }
        for row in rows.dropFirst() { read(row, header, workflow) }
    }

    private mutating func checkHeader(_ header: [CSVField], _ workflow: String?) {
        var seen: Set<String> = []
        for field in header {
            if !seen.insert(field.text).inserted {
                report(field, "column_twice", "colonne donnée deux fois", "this column is given twice")
            }
            guard !Self.columns.contains(field.text), !Self.isPrefixed(field.text) else { continue }
            let hint = suggestion(for: field.text)
            report(
                field, "unknown_column", "colonne inconnue" + (hint.map { " (\($0) ?)" } ?? ""),
                "unknown column" + (hint.map { " (did you mean \($0)?)" } ?? ""))
        }
        let needed = ["parties"] + (workflow == nil ? ["workflow"] : [])
        for name in needed where !seen.contains(name) {
            let start = CSVField(text: "", line: 1, column: 1)
            report(
                start, "missing_column", "la colonne « \(name) » manque", "the column \"\(name)\" is missing")
        }
    }

    /// The nearest column that exists: a field may have been written without its prefix.
    private func suggestion(for column: String) -> String? {
        DidYouMean.suggestion(for: column, among: Self.columns + fields.map { "field.\($0)" })
            ?? DidYouMean.suggestion(for: column, among: fields).map { "field.\($0)" }
    }

    private static func isPrefixed(_ name: String) -> Bool {
        ["role.", "field."].contains { name.hasPrefix($0) && name.count > $0.count }
    }

    private mutating func checkCount(_ rows: [[CSVField]]) {
        if rows.count == 1, let header = rows.first?.first {
            report(
                header, "no_lines", "aucune ligne ne suit celle des titres",
                "no line follows that of the columns")
        }
        guard rows.count > Self.rowsMax + 1, let first = rows[Self.rowsMax + 1].first else { return }
        report(first, "too_many_lines", "plus de \(Self.rowsMax) lignes", "more than \(Self.rowsMax) lines")
    }

    private mutating func read(_ row: [CSVField], _ header: [CSVField], _ workflow: String?) {
        guard row.count == header.count, let first = row.first else {
            let place = row.count > header.count ? row[header.count] : row[row.count - 1]
            return report(
                place, "wrong_shape", "\(row.count) champs au lieu de \(header.count)",
                "\(row.count) fields instead of \(header.count)")
        }
        var order = ProposalOrder(workflow: workflow ?? "")
        for (name, field) in zip(header.map(\.text), row) where !field.text.isEmpty {
            order.set(name, field.text)
        }
        rows.append(
            Row(line: first.line, order: order, fields: row, columns: header.map(\.text)))
    }

    private mutating func report(_ field: CSVField, _ code: String, _ fr: String, _ en: String) {
        problems.append(SheetProblem(field, code: code, fr: fr, en: en))
    }
}

extension ProposalOrder {
    fileprivate mutating func set(_ column: String, _ value: String) {
        switch column {
        case "workflow": workflow = value
        case "call": call = value
        case "unit": unit = value
        case "itmo": itmo = value
        case "start": start = value
        case "parties": parties = value.split(whereSeparator: \.isWhitespace).map(String.init)
        default:
            if column.hasPrefix("role.") { roles.append("\(column.dropFirst(5))=\(value)") }
            if column.hasPrefix("field.") { fields.append("\(column.dropFirst(6))=\(value)") }
        }
    }
}
