import Agreements

/// The conditions of a transition in short words: when it is refused, never the expression itself.
struct GuardWords {
    let language: Language
    let refusals: [String: LocalizedText]

    /// At most two refusals by name, and how many more there are.
    func words(_ condition: Guard?) -> [String] {
        let codes = (condition?.clauses ?? []).map(\.refusal)
        let named = codes.filter { !$0.isEmpty }.uniqued()
        guard !codes.isEmpty else { return [] }
        guard !named.isEmpty else { return hint(condition) }
        let shown = named.prefix(named.count > 3 ? 2 : 3).map(short)
        let more = named.count - shown.count
        let rest =
            more == 0 ? [] : [language == .french ? "et \(more) autres refus" : "and \(more) other refusals"]
        let head = language == .french ? "sauf : " : "unless: "
        return (shown.map { head + $0 } + rest)
    }

    /// That there is a condition, where nothing is refused by name.
    func hint(_ condition: Guard?) -> [String] {
        guard let clauses = condition?.clauses, !clauses.isEmpty, clauses.allSatisfy(\.refusal.isEmpty) else {
            return []
        }
        return [language == .french ? "si la condition tient" : "if its condition holds"]
    }

    /// The beginning of a refusal, up to its first stop: it says what is wrong.
    private func short(_ code: String) -> String {
        let plain = code.replacing("_", with: " ")
        guard let text = refusals[code]?[language] else { return plain }
        let first = text.split(whereSeparator: { ":;.,".contains($0) }).first.map(String.init) ?? plain
        let words = first.trimmingSuffix(while: \.isWhitespace)
        guard words.count > 48 else { return String(words) }
        return words.prefix(46).split(separator: " ").dropLast().joined(separator: " ") + "…"
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isGone: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, isGone(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }
}
