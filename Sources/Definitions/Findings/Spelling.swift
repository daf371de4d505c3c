/// Finds the known name that a misspelt one was probably meant to be.
enum Spelling {
    /// The nearest of `names`, when it is near enough to be worth saying; the first in order among equals.
    ///
    /// Names longer than 64 characters are not compared, so the cost is bounded.
    static func nearest(to name: String, in names: some Sequence<String>) -> String? {
        guard name.count <= 64 else { return nil }
        let edits = max(1, name.count / 3)
        return names.filter { abs($0.count - name.count) <= edits && $0 != name }
            .map { (distance: distance(name.lowercased(), $0.lowercased()), name: $0) }
            .filter { $0.distance <= edits }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    /// The one name that a misspelt one was certainly meant to be: the nearest, where no other is as near.
    static func sole(to name: String, in names: some Sequence<String>) -> String? {
        let names = Array(names)
        guard let nearest = nearest(to: name, in: names) else { return nil }
        let others = names.filter { $0 != nearest }.map { distance(name.lowercased(), $0.lowercased()) }
        let own = distance(name.lowercased(), nearest.lowercased())
        return others.contains { $0 <= own } ? nil : nearest
    }

    /// Damerau–Levenshtein, restricted: insertions, deletions, replacements, swaps of neighbours.
    static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a), Array(b))
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
