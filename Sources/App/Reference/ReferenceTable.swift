import Agreements

/// A table of our own as CSV: the first line names the columns, every place of a mistake is told.
struct ReferenceTable {
    let path: String
    private let rows: [[String: CSVField]]

    init(_ files: ReferenceFiles, _ name: String, columns: [String]) throws(ReferenceFault) {
        path = "\(files.tablesFolder)/\(name)"
        let (rows, problems) = CSVReader.read(files.tables[name] ?? [])
        if let problem = problems.first {
            throw .badTable(
                path: path, line: problem.line, column: problem.column, reason: problem.reason.en)
        }
        guard rows.first?.map(\.text) == columns else {
            throw .badTable(
                path: path, line: 1, column: 1, reason: "the columns are \(columns.joined(separator: ", "))")
        }
        var read: [[String: CSVField]] = []
        for row in rows.dropFirst() {
            guard row.count == columns.count else {
                throw .badTable(
                    path: path, line: row.first?.line ?? 1, column: 1,
                    reason: "\(row.count) fields instead of \(columns.count)")
            }
            read.append(Dictionary(zip(columns, row)) { $1 })
        }
        self.rows = read
    }

    /// What `make` gives for each line.
    func map<Value>(_ make: (Line) throws(ReferenceFault) -> Value) throws(ReferenceFault) -> [Value] {
        var values: [Value] = []
        for row in rows { values.append(try make(Line(path: path, fields: row))) }
        return values
    }

    /// One line below the heads.
    struct Line {
        let path: String
        let fields: [String: CSVField]

        func text(_ column: String) -> String { fields[column]?.text ?? "" }

        /// The words of a field.
        func words(_ column: String) -> [String] {
            text(column).split(separator: " ").map(String.init)
        }

        /// A day; nil for an empty field.
        func day(_ column: String) throws(ReferenceFault) -> Day? {
            guard let field = fields[column], !field.text.isEmpty else { return nil }
            do { return try Day(parsing: field.text) } catch {
                throw wrong(column, "no date that exists (YYYY-MM-DD): \(field.text.shortened)")
            }
        }

        func wrong(_ column: String, _ reason: String) -> ReferenceFault {
            .badTable(
                path: path, line: fields[column]?.line ?? 1, column: fields[column]?.column ?? 1,
                reason: reason)
        }
    }
}
