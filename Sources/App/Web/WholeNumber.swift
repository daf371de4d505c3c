import Agreements

/// A whole number that a field takes, as people type it: `15000`, `15 000` or `15,000`.
///
/// A comma stands between groups of three digits only: what looks like cents is no whole number.
struct WholeNumber {
    let value: Int64

    /// Nil where the text is none.
    init?(typed text: String) {
        let plain = text.filter { !$0.isWhitespace }
        let groups = plain.split(separator: ",", omittingEmptySubsequences: false)
        guard
            groups.allSatisfy({ group in !group.isEmpty && group.allSatisfy { "0123456789".contains($0) } }),
            groups.count == 1 || groups[0].count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 }),
            let value = Int64(groups.joined()), JSON.wholeNumbers.contains(value)
        else { return nil }
        self.value = value
    }
}
