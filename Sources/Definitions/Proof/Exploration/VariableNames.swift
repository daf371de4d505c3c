import Expressions

/// Which variables of the agreement an expression speaks of: what follows `vars.`.
enum VariableNames {
    private static let prefix = "vars."

    /// The variables that it reads or tests.
    static func read(by program: Program) -> Set<String> {
        Set(program.readablePaths.compactMap { name(in: path(of: $0)) })
    }

    /// The variables that it reads without a test that they are there.
    static func untested(in program: Program) -> Set<String> {
        Set(
            program.untestedSelections.compactMap { selection in
                selection.path.count > 1 && selection.path[0] == "vars" ? selection.path[1] : nil
            })
    }

    /// Whether it treats all variables as one map: then no single name says what it depends on.
    static func readsWhole(_ program: Program) -> Bool {
        let words = CELWords.words(in: program.source)
        return words.indices.contains { index in
            words[index].text == "vars" && (index == 0 || words[index - 1].text != ".")
                && (index + 1 >= words.count || words[index + 1].text != ".")
        }
    }

    /// The variable of the environment that a path begins with.
    static func root(of path: String) -> String? {
        self.path(of: path).split(separator: ".").first.map(String.init)
    }

    /// What a path speaks of: one variable, rule or field of an event, else all that its root holds.
    static func subject(of path: String) -> String? {
        let parts = self.path(of: path).split(separator: ".")
        guard let root = parts.first else { return nil }
        return ["vars", "event", "rule"].contains(root)
            ? parts.prefix(2).joined(separator: ".") : String(root)
    }

    /// `vars.a` for `has(vars.a)`.
    private static func path(of read: String) -> Substring {
        read.hasPrefix("has(") && read.hasSuffix(")") ? read.dropFirst(4).dropLast() : read[...]
    }

    private static func name(in path: Substring) -> String? {
        guard path.hasPrefix(prefix) else { return nil }
        return path.dropFirst(prefix.count).split(separator: ".").first.map(String.init)
    }
}
