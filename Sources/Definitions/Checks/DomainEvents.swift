import Agreements

/// The events that the engine gives to processes of its own accord.
enum DomainEvents {
    static let names = Set(MachineEvent.heard.map(\.rawValue))

    /// What begins the names of events that a cited agreement tells.
    static let framework = "framework."

    /// Whether the engine may give it without this workflow saying so.
    static func isGiven(_ event: String) -> Bool { names.contains(event) || event.hasPrefix(framework) }
}
