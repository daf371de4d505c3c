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
    ///
    /// Paths that the environment leaves open are of the types that `domains` declares; what stands under the
    /// name of an item, whatever holds it, is of the type that `items` declares.
    package func wordUses(
        knowing domains: Domains = Domains(), items: [String: CELType] = [:]
    ) -> [WordUse] {
        var finder = WordFinder(program: self, domains, items)
        finder.visit(tree)
        return finder.found.sorted { $0.span.start < $1.span.start }
    }
}
