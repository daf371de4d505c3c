/// What is known of the values that a guard will read, before it runs.
package struct Knowledge: Sendable, Hashable {
    /// Values by dotted path, such as `vars.unitVisa`; a known map makes everything under it known.
    package var values: [String: Value]
    /// Paths whose last field is certainly not there, although what holds it is.
    package var absent: Set<String>
    /// What is declared of the other values, beside the domains of the environment.
    package var domains: Domains
    /// What is known of the elements of lists, by the path of the list.
    package var elements: [String: Elements] = [:]

    /// The paths of instants that may be any.
    package var instants: Set<String> = []

    /// What is known of the elements of a list.
    package struct Elements: Sendable, Hashable {
        /// Fields that have one value in each element; in its first one others go before them.
        package var fields: [String: Value]
        package var firstFields: [String: Value]
        /// How many there are at least.
        package var least: Int

        /// Elements of these fields.
        package init(fields: [String: Value] = [:], first: [String: Value] = [:], least: Int = 0) {
            self.fields = fields
            firstFields = first
            self.least = least
        }
    }

    /// Knowledge of these values, and of these fields that are not there.
    package init(
        values: [String: Value] = [:], absent: Set<String> = [], domains: Domains = Domains()
    ) {
        self.values = values
        self.absent = absent
        self.domains = domains
    }
}
