import Agreements
import Definitions
import Engine
import Foundation

@testable import Notices

/// A notice that is owed when a party signs, with every value it may name, or lacking some.
struct NoticeStory {
    private let lacking: Set<NoticeSituation>
    private let workflow: Workflow
    private let actor = Person.ID(UUID())
    private let reader = Contact(name: "Ada Reader", email: "ada@unit.example")
    private static let now = Instant(millisecondsSinceEpoch: 1_480_000_000_000)

    init(lacking: Set<NoticeSituation> = []) throws {
        self.lacking = lacking
        workflow = try WorkflowLoader().load(WorkflowSources(name: "f.yaml", text: Self.text))
    }

    private static let text = """
        workflow: test
        version: "1"
        title: { fr: Laboratoire, en: Laboratory }
        instrument: TST
        entry: call
        processes:
          life:
            title: { fr: Vie, en: Life }
            initial: open
            states:
              open:
                title: { fr: Ouvert, en: Open }
                task: { role: INT, title: { fr: À signer, en: To sign } }
                children: [{ name: amendment, run: amendment, join: none }]
                on: { sign: { title: { fr: Signer, en: Sign }, by: [INT], to: bare } }
              bare:
                title: { fr: Sans tâche, en: Without a task }
                on: { close: { title: { fr: Clore, en: Close }, by: [INT], to: done } }
              done: { title: { fr: Clos, en: Closed }, final: true }
          amendment:
            title: { fr: Avenant, en: Amendment }
            text: own
            initial: open
            states:
              open:
                title: { fr: Ouvert, en: Open }
                task: { role: INT, title: { fr: À signer, en: To sign } }
                on: { sign: { title: { fr: Signer, en: Sign }, by: [INT], to: bare } }
              bare:
                title: { fr: Sans tâche, en: Without a task }
                on: { close: { title: { fr: Clore, en: Close }, by: [INT], to: done } }
              done: { title: { fr: Clos, en: Closed }, final: true }

        """

    /// The process that owes it: an amendment with a text of its own, or the life.
    private var path: String { has(.ownText) ? "life/amendment/1" : "life" }

    private func has(_ situation: NoticeSituation) -> Bool { !lacking.contains(situation) }

    func values(_ language: Language) throws -> NoticeValues {
        NoticeValues(
            context: try context, contact: reader, language: language,
            letterhead: Letterhead(
                contact: "contact@entente.example", sender: "entente@entente.example", senderName: "Entente",
                baseURL: "http://127.0.0.1:8080"))
    }

    var context: NoticeContext {
        get throws {
            let agreement = try agreement
            let due = Deadline(day: try Day(parsing: "2016-12-16"), limit: Self.now, isInclusive: true)
            let owed = OwedNotice(
                notice: "N01", recipient: actor, process: path, state: has(.task) ? "open" : "bare",
                entrySeq: 1, occurrence: "", due: has(.due) ? due : nil, copied: false)
            let event = Event(
                stream: agreement.id.description, seq: 2, process: path,
                type: has(.act) ? "sign" : "timer.end",
                fromState: ["open"], toState: ["bare"],
                authority: has(.person)
                    ? Authority(actor: actor.description, channel: .page) : .system("timer"),
                at: Self.now, effectiveOn: nil, requestID: nil, workflow: "test@1", payload: Payload(),
                documentHashes: [], previousHash: "")
            return NoticeContext(
                owed: owed, event: event, workflow: workflow, agreement: agreement, facts: facts,
                directory: Directory(
                    contacts: [actor: Contact(name: "Bo Actor", email: "bo@unit.example")],
                    dossier: has(.acronym) ? ["acronym": "ABC"] : [:]),
                reason: has(.reason) ? "Out of date." : nil)
        }
    }

    private let call = Call(
        id: Call.ID(UUID()), instruments: ["TST"], year: 2016, opensAt: now, closesAt: now)

    /// The city of the partner as the register knows it; nil where it knows none.
    var city: String?

    private var facts: Facts {
        var facts = Facts(now: Self.now, institution: "home", calls: [call.id: call])
        facts.organisations["partner"] = Party(
            id: "partner", name: "University", city: city, country: "KR", kind: .other, home: false)
        return facts
    }

    private var agreement: Agreement {
        get throws {
            var agreement = Agreement(
                id: Agreement.ID(UUID()), workflow: "test", version: "1", instrument: "TST", headHash: "")
            let home = Party(id: "home", name: "Institut", country: "FR", kind: .epst, home: true)
            let partner = Party(
                id: "partner", name: "University", country: has(.foreignParty) ? "KR" : "FR", kind: .other,
                home: false)
            agreement.parties = [home, partner]
            var owing = Process(
                path: path, definition: has(.ownText) ? "amendment" : "life", name: "amendment")
            if has(.amendment) { owing.item["amendment"] = ["number": 2] }
            if has(.party) { owing.item["party"] = ["id": "partner"] }
            agreement.processes = ["life": Process(path: "life", definition: "life", name: "life")]
            agreement.processes[path] = owing
            agreement.call = has(.call) ? call.id : nil
            agreement.registerNumber = has(.registered) ? "2016-001" : nil
            if has(.term) {
                let end = has(.termEnd) ? try Day(parsing: "2020-12-31") : nil
                agreement.term = Term(start: try Day(parsing: "2017-01-01"), end: end)
            }
            if has(.newTerm) { agreement.variables["renewalStart"] = "2021-01-01" }
            if has(.text) { agreement.documents = [text] }
            return agreement
        }
    }

    private var text: Document {
        Document(
            id: Document.ID(UUID()), kind: Document.textKind, process: has(.ownText) ? path : nil, version: 4,
            language: "fr", sha256: "00",
            saltedHash: nil, size: 1, addedAt: Self.now)
    }
}
