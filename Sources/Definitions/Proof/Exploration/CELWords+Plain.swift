extension CELWords {
    private static let arithmetic: Set<String> = ["+", "-", "*", "/", "%"]
    /// Functions that make a number or a text of another value, or tell what a value is.
    private static let conversions: Set<String> = ["int", "uint", "double", "string", "bytes", "type", "dyn"]
    private static let loops: Set<String> = ["all", "exists", "exists_one", "filter", "map"]

    /// Whether an expression says of lists only what is in them and how many there are: nothing of their order, no number
    /// that is computed, and nothing that is made of them by other calls than these.
    ///
    /// A call that speaks of none of `matters`, and of no element of a list, may be any but a conversion.
    static func countPlainly(
        _ words: [Word], calls: Set<String>, beside matters: Set<String>? = nil
    ) -> Bool {
        let plain = words.map(\.plain)
        let elements = plain.indices.compactMap { index in
            loops.contains(plain[index]) && plain.indices.contains(index + 2) ? plain[index + 2] : nil
        }
        let kept = matters.map { $0.union(elements) }
        return arithmetic.isDisjoint(with: plain) && !plain.contains("{")
            && plain.indices.allSatisfy { index in
                let isNumber = plain[index].first?.isNumber ?? false
                return !isIndex(index, plain) && (!isNumber || words[index].number != nil)
                    && (!isCall(index, plain) || calls.contains(plain[index])
                        || !conversions.contains(plain[index])
                            && kept.map { isFree(index, plain, of: $0) } ?? false)
            }
    }

    private static func isName(_ word: String) -> Bool {
        word.first.map { $0.isLetter || $0 == "_" } ?? false
    }

    private static func isCall(_ index: Int, _ words: [String]) -> Bool {
        isName(words[index]) && words[index] != "in" && index + 1 < words.count && words[index + 1] == "("
    }

    /// Whether `[` asks for one element, and begins no list.
    private static func isIndex(_ index: Int, _ words: [String]) -> Bool {
        guard words[index] == "[", index > 0 else { return false }
        let before = words[index - 1]
        return before != "in" && (isName(before) || [")", "]", "''"].contains(before))
    }

    /// Whether a call speaks of nothing that is kept.
    private static func isFree(_ index: Int, _ words: [String], of kept: Set<String>) -> Bool {
        var start = index
        while start > 1, words[start - 1] == ".", isName(words[start - 2]) { start -= 2 }
        guard start == 0 || words[start - 1] != "." else { return false }
        var (end, open) = (index + 1, 0)
        repeat {
            open += words[end] == "(" ? 1 : words[end] == ")" ? -1 : 0
            end += 1
        } while open > 0 && end < words.count
        return kept.isDisjoint(with: words[start..<end])
    }
}

extension CELWords.Word {
    /// The word, or two quotes for a literal.
    var plain: String { isLiteral ? "''" : text }

    /// The whole number that is written; nil for any other word.
    var number: Int? {
        isLiteral ? nil : Int(text.hasSuffix("u") ? String(text.dropLast()) : text)
    }
}
