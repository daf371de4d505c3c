/// Two groups of acts that one person may not do on the same agreement, in their own name or for another.
package struct ExclusiveDuty: Sendable, Hashable {
    package var first: [String]
    package var second: [String]
    /// The code of the refusal.
    package var refusal: String

    package init(first: [String], second: [String], refusal: String) {
        self.first = first
        self.second = second
        self.refusal = refusal
    }
}
