/// The words of an expression without their meaning: names, text literals and single signs.
enum CELWords {
    struct Word: Equatable {
        var text: String
        /// Whether it is a text literal; `text` is then what stands between the quotes.
        var isLiteral = false
    }

    /// The words in order; escapes in literals are left as they are written.
    static func words(in source: String) -> [Word] {
        var words: [Word] = []
        var rest = Array(source)[...]
        while let first = rest.first {
            if first == "'" || first == "\"" {
                let body = rest.dropFirst().prefix { $0 != first }
                words.append(Word(text: String(body), isLiteral: true))
                rest = rest.dropFirst(body.count + 2)
            } else if isPart(first) {
                let name = rest.prefix(while: isPart)
                words.append(Word(text: String(name)))
                rest = rest.dropFirst(name.count)
            } else {
                if !first.isWhitespace { words.append(Word(text: String(first))) }
                rest = rest.dropFirst()
            }
        }
        return words
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}
