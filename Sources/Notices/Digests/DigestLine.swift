package import Agreements

/// An open step as a digest tells it.
package struct DigestLine: Sendable, Hashable {
    /// Of the file.
    package var reference: String
    package var title: LocalizedText
    package var due: Deadline?
    package var openedAt: Instant
    /// Whose step it is, where the reader may do it by delegation.
    package var grantor: String?

    package init(
        reference: String, title: LocalizedText, due: Deadline?, openedAt: Instant,
        grantor: String? = nil
    ) {
        self.reference = reference
        self.title = title
        self.due = due
        self.openedAt = openedAt
        self.grantor = grantor
    }

    /// Overdue ones first, as they are due first; those without a deadline last.
    package static func isEarlier(_ left: DigestLine, _ right: DigestLine) -> Bool {
        (left.due?.due ?? .latest, left.openedAt, left.reference, left.title.fr)
            < (right.due?.due ?? .latest, right.openedAt, right.reference, right.title.fr)
    }
}
