import Agreements
import Foundation
import Testing

@Suite("What of a file somebody reads")
struct FileSightTests {
    private static let reader = Person.ID(UUID(7))
    private static let noon = Instant(millisecondsSinceEpoch: 0)

    /// A file in force with an amendment that two bodies are to join by, and its papers.
    private static var agreement: Agreement {
        var agreement = Agreement(
            id: Agreement.ID(UUID(1)), workflow: "lia", version: "1", instrument: "LIA", headHash: "")
        agreement.reference = "LIA-2016-001"
        agreement.processes = [
            "life": Process(path: "life", definition: "life", name: "life"),
            "amendment/1": Process(path: "amendment/1", definition: "amendment", name: "amendment"),
            "amendment/1/circuit/duke": Process(
                path: "amendment/1/circuit/duke", definition: "signature", name: "circuit"),
            "late/porto": Process(path: "late/porto", definition: "signature", name: "late"),
        ]
        agreement.tasks = [
            task(1, in: "amendment/1/circuit/duke", of: "duke"), task(2, in: "late/porto", of: "porto"),
        ]
        agreement.documents = Self.papers.enumerated().map { index, paper in
            Document(
                id: Document.ID(UUID(UInt8(index))), kind: paper.kind, process: paper.process,
                version: 1, language: nil, sha256: nil, saltedHash: nil, size: 1, addedAt: noon)
        }
        return agreement
    }

    private static func task(_ number: UInt8, in process: String, of body: String) -> HumanTask {
        HumanTask(
            id: HumanTask.ID(UUID(number)), process: process, state: "to_sign",
            role: RoleReference("SIG", of: .party), narrowedTo: body, openedAt: noon, due: nil)
    }

    private static let papers: [(kind: String, process: String?)] = [
        ("text", nil), ("consolidated", nil), ("consolidated", nil), ("scan", nil), ("partner_letter", nil),
        ("text", "amendment/1"), ("text", "amendment/2"),
    ]

    @Test(
        "Who speaks for a body reads every text of its own file, and only what is put to it where it is no party",
        arguments: [
            (["SIG"] as Set<String>, [0, 1, 2, 3, 5, 6]), (["SIG(duke)"] as Set<String>, [2, 5]),
            (["SIG(porto)"] as Set<String>, [0]), (["SIG(duke)", "SIG(porto)"] as Set<String>, [0, 2, 5]),
            (["SIG(lyon)"] as Set<String>, []), (["PART"] as Set<String>, [0, 1, 2, 3, 4, 5, 6]),
        ])
    func texts(roles: Set<String>, readable: [Int]) {
        let agreement = Self.agreement
        let sight = FileSight(of: agreement, for: Self.reader, holding: roles)
        let read = agreement.documents.indices.filter { sight.sees(agreement.documents[$0], givenBy: nil) }
        #expect(read == readable)
    }

    /// A file that was decided once and is decided anew, with what an expert said of it then.
    private static func renewal(isOver: Bool) -> (Agreement, Authority, Event) {
        let expert = Person.ID(UUID(8))
        var agreement = Self.agreement
        agreement.doers = ["select": [Person.ID(UUID(9))]]
        var renewal = Process(path: "life/renewal/2021-12-31", definition: "renewal", name: "renewal")
        renewal.status = isOver ? .ended : .active
        let path = "\(renewal.path)/review/1"
        agreement.processes[renewal.path] = renewal
        agreement.processes[path] = Process(
            path: path, definition: "expertise", name: "review",
            item: ["expert": .string(expert.description)])
        let authority = Authority(actor: expert.description, role: "EXP", channel: .page)
        let event = Event(
            stream: agreement.id.description, seq: 9, process: path, type: "submit_review", fromState: [],
            toState: [], authority: authority, at: noon, effectiveOn: nil, requestID: nil,
            workflow: "lia@1", payload: Payload(changes: [], notices: []), documentHashes: [],
            previousHash: "")
        return (agreement, authority, event)
    }

    @Test(
        "What an expert says of a renewal is read by those who asked for it once that is over, and names nobody",
        arguments: [false, true])
    func renewal(isOver: Bool) {
        let (agreement, expert, event) = Self.renewal(isOver: isOver)
        let review = Document(
            id: Document.ID(UUID(77)), kind: "report", process: nil, version: 6, language: nil, sha256: nil,
            saltedHash: nil, size: 1, addedAt: Self.noon)
        let applicant = FileSight(of: agreement, for: Self.reader, holding: ["PI_FR"])
        #expect(applicant.sees(review, givenBy: expert) == isOver)
        #expect((applicant.part(of: event, whileBarred: false) != nil) == isOver)
        #expect(!applicant.sees(nameOf: review, givenBy: expert))
        let office = FileSight(of: agreement, for: Self.reader, holding: ["INT"])
        #expect(office.sees(review, givenBy: expert) && office.sees(nameOf: review, givenBy: expert))
        #expect(office.part(of: event, whileBarred: false) != nil)
    }

    @Test(
        "A file without a reference is a draft as long as nobody but its writers has a step in its life",
        arguments: [
            (nil, nil, true), (nil, "PI_FR", true), (nil, "DG", false), ("LIA-2016-001", "PI_FR", false),
        ] as [(reference: String?, step: String?, isDraft: Bool)])
    func drafts(reference: String?, step: String?, isDraft: Bool) {
        var agreement = Self.agreement
        agreement.reference = reference
        agreement.tasks =
            step.map { role in
                [
                    HumanTask(
                        id: HumanTask.ID(UUID(1)), process: "life", state: "draft", role: RoleReference(role),
                        narrowedTo: nil, openedAt: Self.noon, due: nil)
                ]
            } ?? []
        #expect(agreement.isDraft == isDraft)
        #expect(FileSight(of: agreement, for: Self.reader, holding: ["DAF"]).sees(.dossier) == !isDraft)
        #expect(FileSight(of: agreement, for: Self.reader, holding: ["DU"]).sees(.dossier))
    }

    @Test("Who is asked before the body is a party reads nothing that people wrote")
    func contents() {
        let asked = FileSight(of: Self.agreement, for: Self.reader, holding: ["SIG(duke)"])
        #expect(asked.isAsked)
        #expect(!asked.seesContents)
        #expect(asked.matters.isEmpty)
        let party = FileSight(of: Self.agreement, for: Self.reader, holding: ["SIG"])
        #expect(!party.isAsked)
        #expect(party.seesContents)
    }
}

extension UUID {
    fileprivate init(_ last: UInt8) { self.init(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last)) }
}
