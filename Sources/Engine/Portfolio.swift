package import Agreements

/// The agreements whose life goes on, with every fact that decisions over them read, as of one instant.
///
/// It holds no name, address or text: nobody who looks ahead needs them.
package struct Portfolio: Sendable {
    /// `facts.now` is the instant of it.
    package var facts: Facts
    package var agreements: [Agreement]

    package init(facts: Facts, agreements: [Agreement]) {
        self.facts = facts
        self.agreements = agreements
    }
}
