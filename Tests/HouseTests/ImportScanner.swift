/// Finds the modules that a Swift source imports.
enum ImportScanner {
    struct Import: Equatable {
        var module: String
        var line: Int
    }

    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "func", "protocol", "typealias", "let", "var", "actor",
    ]

    static func imports(inCode code: String) -> [Import] {
        TidyRules.numbered(code).flatMap { number, line in
            line.split(separator: ";").compactMap { statement in
                module(in: statement).map { Import(module: $0, line: number) }
            }
        }
    }

    private static func module(in statement: Substring) -> String? {
        var words = statement.split(separator: " ")[...]
        while let first = words.first, first.hasPrefix("@") || isAccess(first) { words.removeFirst() }
        guard words.popFirst() == "import" else { return nil }
        if let first = words.first, kinds.contains(first) { words.removeFirst() }
        return words.first.map { String($0.prefix { $0 != "." }) }
    }

    private static func isAccess(_ word: Substring) -> Bool {
        ["public", "package", "internal", "fileprivate", "private"].contains(word)
    }
}
