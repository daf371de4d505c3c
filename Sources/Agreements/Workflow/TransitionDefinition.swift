/// What a transition asks of who takes it, and what it does.
package struct TransitionDefinition: Sendable {
    /// The chart's label of it, unique in its process, such as `draft/submit/0`.
    package var label: String
    package var event: String
    /// The act in words; nil where no person does it.
    package var title: LocalizedText?
    /// The roles that may do it; empty where the event is no person's act.
    package var by: [RoleReference]
    package var reasonRequired: Bool
    /// The values that the act carries.
    package var input: [InputField]
    package var actions: [ActionDefinition]
    package var notices: [NoticeUse]

    package init(
        label: String, event: String, title: LocalizedText? = nil, by: [RoleReference] = [],
        reasonRequired: Bool = false, input: [InputField] = [], actions: [ActionDefinition] = [],
        notices: [NoticeUse] = []
    ) {
        self.label = label
        self.event = event
        self.title = title
        self.by = by
        self.reasonRequired = reasonRequired
        self.input = input
        self.actions = actions
        self.notices = notices
    }
}
