/// An event on its way to one process.
struct Delivery {
    var event: String
    var path: String
    var authority: Authority
    /// What the event carries, as guards read it and as it is recorded.
    var input: [String: JSON] = [:]
    /// What is recorded instead of `input`, where that holds erasable values.
    var recordedInput: [String: JSON]?
    /// Who acts in law: the actor, or the one whose act is recorded.
    var person: Person.ID?
    var onBehalfOf: Person.ID?
    var recorded: RecordedAct?
    var requestID: String?
    /// Changes that the event records beside those of the chart.
    var changes: [Change] = []
    var documentHashes: [String] = []
    /// Whether the person may take a transition that needs one of these roles.
    var mayTake: @Sendable ([RoleReference]) -> Bool = { _ in false }

    /// An event whose name a definition gives.
    init(named event: String, to path: String, authority: Authority) {
        self.event = event
        self.path = path
        self.authority = authority
    }

    init(_ event: MachineEvent, to path: String, authority: Authority) {
        self.init(named: event.rawValue, to: path, authority: authority)
    }
}
