/// The conditions of one transition: all must hold, and each that fails names its refusal.
package struct Guard: Sendable {
    package var clauses: [Clause]
    /// The roles that may take the transition; empty where no person does.
    package var by: [RoleReference]

    package init(_ clauses: [Clause], by: [RoleReference] = []) {
        self.clauses = clauses
        self.by = by
    }

    /// One condition and the code of the refusal that its failing gives.
    package struct Clause: Sendable {
        package var formula: Formula
        package var refusal: String

        package init(_ formula: Formula, else refusal: String) {
            self.formula = formula
            self.refusal = refusal
        }
    }
}
