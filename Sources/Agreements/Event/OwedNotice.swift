/// The obligation to tell one person something; exactly one for each (agreement, step entry, notice,
/// recipient, occurrence).
package struct OwedNotice: Codable, Sendable, Hashable {
    package var notice: String
    package var recipient: Person.ID
    package var process: String
    /// The state that owes it and the event by which it was entered.
    package var state: String
    package var entrySeq: Int
    /// Tells reminders of one kind apart, such as `-P14D@2016-06-15`; empty for the only one.
    package var occurrence: String
    /// The due date that it speaks of.
    package var due: Deadline?
    /// Whether it is the first recipient of this event and notice, with whom the contact address gets its
    /// copy.
    package var copied: Bool

    package init(
        notice: String, recipient: Person.ID, process: String, state: String, entrySeq: Int,
        occurrence: String,
        due: Deadline?, copied: Bool
    ) {
        self.notice = notice
        self.recipient = recipient
        self.process = process
        self.state = state
        self.entrySeq = entrySeq
        self.occurrence = occurrence
        self.due = due
        self.copied = copied
    }

    /// Whether it reminds of a step, and not of its beginning.
    package var isReminder: Bool { occurrence.contains("@") }
}
