import Agreements

/// What loading a source does to the rows that are stored: it closes some and opens others, and deletes none.
///
/// An open row stays while the source says the same. When the source says something else of the entry, the
/// row ends on the day of loading and another begins there; when the source ends the entry, or no longer has
/// it, the row ends on the source's day, or on the day of loading. Rows that the source dates are history:
/// they are added when no row of the entry ends on that day, and never rewritten. Pure; linear.
struct ReferenceChanges {
    private(set) var closings: [(id: Int, until: Day)] = []
    private(set) var openings: [ReferenceRow] = []

    /// - Parameter day: the legal day of loading.
    init(from stored: [(id: Int, row: ReferenceRow)], to source: [ReferenceRow], on day: Day) {
        let lists = Set(source.map(\.list))
        let rows = Dictionary(grouping: stored, by: \.row.key)
        let wanted = Dictionary(grouping: source, by: \.key)
        for key in Set(rows.keys).union(wanted.keys) where lists.contains(key.list) {
            bring(rows[key] ?? [], to: wanted[key] ?? [], on: day)
        }
        closings.sort { $0.id < $1.id }
        openings.sort { ($0.order, $0.from ?? Day.earliest) < ($1.order, $1.from ?? Day.earliest) }
    }

    private mutating func bring(
        _ stored: [(id: Int, row: ReferenceRow)], to source: [ReferenceRow], on day: Day
    ) {
        var ends = Set(stored.compactMap(\.row.until))
        let isOpen = source.first { $0.until == nil }
        let current = stored.first { $0.row.until == nil }
        if let current, isOpen.map({ !current.row.saysTheSame(as: $0) }) ?? true {
            let until = isOpen == nil ? Self.end(of: current.row, in: source) ?? day : day
            closings.append((current.id, max(until, current.row.from ?? until)))
            ends.insert(until)
        }
        for row in source {
            guard let until = row.until else {
                if let current, current.row.saysTheSame(as: row) { continue }
                var opened = row
                if current != nil { opened.from = day }
                openings.append(opened)
                continue
            }
            if ends.insert(until).inserted { openings.append(row) }
        }
    }

    /// The last end that the source gives the entry, where it comes after the row's beginning.
    private static func end(of row: ReferenceRow, in source: [ReferenceRow]) -> Day? {
        source.compactMap(\.until).filter { end in row.from.map { $0 <= end } ?? true }.max()
    }
}

extension ReferenceRow {
    fileprivate var order: String { "\(list.rawValue)/\(code)/\(member ?? "")" }
}
