/// What a state of a chart asks, starts and says while it is active.
package struct StateDefinition: Sendable {
    package var id: String
    /// Its place in document order; ties between timers are settled by it.
    package var order: Int
    package var title: LocalizedText
    /// The legal status that the agreement has while the state is active.
    package var legal: LegalStatus?
    /// The day on which that status begins (CEL, a day); the day of the decision when absent.
    package var effective: Formula?
    package var task: TaskDefinition?
    package var timers: [TimerDefinition]
    package var children: [ChildrenDefinition]
    /// Done on entry, in order.
    package var actions: [ActionDefinition]
    package var notices: [NoticeUse]
    /// What the parent is told when a child process is in this state, such as `signed`.
    package var outcome: String?
    /// Acts that are refused here with a code of their own, although nobody expects them.
    package var refusals: [String: String]
    /// What has to hold here for a new version of the process's text.
    package var textConditions: [Guard.Clause]

    package init(
        id: String, order: Int, title: LocalizedText, legal: LegalStatus? = nil, effective: Formula? = nil,
        task: TaskDefinition? = nil, timers: [TimerDefinition] = [], children: [ChildrenDefinition] = [],
        actions: [ActionDefinition] = [], notices: [NoticeUse] = [], outcome: String? = nil,
        refusals: [String: String] = [:], textConditions: [Guard.Clause] = []
    ) {
        self.id = id
        self.order = order
        self.title = title
        self.legal = legal
        self.effective = effective
        self.task = task
        self.timers = timers
        self.children = children
        self.actions = actions
        self.notices = notices
        self.outcome = outcome
        self.refusals = refusals
        self.textConditions = textConditions
    }
}
