/// The known word nearest to an unknown one.
enum DidYouMean {
    /// The nearest of `known`, when few enough letters differ (a third of the word, at least two); else nil.
    static func suggestion(for word: String, among known: [String]) -> String? {
        let limit = max(2, word.count / 3)
        return known.map { (word: $0, distance: distance(word, $0)) }
            .filter { $0.distance <= limit }
            .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
    }

    /// How many letters to insert, remove or replace (Levenshtein).
    ///
    /// Time and space: product of the lengths, and one length; both words are names of settings.
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
