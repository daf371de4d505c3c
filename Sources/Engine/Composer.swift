package import Agreements

/// What the engine needs of the notices layer: the text of one that is owed.
package struct Composer: Sendable {
    package var compose: @Sendable (NoticeContext) throws -> ComposedNotice

    package init(compose: @escaping @Sendable (NoticeContext) throws -> ComposedNotice) {
        self.compose = compose
    }
}

/// What the text of one notice is made from.
package struct NoticeContext: Sendable {
    package var owed: OwedNotice
    package var event: Event
    package var workflow: Workflow
    /// The agreement after the event.
    package var agreement: Agreement
    package var facts: Facts
    package var directory: Directory
    /// The free text of the act that a notice may show, such as the reason of a return.
    package var reason: String?

    package init(
        owed: OwedNotice, event: Event, workflow: Workflow, agreement: Agreement, facts: Facts,
        directory: Directory,
        reason: String?
    ) {
        self.owed = owed
        self.event = event
        self.workflow = workflow
        self.agreement = agreement
        self.facts = facts
        self.directory = directory
        self.reason = reason
    }
}
