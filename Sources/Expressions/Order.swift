/// How one value stands to another of the same kind.
enum Order: Sendable {
    case less
    case same
    case greater
    /// NaN stands in no order to anything.
    case none

    init<T: Comparable>(_ left: T, _ right: T) {
        self = left < right ? .less : left == right ? .same : left > right ? .greater : .none
    }
}
