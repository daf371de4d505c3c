/// An upper bound of a difference.
struct Bound: Hashable, Comparable {
    var amount: Int64
    /// Whether the difference stays below it.
    var isStrict: Bool

    static let zero = Bound(amount: 0, isStrict: false)
    static let below = Bound(amount: 0, isStrict: true)

    static func < (left: Bound, right: Bound) -> Bool {
        left.amount == right.amount ? left.isStrict && !right.isStrict : left.amount < right.amount
    }

    static func + (left: Bound, right: Bound) -> Bound {
        let (sum, overflows) = left.amount.addingReportingOverflow(right.amount)
        let clamped: Int64 = left.amount < 0 ? .min / 4 : .max / 4
        return Bound(amount: overflows ? clamped : sum, isStrict: left.isStrict || right.isStrict)
    }
}
