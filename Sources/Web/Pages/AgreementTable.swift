import Agreements

/// Counts of agreements as a table: a row for each instrument, a column for each legal status.
struct AgreementTable {
    private(set) var rows: [(instrument: LocalizedText, counts: [Int])] = []

    /// Keeps the order in which the instruments first occur; counts of one cell add up.
    init(_ counts: [AgreementCount]) {
        let columns = LegalStatus.allCases
        for count in counts {
            let row = rows.firstIndex { $0.instrument == count.instrument } ?? rows.endIndex
            if row == rows.endIndex { rows.append((count.instrument, columns.map { _ in 0 })) }
            guard let column = columns.firstIndex(of: count.legal) else { continue }
            rows[row].counts[column] += count.count
        }
    }

    /// One sum for each legal status.
    var totals: [Int] {
        LegalStatus.allCases.indices.map { column in rows.reduce(0) { $0 + $1.counts[column] } }
    }
}
