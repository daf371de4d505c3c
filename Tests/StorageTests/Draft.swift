import Agreements
import Engine
import Foundation
import Storage

/// A decision made by hand: events with given changes, sealed and folded as the engine does.
struct Draft {
    var decision: Decision
    let expectedSeq: Int
    var notices: [ComposedNotice] = []
    var request: RequestKey?
    var authority: [Person.ID: Int] = [:]

    /// The first decision on a new agreement: its life starts in `draft`, with a task and a timer.
    init(
        new id: Agreement.ID = Agreement.ID(UUID()), reference: String? = nil,
        at instant: Instant = World.start
    ) {
        let empty = Agreement(
            id: id, workflow: "lia", version: "2016.1", instrument: "LIA",
            headHash: Event.genesis(stream: id.description, institution: World.institution))
        self.init(on: empty)
        var life = Process(path: "life", definition: "life", name: "life")
        life.configuration = ["draft"]
        life.state = ["draft"]
        life.entries = ["draft": .init(seq: 1, at: instant)]
        var changes: [Change] = [
            .created(workflow: "lia", version: "2016.1", instrument: "LIA"),
            .planned(start: "2017-01-01", unit: "U1151", itmo: nil), .partyJoined(party: World.home),
            .partyJoined(party: World.partner), .processStarted(process: life),
            .taskOpened(task: Self.task(at: instant)),
            .timerArmed(timer: Self.timer(due: instant.adding(milliseconds: 86_400_000))),
        ]
        if let reference {
            changes.append(.reference(reference: reference))
            decision.numbers = [Self.number(of: reference)]
        }
        record("propose", changes, from: [], at: instant)
    }

    /// A further decision on an agreement.
    init(on agreement: Agreement) {
        decision = Decision(agreement: agreement)
        expectedSeq = agreement.seq
    }

    private static func number(of reference: String) -> Decision.TakenNumber {
        let parts = reference.split(separator: "-")
        return .init(
            series: parts.dropLast().joined(separator: "-"), number: parts.last.flatMap { Int($0) } ?? 0)
    }

    static func task(at instant: Instant) -> HumanTask {
        HumanTask(
            id: HumanTask.ID(UUID()), process: "life", state: "draft", role: RoleReference("PI_FR"),
            narrowedTo: nil,
            openedAt: instant,
            due: Deadline(day: "2016-06-15", limit: "2016-06-15T15:00:00.000Z", isInclusive: true))
    }

    static func timer(due: Instant) -> ArmedTimer {
        ArmedTimer(
            id: ArmedTimer.ID(UUID()), process: "life", state: "draft", entrySeq: 1, name: "close", due: due,
            order: 1,
            purpose: .event(name: "late"))
    }

    mutating func record(
        _ type: String, _ changes: [Change], from: [String] = ["draft"], at instant: Instant = World.start,
        owed: [OwedNotice] = [], actor: String = "system:test"
    ) {
        var folded = decision.agreement
        let seq = folded.seq + 1
        var event = Event(
            stream: folded.id.description, seq: seq, process: "life", type: type, fromState: from,
            toState: ["draft"],
            authority: Authority(actor: actor, channel: .scenario), at: instant, effectiveOn: nil,
            requestID: request?.id, workflow: "lia@2016.1", payload: Payload(changes: changes, notices: owed),
            documentHashes: [], previousHash: folded.headHash)
        guard let sealed = try? event.sealed() else { preconditionFailure("a hand-made event can be sealed") }
        event = sealed
        folded.apply(event)
        decision.agreement = folded
        decision.events.append(event)
    }

    /// Owes a notice to a person, with its text.
    mutating func owe(
        _ notice: String, to person: Person.ID, occurrence: String = "", asksForStep: Bool = false,
        at instant: Instant = World.start
    ) {
        let owed = OwedNotice(
            notice: notice, recipient: person, process: "life", state: "draft", entrySeq: 1,
            occurrence: occurrence,
            due: nil, copied: true)
        record("owe", [], at: instant, owed: [owed])
        let id = UUID()
        notices.append(
            ComposedNotice(
                id: id, eventSeq: decision.agreement.seq, owed: owed, asksForStep: asksForStep,
                messageID: "<\(id.uuidString.lowercased())@entente.example>",
                to: Contact(name: "Anna Berg", email: "anna@lab.example"), copy: "contact@entente.example",
                subject: "Objet", text: "Texte", html: "<p>Texte</p>", language: "fr"))
    }

    var commit: Commit {
        Commit(
            request: request, decision: decision, expectedSeq: expectedSeq, authority: authority,
            notices: notices,
            answer: Answer(
                agreement: decision.agreement.id, seq: decision.agreement.seq,
                revision: decision.agreement.revision,
                state: decision.agreement.state, legal: .none, reference: decision.agreement.reference))
    }
}
