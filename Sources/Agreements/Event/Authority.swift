/// Who acted, by what right, and through which door.
package struct Authority: Codable, Sendable, Hashable {
    /// A person's id, or the cause of an event that no person caused, such as `system:timer`.
    package var actor: String
    package var onBehalfOf: Person.ID?
    package var delegation: Delegation.ID?
    package var role: String?
    package var channel: Channel
    /// The operating-system user, where the act came from the command line.
    package var `operator`: String?

    /// The door through which a command came.
    package enum Channel: String, Codable, Sendable, Hashable {
        case page
        case api
        case commandLine = "command_line"
        case system
        case scenario
    }

    package init(
        actor: String, onBehalfOf: Person.ID? = nil, delegation: Delegation.ID? = nil, role: String? = nil,
        channel: Channel, operator: String? = nil
    ) {
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.delegation = delegation
        self.role = role
        self.channel = channel
        self.operator = `operator`
    }

    /// An event of the machine's own: `timer`, `join`, `call`, `document`, `import`, `migration`.
    package static func system(_ cause: String) -> Authority {
        Authority(actor: "system:\(cause)", channel: .system)
    }
}
