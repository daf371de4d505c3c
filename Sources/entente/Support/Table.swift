import Agreements

/// Rows in aligned columns.
struct Table {
    private let heads: [String]
    private var rows: [[String]] = []

    init(_ heads: String...) { self.heads = heads }

    mutating func add(_ cells: String?...) { rows.append(cells.map { Self.clean($0 ?? "–") }) }

    /// The rows below their heads; `empty` when there is none.
    func text(empty: String = say("Rien.", "Nothing.")) -> String {
        guard !rows.isEmpty else { return empty }
        let all = [heads] + rows
        let widths = heads.indices.map { column in all.map { Self.width($0[column]) }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (cell, width) in zip(row.dropLast(), widths) {
                line += cell + String(repeating: " ", count: width - Self.width(cell) + 2)
            }
            return line + (row.last ?? "")
        }.joined(separator: "\n")
    }

    /// A cell is one line, and cannot steer the terminal.
    private static func clean(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
        ).withHiddenShown
    }

    /// The columns that a terminal gives a text: wide characters of East Asia take two.
    private static func width(_ text: String) -> Int {
        text.reduce(0) { sum, character in
            let scalar = character.unicodeScalars.first?.value ?? 0
            let isWide =
                (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar)
                || (0xAC00...0xD7A3).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
                || (0xFF00...0xFF60).contains(scalar)
            return sum + (isWide ? 2 : 1)
        }
    }
}
