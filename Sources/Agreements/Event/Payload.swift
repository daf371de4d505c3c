/// What an event tells beside its head: the input, the values that were read, what changed and who must be
/// told.
package struct Payload: Codable, Sendable, Hashable {
    /// The act's input; erasable values only by reference.
    package var input: [String: JSON]
    /// Every value that guards, formulas and deadlines read, in order.
    package var reads: [Read]
    package var changes: [Change]
    package var notices: [OwedNotice]
    /// Whose decision or signature was recorded from paper, and the date on it.
    package var recorded: RecordedAct?
    /// What changed in the register or in a call; agreements have none.
    package var register: RegisterChange?

    /// A value that a rule read.
    package struct Read: Codable, Sendable, Hashable {
        package var path: String
        package var value: JSON

        package init(path: String, value: JSON) {
            self.path = path
            self.value = value
        }
    }

    package init(
        input: [String: JSON] = [:], reads: [Read] = [], changes: [Change] = [], notices: [OwedNotice] = [],
        recorded: RecordedAct? = nil,
        register: RegisterChange? = nil
    ) {
        self.input = input
        self.reads = reads
        self.changes = changes
        self.notices = notices
        self.recorded = recorded
        self.register = register
    }
}
