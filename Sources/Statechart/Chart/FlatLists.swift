/// Lists of numbers in one piece, so that going through one follows no further pointer.
struct FlatLists: Sendable {
    let items: [Int]
    private let starts: [Int]

    init(_ lists: [[Int]]) {
        items = lists.flatMap { $0 }
        starts = lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    }

    /// The places of a list in ``items``.
    func places(_ list: Int) -> Range<Int> { starts[list]..<starts[list + 1] }
}
