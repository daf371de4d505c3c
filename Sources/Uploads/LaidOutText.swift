/// Text as it stands on pages, brought back to sentences: where a line ends on paper says nothing.
enum LaidOutText {
    /// One sentence a line, whatever the width of the page; blank lines and page breaks part paragraphs.
    ///
    /// A word that is broken at the end of a line is joined. Time grows with the text.
    static func sentences(in pages: String) -> String {
        var paragraphs: [String] = [""]
        for line in pages.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) {
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if words.isEmpty {
                if paragraphs.last?.isEmpty == false { paragraphs.append("") }
            } else {
                paragraphs[paragraphs.count - 1].join(words)
            }
        }
        return paragraphs.flatMap(\.sentences).map { "\($0)\n" }.joined()
    }
}

extension Character {
    fileprivate var isLineEnd: Bool { isNewline || self == "\u{0C}" }
}

extension String {
    fileprivate mutating func join(_ words: String) {
        let isBroken = hasSuffix("-") && dropLast().last?.isLetter == true && words.first?.isLowercase == true
        if isBroken { removeLast() } else if !isEmpty { append(" ") }
        append(words)
    }

    /// The parts that end in a full stop, a question, an exclamation or a semicolon before a space.
    fileprivate var sentences: [String] {
        var parts: [String] = []
        var part = ""
        for word in split(separator: " ") {
            part += part.isEmpty ? word : " \(word)"
            guard let end = word.last(where: { !"»”\")".contains($0) }), ".?!;".contains(end) else {
                continue
            }
            parts.append(part)
            part = ""
        }
        return part.isEmpty ? parts : parts + [part]
    }
}
