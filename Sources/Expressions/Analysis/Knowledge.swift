/// What is known of the values that a guard will read, before it runs.
package struct Knowledge: Sendable, Hashable {
    /// Values by dotted path, such as `vars.unitVisa`; a known map makes everything under it known.
    package var values: [String: Value]
    /// Paths whose last field is certainly not there, although what holds it is.
    package var absent: Set<String>
    /// What is declared of the other values, beside the domains of the environment.
    package var domains: Domains

    /// Knowledge of these values, and of these fields that are not there.
    package init(
        values: [String: Value] = [:], absent: Set<String> = [], domains: Domains = Domains()
    ) {
        self.values = values
        self.absent = absent
        self.domains = domains
    }
}
