/// Where a formula is written, for places inside it.
struct FormulaSpot: Sendable {
    let text: YAMLText
    let node: YAMLNode
    /// How many code points of the value stand before the formula.
    let start: Int

    /// The place of the code point at `offset` of the formula.
    func place(of offset: Int) -> Place { text.place(of: start + offset, in: node) }
}
