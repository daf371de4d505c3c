import Agreements
import TestSupport
import Testing

@Suite("An act is refused with what would have been possible")
struct ActTests {
    static let states = """
        draft:
          TITLE
          on:
            submit:
              title: { fr: Envoyer, en: Send it }
              by: [PI_FR]
              if:
                - { that: "event.pages <= 10", else: too_long }
                - { that: "agreement.parties.exists(p, p.id == 'kyoto')", else: no_kyoto }
              input: { pages: integer }
              to: review
            discard: { title: { fr: Abandonner, en: Drop it }, by: [PI_FR], reason: required, to: ended }
            open_visa: { title: { fr: Ouvrir le visa, en: Open the visa }, by: [DU] }
        review:
          TITLE
          refuse: { submit: too_late }
          on:
            admit: { TITLE, by: [INT], to: ended }
        ended: { TITLE, legal: ended, final: true }
        """

    static func bench(_ parties: [String] = ["inserm", "snu"]) throws -> Bench {
        try Bench(
            proposed: Rules.workflow(states, refusals: ["too_long", "no_kyoto", "too_late"]), parties: parties
        )
    }

    @Test("An act that no active state expects is answered with the acts that are possible")
    func notPossible() throws {
        let refusal = try #require(try Self.bench().refusal(of: "admit", by: House.office))
        #expect(refusal.code == "not_possible_here")
        #expect(refusal.state == ["draft"])
        for act in ["Send it", "Drop it", "Open the visa"] { #expect(refusal.text.en.contains(act)) }
    }

    @Test("Who holds no role of the act is told which role it needs")
    func notAuthorized() throws {
        let refusal = try #require(
            try Self.bench().refusal(of: "submit", by: House.office, input: ["pages": 3]))
        #expect(refusal.code == "not_authorized")
        #expect(refusal.text.en.contains("Lead applicant"))
    }

    @Test("A person who is not active in the register does nothing, whatever their grants")
    func inactive() throws {
        var bench = try Self.bench()
        bench.facts.people[House.lead]?.active = false
        #expect(bench.refusal(of: "submit", by: House.lead, input: ["pages": 3])?.code == "not_authorized")
    }

    @Test("A condition that fails gives its code, its text as it is written, and the values that it read")
    func guardFails() throws {
        let bench = try Self.bench()
        let long = try #require(bench.refusal(of: "submit", by: House.lead, input: ["pages": 11]))
        #expect(long.code == "too_long")
        #expect(long.rule == "event.pages <= 10")
        #expect(long.reads == [.init(path: "event.pages", value: 11)])
        #expect(bench.refusal(of: "submit", by: House.lead, input: ["pages": 10])?.code == "no_kyoto")
    }

    @Test("A state may refuse an act with a code of its own")
    func refusedHere() throws {
        var bench = try Self.bench(["inserm", "kyoto"])
        try bench.act("submit", by: House.lead, input: ["pages": 10])
        #expect(bench.state == ["review"])
        #expect(bench.refusal(of: "submit", by: House.lead, input: ["pages": 1])?.code == "too_late")
    }

    @Test("A reason that is asked for must say something", arguments: [nil, "", " \n\t"])
    func reason(_ reason: String?) throws {
        #expect(
            try Self.bench().refusal(of: "discard", by: House.lead, reason: reason)?.code == "reason_required"
        )
    }

    @Test(
        "Where only some ways of an act ask for a reason, it is asked of who takes one of them",
        arguments: [("no", nil, "reason_required"), ("no", "Trop cher", nil), ("yes", nil, nil)]
            as [(String, String?, String?)])
    func reasonOfOneWay(grade: String, reason: String?, code: String?) throws {
        let bench = try Bench(
            proposed: Rules.workflow(
                """
                draft:
                  TITLE
                  on:
                    judge:
                      - { TITLE, by: [PI_FR], input: { grade: ["yes", "no"] }, if: { that: "event.grade == 'no'", else: no_way }, reason: required, to: ended }
                      - { TITLE, by: [PI_FR], input: { grade: ["yes", "no"] }, if: { that: "event.grade == 'yes'", else: no_way }, to: review }
                review: { TITLE, on: { admit: { TITLE, by: [INT], to: ended } } }
                ended: { TITLE, legal: ended, final: true }
                """, refusals: ["no_way"]))
        let refusal = bench.refusal(
            of: "judge", by: House.lead, input: ["grade": .string(grade)], reason: reason)
        #expect(refusal?.code == code)
    }

    @Test(
        "A proposal that is only being written takes documents from those who read it",
        arguments: [(House.lead, nil), (House.office, nil), (House.lawyer, "not_authorized")]
            as [(Person.ID, String?)])
    func documentOfDraft(_ person: Person.ID, code: String?) throws {
        let bench = try Self.bench()
        let note = NewDocument(kind: "note", language: "fr", fileName: "n.txt", bytes: Array("n".utf8))
        let refusal = bench.refusal { try $0.decide(.addDocument(note), by: .person(person)) }
        #expect(refusal?.code == code)
    }

    @Test("An accepted act records who did it, what it read and that it happened; its reason lies apart")
    func accepted() throws {
        var bench = try Self.bench(["inserm", "kyoto"])
        try bench.act("submit", by: House.lead, input: ["pages": 10])
        let event = try #require(bench.events.last)
        #expect((event.fromState, event.toState) == (["draft"], ["review"]))
        #expect(event.authority.actor == House.lead.description)
        #expect(event.authority.role == "PI_FR")
        #expect(event.payload.reads.contains(.init(path: "event.pages", value: 10)))
        #expect(event.payload.changes.contains(.did(act: "submit", person: House.lead)))
    }

    @Test("The creation of a file has no state before it")
    func creation() throws {
        let event = try #require(try Self.bench().events.first)
        #expect(event.type == "propose")
        #expect(event.seq == 1)
        #expect(event.fromState.isEmpty)
        #expect(event.toState == ["draft"])
    }

    @Test("What a form still lacks does not make an act impossible")
    func possible() throws {
        let bench = try Self.bench(["inserm", "kyoto"])
        let decider = Decider(workflow: bench.workflow, facts: bench.facts, randomness: bench.randomness)
        let acts = decider.acts(of: House.lead, on: try #require(bench.agreement))
        #expect(acts.map(\.name) == ["submit", "discard", "open_visa"])
        #expect(acts.map { $0.refusal?.code } == [nil, nil, "not_authorized"])
    }

    @Test("What no input of a form can help is known before it is filled in")
    func standing() throws {
        let cases: [(parties: [String], code: String?)] = [
            (["inserm", "snu"], "no_kyoto"), (["inserm", "kyoto"], nil),
        ]
        for (parties, code) in cases {
            let bench = try Self.bench(parties)
            let decider = Decider(workflow: bench.workflow, facts: bench.facts, randomness: bench.randomness)
            let agreement = try #require(bench.agreement)
            let refusal = decider.standingRefusal(of: "submit", in: "life", on: agreement)
            #expect(refusal?.code == code)
            #expect(refusal?.rule == code.map { _ in "agreement.parties.exists(p, p.id == 'kyoto')" })
            for act in ["discard", "open_visa", "admit"] {
                #expect(decider.standingRefusal(of: act, in: "life", on: agreement) == nil, "\(act)")
            }
        }
    }
}
