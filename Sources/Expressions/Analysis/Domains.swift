/// What is declared of the values that expressions read, beyond their types.
///
/// An analysis is sound for bindings that keep to it: every declared variable has a value except `unbound`
/// ones, and numbers are whole and within ±(2^53 − 1), as events hold them.
package struct Domains: Sendable, Hashable {
    /// One path that is never greater than another.
    package struct Ordering: Sendable, Hashable {
        /// The path that is less or equal.
        package var lesser: String
        /// The path that is greater or equal.
        package var greater: String

        /// `lesser <= greater`, for dotted paths.
        package init(_ lesser: String, _ greater: String) {
            self.lesser = lesser
            self.greater = greater
        }
    }

    /// Domains by dotted path.
    package var paths: [String: Domain]
    /// Paths that stand in a known order.
    package var orderings: [Ordering]
    /// Variables that may have no value.
    package var unbound: Set<String>

    /// Declares domains; nothing is declared of the paths that are not named.
    package init(
        _ paths: [String: Domain] = [:], orderings: [Ordering] = [], unbound: Set<String> = []
    ) {
        self.paths = paths
        self.orderings = orderings
        self.unbound = unbound
    }

    /// Whether nothing is declared.
    private var isEmpty: Bool { paths.isEmpty && orderings.isEmpty && unbound.isEmpty }

    /// These domains and more; where both speak of a path, `others` counts.
    package func adding(_ others: Domains) -> Domains {
        guard !isEmpty else { return others }
        guard !others.isEmpty else { return self }
        return Domains(
            paths.merging(others.paths) { $1 }, orderings: orderings + others.orderings,
            unbound: unbound.union(others.unbound))
    }
}
