package import Agreements

/// The installation in which a scenario is played: a simulated database, or a store in memory.
package struct ScenarioWorld: Sendable {
    /// Moves the legal clock, and serves what falls due on the way; with `jump` only what is due at the
    /// end, late.
    package var advance: @Sendable (_ to: Instant, _ jump: Bool) async throws -> Void
    package var register: @Sendable (RegisterCommand) async throws -> Void
    package var submit: @Sendable (Command) async throws -> Void
    package var agreement: @Sendable (Agreement.ID) async throws -> Agreement
    package var acts: @Sendable (Person.ID, Agreement) async throws -> [PossibleAct]
    /// The definition that an agreement follows.
    package var workflow: @Sendable (Agreement) async throws -> Workflow
    /// The notices that were delivered for an agreement.
    package var notices: @Sendable (Agreement.ID) async throws -> [DeliveredNotice]
    /// The types of the events of an agreement, in order.
    package var trail: @Sendable (Agreement.ID) async throws -> [String]
    /// What is kept of an agreement under each of some rules, due or not.
    package var kept: @Sendable (Agreement.ID, [RetentionRule]) async throws -> [RetentionItem]

    /// The roles by which a person sees an agreement now; nil where they do not see it.
    package var roles: @Sendable (Person.ID, Agreement) async throws -> Set<String>?

    package init(
        advance: @escaping @Sendable (Instant, Bool) async throws -> Void,
        register: @escaping @Sendable (RegisterCommand) async throws -> Void,
        submit: @escaping @Sendable (Command) async throws -> Void,
        agreement: @escaping @Sendable (Agreement.ID) async throws -> Agreement,
        acts: @escaping @Sendable (Person.ID, Agreement) async throws -> [PossibleAct],
        workflow: @escaping @Sendable (Agreement) async throws -> Workflow,
        notices: @escaping @Sendable (Agreement.ID) async throws -> [DeliveredNotice],
        trail: @escaping @Sendable (Agreement.ID) async throws -> [String],
        kept: @escaping @Sendable (Agreement.ID, [RetentionRule]) async throws -> [RetentionItem],
        roles: @escaping @Sendable (Person.ID, Agreement) async throws -> Set<String>?
    ) {
        self.advance = advance
        self.register = register
        self.submit = submit
        self.agreement = agreement
        self.acts = acts
        self.workflow = workflow
        self.notices = notices
        self.trail = trail
        self.kept = kept
        self.roles = roles
    }
}

/// A notice that reached its recipient's mail server, or the outbox.
package struct DeliveredNotice: Sendable, Hashable {
    package var notice: String
    package var recipient: Person.ID
    package var process: String
    /// The legal instant of its event.
    package var at: Instant

    package init(notice: String, recipient: Person.ID, process: String, at: Instant) {
        self.notice = notice
        self.recipient = recipient
        self.process = process
        self.at = at
    }
}
