/// Two groups of acts that one person may not do on the same agreement, in their own name or for another.
package struct ExclusiveDuty: Sendable, Hashable {
    package var first: [String]
    package var second: [String]
    /// The code of the refusal.
    package var refusal: String
    /// Whether only who did one of the first is kept from the second, and not the other way round.
    package var isInOrder: Bool

    package init(first: [String], second: [String], refusal: String, isInOrder: Bool = false) {
        self.first = first
        self.second = second
        self.refusal = refusal
        self.isInOrder = isInOrder
    }

    /// The acts that keep whoever did one of them from this one.
    package func barring(_ act: String) -> [String] {
        (second.contains(act) ? first : []) + (!isInOrder && first.contains(act) ? second : [])
    }
}
