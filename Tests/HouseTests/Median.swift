extension Collection where Element == Int {
    /// The lower of the two middle values when there are two; zero of an empty collection.
    var median: Int {
        isEmpty ? 0 : sorted()[(count - 1) / 2]
    }
}
