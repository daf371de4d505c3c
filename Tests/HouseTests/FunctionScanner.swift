/// A function found in a source: its first line and how many lines it takes, signature and braces included.
struct FunctionSpan: Equatable {
    var line: Int
    var length: Int
}

/// Finds functions, initializers, deinitializers and subscripts with a body, by their braces.
///
/// It reads masked code. A requirement of a protocol has no body: the scan for one ends where the next
/// declaration, or the end of the protocol, comes before an opening brace.
struct FunctionScanner {
    private let words: [Word]

    private struct Word {
        var text: Substring
        var line: Int
    }

    static func functions(inCode code: String) -> [FunctionSpan] {
        FunctionScanner(masked: code).functions
    }

    private init(masked: String) {
        var words: [Word] = []
        for (index, line) in masked.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            words += Self.words(of: line).map { Word(text: $0, line: index + 1) }
        }
        self.words = words
    }

    private var functions: [FunctionSpan] {
        words.indices.compactMap { start in
            guard isHead(start), let end = bodyEnd(from: start + 1) else { return nil }
            return FunctionSpan(line: words[start].line, length: words[end].line - words[start].line + 1)
        }
    }

    private func isHead(_ index: Int) -> Bool {
        let previous = index > 0 ? words[index - 1].text : ""
        let next = index + 1 < words.count ? words[index + 1].text : ""
        switch words[index].text {
        case "func": return true
        case "deinit": return next == "{"
        case "init": return previous != "." && ["(", "?", "!", "<"].contains(next)
        case "subscript": return previous != "." && ["(", "<"].contains(next)
        default: return false
        }
    }

    private func bodyEnd(from start: Int) -> Int? {
        guard let open = bodyStart(from: start) else { return nil }
        var depth = 0
        for index in open..<words.count {
            if words[index].text == "{" { depth += 1 }
            if words[index].text == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private func bodyStart(from start: Int) -> Int? {
        var depth = 0
        for index in start..<words.count {
            let text = words[index].text
            if ["(", "["].contains(text) { depth += 1 }
            if [")", "]"].contains(text) { depth -= 1 }
            guard depth == 0 else { continue }
            if text == "{" { return index }
            if index > start && endsRequirement(text) { return nil }
        }
        return nil
    }

    private func endsRequirement(_ text: Substring) -> Bool {
        [
            "}", "func", "init", "var", "let", "static", "mutating", "associatedtype", "subscript", "package",
            "case",
        ]
        .contains(text)
    }

    /// Identifiers as they are, every other character but a space as a word of its own.
    private static func words(of line: Substring) -> [Substring] {
        var words: [Substring] = []
        var rest = line
        while let first = rest.first {
            let identifier = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            let word = identifier.isEmpty ? rest.prefix(1) : identifier
            if first != " " { words.append(word) }
            rest = rest.dropFirst(word.count)
        }
        return words
    }
}
