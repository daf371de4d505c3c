/// An event of an agreement's charts, done by a person.
package struct Act: Sendable, Hashable {
    package var name: String
    /// The path of the process meant; the only one that expects it when nil.
    package var process: String?
    package var input: [String: JSON]
    package var reason: String?
    /// Set when the actor records what another decided or signed on paper.
    package var recorded: RecordedAct?

    package init(
        _ name: String, process: String? = nil, input: [String: JSON] = [:], reason: String? = nil,
        recorded: RecordedAct? = nil
    ) {
        self.name = name
        self.process = process
        self.input = input
        self.reason = reason
        self.recorded = recorded
    }
}
