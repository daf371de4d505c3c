/// The place where a chart says that a notice is owed.
package struct NoticeUse: Sendable {
    package var notice: String
    /// Whom it goes to here; the notice's own recipients when empty.
    package var to: [RoleReference]
    package var condition: Formula?
    /// Whether whoever acts is left out, and whom they act for.
    package var others: Bool

    package init(
        _ notice: String, to: [RoleReference] = [], if condition: Formula? = nil, others: Bool = false
    ) {
        self.notice = notice
        self.to = to
        self.condition = condition
        self.others = others
    }
}
