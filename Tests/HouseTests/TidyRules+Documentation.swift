extension TidyRules {
    private static let modifiers: Set<Substring> = [
        "package", "public", "open", "static", "final", "mutating", "nonisolated", "indirect", "override",
        "lazy",
        "convenience", "required", "class", "nonmutating", "isolated", "consuming", "borrowing", "weak",
        "unowned",
        "distributed", "async", "dynamic", "prefix", "postfix", "infix", "internal(set)", "private(set)",
        "fileprivate(set)", "package(set)", "nonisolated(unsafe)",
    ]
    private static let declarations: Set<Substring> = [
        "struct", "class", "enum", "actor", "protocol", "func", "var", "let", "init", "subscript",
        "typealias",
        "macro", "associatedtype",
    ]
    /// Their promise is the protocol's, and documented there.
    private static let witnesses = [
        "var description:", "var debugDescription:", "func hash(into", "func encode(to", "init(from decoder",
        "static func ==", "static func <", "var hashValue:", "var errorDescription:",
    ]

    /// Declarations that other targets see (`package`, `public`) without a documentation comment.
    ///
    /// Stored properties may go without: a comment that repeats name and type says nothing, and what they
    /// mean together is said at their type. Witnesses of standard protocols and plain initializers may as
    /// well.
    static func undocumented(_ files: [SourceFile]) -> [Finding] {
        files.flatMap { file in
            let lines = file.lines
            let code = numbered(file.code)
            return code.compactMap { number, line -> Finding? in
                guard declares(line), !isStored(line), !isWitness(line),
                    !isPlainInitializer(code, at: number - 1),
                    !isDocumented(lines, before: number - 1)
                else { return nil }
                return file.finding(
                    "others see this declaration: say in a `///` comment what it promises", line: number)
            }
        }
    }

    static func declares(_ line: Substring) -> Bool {
        var words = line.split(whereSeparator: { $0 == " " })
        guard words.contains("package") || words.contains("public") else { return false }
        while let first = words.first, first.hasPrefix("@") || (modifiers.contains(first) && !heads(words)) {
            words.removeFirst()
        }
        return heads(words)
    }

    private static func heads(_ words: [Substring]) -> Bool {
        guard let first = words.first else { return false }
        let keyword = first.prefix { $0.isLetter }
        guard keyword == "class" else { return declarations.contains(keyword) && !first.hasPrefix("import") }
        return words.count > 1 && !["func", "var", "let", "subscript"].contains(words[1])
    }

    private static func isWitness(_ line: Substring) -> Bool {
        witnesses.contains { line.contains($0) }
    }

    private static func isStored(_ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        return (words.contains("let") || words.contains("var")) && !words.contains("func")
            && !line.contains("{")
    }

    /// An initializer that only copies its parameters promises nothing that its properties do not say.
    private static func isPlainInitializer(_ code: [(number: Int, line: Substring)], at index: Int) -> Bool {
        guard code[index].line.contains(" init(") else { return false }
        let text = code[index...].prefix(40).map(\.line).joined(separator: "\n")
        guard let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") else {
            return false
        }
        let statements = text[text.index(after: open)..<close].split(whereSeparator: { "\n;".contains($0) })
            .map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
        return statements.allSatisfy { $0.hasPrefix("self.") && $0.contains(" = ") && !$0.contains("(") }
    }

    private static func isDocumented(_ lines: [Substring], before index: Int) -> Bool {
        var above = index - 1
        while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        guard above >= 0 else { return false }
        let line = lines[above].drop { $0 == " " }
        return line.hasPrefix("///") || line.hasSuffix("*/")
    }
}
