/// The French of sentences that layers below, and the YAML library, say in English only.
///
/// A sentence that it does not know stays as it is.
struct PhraseBook: Sendable {
    /// A sentence with `~` in place of what varies, which stands in the same order in both languages.
    private struct Phrase: Sendable {
        let english: [String]
        let french: [String]

        /// What stands in a sentence in place of each `~`; nil where it is another sentence.
        func variables(of sentence: String) -> [String]? {
            guard sentence.hasPrefix(english[0]) else { return nil }
            var rest = sentence.dropFirst(english[0].count)
            var variables: [String] = []
            for part in english.dropFirst().dropLast() {
                guard let found = rest.firstRange(of: part) else { return nil }
                variables.append(String(rest[..<found.lowerBound]))
                rest = rest[found.upperBound...]
            }
            guard english.count > 1, let end = english.last else { return rest.isEmpty ? [] : nil }
            return rest.hasSuffix(end) ? variables + [String(rest.dropLast(end.count))] : nil
        }

        func filled(with variables: [String]) -> String {
            zip(variables, french.dropFirst()).reduce(french[0]) { $0 + $1.0 + $1.1 }
        }
    }

    private let phrases: [Phrase]

    /// Of several phrases that a sentence may be, the first counts.
    init(_ phrases: KeyValuePairs<String, String>) {
        self.phrases = phrases.map { Phrase(english: Self.parts($0.key), french: Self.parts($0.value)) }
    }

    private static func parts(_ phrase: String) -> [String] {
        phrase.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    }

    /// A sentence as findings are worded in French: without a capital and a full stop.
    func french(of sentence: String) -> String {
        for phrase in phrases {
            if let variables = phrase.variables(of: sentence) {
                return phrase.filled(with: variables.map(Self.french(ofNoun:)))
            }
        }
        return sentence
    }

    private static func french(ofNoun noun: String) -> String {
        switch noun {
        case "the end of the expression": return "la fin de la formule"
        case "a number": return "un nombre"
        default: break
        }
        for article in ["a ", "an "] where noun.hasPrefix(article) {
            return "un " + noun.dropFirst(article.count)
        }
        return noun.hasSuffix(" operands") ? noun.dropLast("operands".count) + "opérandes" : noun
    }
}
