/// A literal text that an expression compares with words of a known set.
package struct WordUse: Sendable, Hashable {
    /// What the set is of: a field of an object type, such as `Child.name`.
    package let field: String
    /// The text.
    package let word: String
    /// Where it stands, in UTF-8 bytes.
    package let span: Span
}

extension Program {
    /// The literal texts that are compared with fields of declared objects, or looked for in lists that such
    /// fields hold, in the order of the source: `c.name == 'circuit'`, `'INT' in actor.roles`.
    package var wordUses: [WordUse] {
        guard let tree else { return [] }
        var finder = WordFinder(program: self)
        finder.visit(tree)
        return finder.found.sorted { $0.span.start < $1.span.start }
    }
}
