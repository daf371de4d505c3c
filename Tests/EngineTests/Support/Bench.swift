import Agreements
import TestSupport

/// One agreement on which commands are tried one after the other, without engine or storage.
struct Bench {
    var workflow: Workflow
    var facts: Facts
    var agreement: Agreement?
    var events: [Event] = []
    var channel = Authority.Channel.scenario
    let randomness = House.randomness()
    static let id: Agreement.ID = House.identifier(99)

    init(_ workflow: Workflow, facts: Facts = House.facts()) {
        self.workflow = workflow
        self.facts = facts
    }

    /// A file proposed by the lead with two parties (and more when named).
    init(proposed workflow: Workflow, parties: [String] = ["inserm", "snu"], facts: Facts = House.facts())
        throws
    {
        self.init(workflow, facts: facts)
        let proposal = Proposal(
            workflow: workflow.id, call: House.call.id, unit: "U1151", parties: parties)
        try decide(.propose(proposal), by: .person(House.lead))
    }

    /// Decides at the instant of the facts, keeps what is to be recorded, throws the refusal if there is one.
    @discardableResult
    mutating func decide(
        _ body: Command.Body, by actor: Command.Actor, seen: Int? = nil, requestID: String = ""
    ) throws -> [Event] {
        let command = Command(
            requestID: requestID, agreement: Self.id, actor: actor, channel: channel,
            expectedRevision: seen, body: body)
        let decision = Decider(workflow: workflow, facts: facts, randomness: randomness).decide(
            command, on: agreement)
        if !decision.events.isEmpty { agreement = decision.agreement }
        events += decision.events
        for number in decision.numbers where decision.refusal == nil {
            facts.counters[number.series] = number.number
        }
        if let refusal = decision.refusal { throw refusal }
        return decision.events
    }

    @discardableResult
    mutating func act(
        _ name: String, by person: Person.ID, process: String? = nil, input: [String: JSON] = [:],
        reason: String? = nil, recorded: RecordedAct? = nil, seen: Int? = nil
    ) throws -> [Event] {
        try decide(
            .act(Act(name, process: process, input: input, reason: reason, recorded: recorded)),
            by: .person(person),
            seen: seen)
    }

    /// Advances to `instant` and serves what is due by then, late or not.
    @discardableResult
    mutating func serve(at instant: Instant) throws -> [Event] {
        facts.now = instant
        return try decide(.serveTimers, by: .system(cause: "timer"))
    }

    mutating func addText(
        _ text: String, of process: String? = nil, by person: Person.ID = House.lawyer
    ) throws {
        var document = NewDocument(
            kind: "text", language: "fr", fileName: "text.txt", bytes: Array(text.utf8))
        document.process = process
        try decide(.addDocument(document), by: .person(person))
    }

    /// The refusal of an act, or nil when it is accepted; nothing of it is kept.
    func refusal(of name: String, by person: Person.ID, input: [String: JSON] = [:], reason: String? = nil)
        -> Refusal?
    {
        refusal { bench in try bench.act(name, by: person, input: input, reason: reason) }
    }

    func refusal(_ body: (inout Bench) throws -> Void) -> Refusal? {
        var trial = self
        do {
            try body(&trial)
            return nil
        } catch {
            return error as? Refusal
        }
    }

    var state: [String] { agreement?.state ?? [] }
    var process: [String: Process] { agreement?.processes ?? [:] }
    /// The notices that are owed so far, as `N01 to 3`.
    var owed: [OwedNotice] { events.flatMap(\.payload.notices) }

    /// What folding the events again gives.
    var refolded: Agreement {
        var again = Agreement(
            id: Self.id, workflow: workflow.id, version: workflow.version, instrument: workflow.instrument,
            headHash: Event.genesis(stream: Self.id.description, institution: facts.institution))
        for event in events { again.apply(event) }
        return again
    }
}
