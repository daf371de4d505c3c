/// The bounds of one expression: exceeding the first four is refused at load, the last at run.
package struct Limits: Sendable, Hashable {
    /// Longest source in UTF-8 bytes.
    package var length: Int
    /// Deepest nesting of parentheses, operators and calls; never more than ``depthCeiling``.
    package var depth: Int
    /// How many macros (`all`, `map`…) may lie within one another.
    package var macros: Int
    /// Cost of one evaluation: a step each, plus the size of every value that is built or searched.
    package var cost: Int

    /// No expression nests deeper, whatever the limits say, so that recursion stays within a thread's stack.
    ///
    /// Guards (32 levels) fit into 512 kB; the ceiling takes up to 2 MB in a debug build.
    package static let depthCeiling = 128

    /// Limits of a declared guard.
    package static let guards = Limits(length: 4096, depth: 32, macros: 2, cost: 10_000)

    /// Bounds as given; a greater depth than ``depthCeiling`` is cut to it.
    package init(length: Int, depth: Int, macros: Int, cost: Int) {
        self.length = length
        self.depth = min(depth, Self.depthCeiling)
        self.macros = macros
        self.cost = cost
    }
}
