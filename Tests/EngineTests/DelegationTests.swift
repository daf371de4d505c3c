import Agreements
import TestSupport
import Testing

/// Delegation of signature: personal, dated, worth what its grantor holds at the instant of signing.
@Suite("Who signs for another")
struct DelegationTests {
    static let signing = House.day("2016-04-01")

    static func delegation(
        _ grantor: Person.ID, _ grantee: Person.ID, from: String = "2016-01-01T00:00", until: String? = nil,
        revoked: String? = nil, number: UInt8 = 50
    ) -> Delegation {
        Delegation(
            id: House.identifier(number), grantor: grantor, grantee: grantee, role: "SIG", scope: .everything,
            from: House.instant(from), until: until.map(House.instant), revokedAt: revoked.map(House.instant))
    }

    /// A text to be signed by Inserm and Seoul, with these delegations.
    static func bench(_ delegations: [Delegation]) throws -> Bench {
        var bench = try SignatureTests.bench(since: House.instant("2016-03-02T09:00"))
        bench.facts.delegations = delegations
        return bench
    }

    static func sign(
        _ bench: inout Bench, _ person: Person.ID, for grantor: Person.ID? = nil, party: String = "snu"
    ) throws {
        let actor: Command.Actor = grantor.map { .delegate(person, of: $0) } ?? .person(person)
        try bench.decide(.act(Act("sign", process: "circuit/\(party)")), by: actor)
    }

    static func record(
        _ bench: inout Bench, _ person: Person.ID, for grantor: Person.ID, dated: String
    ) throws {
        let act = Act(
            "sign", process: "circuit/snu",
            recorded: RecordedAct(person: person, documentDate: House.day(dated), document: nil))
        try bench.decide(.act(act), by: .delegate(House.office, of: grantor))
    }

    @Test("The event names both, and the delegation")
    func named() throws {
        var bench = try Self.bench([Self.delegation(House.rector, House.dean)])
        try Self.sign(&bench, House.dean, for: House.rector)
        let authority = try #require(bench.events.last { $0.type == "sign" }).authority
        #expect(authority.actor == House.dean.description)
        #expect(authority.onBehalfOf == House.rector)
        #expect(authority.delegation == House.identifier(50))
        let signature = try #require(bench.agreement?.signatures.first)
        #expect(signature.person == House.dean && signature.onBehalfOf == House.rector)
        #expect(bench.agreement == bench.refolded)
    }

    @Test("Who asks what they may do is told of what they may do for another")
    func possible() throws {
        let bench = try Self.bench([Self.delegation(House.rector, House.dean)])
        let decider = Decider(workflow: bench.workflow, facts: bench.facts, randomness: bench.randomness)
        let agreement = try #require(bench.agreement)
        func signing(_ person: Person.ID) throws -> PossibleAct {
            let acts = decider.acts(of: person, on: agreement)
            return try #require(acts.first { $0.name == "sign" && $0.process.hasSuffix("circuit/snu") })
        }
        let (dean, rector, stranger) = (
            try signing(House.dean), try signing(House.rector), try signing(House.stranger)
        )
        #expect(dean.refusal == nil && dean.onBehalfOf == House.rector)
        #expect(rector.refusal == nil && rector.onBehalfOf == nil)
        #expect(stranger.refusal?.code == "not_authorized" && stranger.onBehalfOf == nil)
    }

    @Test("The delegator may take the file back at any time")
    func takenBack() throws {
        var bench = try Self.bench([Self.delegation(House.rector, House.dean)])
        try Self.sign(&bench, House.rector)
        #expect(bench.agreement?.signatures.map(\.person) == [House.rector])
    }

    @Test("A delegate passes nothing on")
    func passedOn() throws {
        let chain = [
            Self.delegation(House.rector, House.dean),
            Self.delegation(House.dean, House.stranger, number: 51),
        ]
        let bench = try Self.bench(chain)
        for grantor in [House.dean, House.rector] {
            let refusal = bench.refusal { try Self.sign(&$0, House.stranger, for: grantor) }
            #expect(refusal?.code == "no_delegation")
        }
    }

    enum Lapse: CaseIterable {
        case grantorLeft, granteeLeft, grantEnded, revoked, ended, notBegun
    }

    @Test(
        "A delegation lapses with either person, with the right of the grantor, and by its dates",
        arguments: Lapse.allCases)
    func lapsed(_ lapse: Lapse) throws {
        var bench = try Self.bench([Self.delegation(House.rector, House.dean)])
        switch lapse {
        case .grantorLeft: bench.facts.people[House.rector]?.active = false
        case .granteeLeft: bench.facts.people[House.dean]?.active = false
        case .grantEnded:
            for index in bench.facts.grants.indices where bench.facts.grants[index].person == House.rector {
                bench.facts.grants[index].until = House.instant("2016-04-01T08:00")
            }
        case .revoked: bench.facts.delegations[0].revokedAt = House.morning
        case .ended: bench.facts.delegations[0].until = House.morning
        case .notBegun: bench.facts.delegations[0].from = House.instant("2016-04-01T09:01")
        }
        let refusal = bench.refusal { try Self.sign(&$0, House.dean, for: House.rector) }
        #expect(["no_delegation", "delegation_expired", "not_authorized"].contains(refusal?.code))
    }

    @Test(
        "Validity is that of the date on the paper, whenever it is recorded",
        arguments: [("2016-03-10", true), ("2016-03-20", true), ("2016-03-21", false), ("2016-02-28", false)])
    func recorded(_ dated: String, _ isValid: Bool) throws {
        let delegation = Self.delegation(
            House.rector, House.dean, from: "2016-03-01T00:00", until: "2016-03-21T00:00")
        let bench = try Self.bench([delegation])
        let refusal = bench.refusal { try Self.record(&$0, House.dean, for: House.rector, dated: dated) }
        #expect((refusal == nil) == isValid)
    }

    @Test("One taken back later was worth what it was on the date of the paper")
    func revokedLater() throws {
        let bench = try Self.bench([
            Self.delegation(House.rector, House.dean, revoked: "2016-03-25T00:00")
        ])
        #expect(
            bench.refusal { try Self.record(&$0, House.dean, for: House.rector, dated: "2016-03-24") } == nil)
        #expect(
            bench.refusal { try Self.record(&$0, House.dean, for: House.rector, dated: "2016-03-25") } != nil)
    }

    @Test(
        "What somebody dated before they left can be recorded after it, by either of the two",
        arguments: [
            (House.rector, "2016-03-24", true), (House.rector, "2016-03-25", false),
            (House.dean, "2016-03-24", true), (House.dean, "2016-03-25", false),
        ])
    func leftLater(_ person: Person.ID, _ dated: String, _ isValid: Bool) throws {
        var bench = try Self.bench([Self.delegation(House.rector, House.dean)])
        bench.facts.people[person]?.leave(at: House.instant("2016-03-25T00:00"))
        let refusal = bench.refusal { try Self.record(&$0, House.dean, for: House.rector, dated: dated) }
        #expect((refusal == nil) == isValid)
        #expect(bench.refusal { try Self.sign(&$0, House.dean, for: House.rector) } != nil)
    }

    /// Who signs for Inserm, then who for Seoul: each for themselves, or for another.
    static let pairs: [(Person.ID, Person.ID?, Person.ID, Person.ID?, Bool)] = [
        (House.president, nil, House.rector, nil, true),
        // The same delegate for both.
        (House.dean, House.president, House.dean, House.rector, false),
        // A signatory who also acts for the other.
        (House.president, nil, House.president, House.rector, false),
        // Somebody signs for a person who signed themselves.
        (House.lawyer, nil, House.dean, House.lawyer, false),
        (House.dean, House.lawyer, House.lawyer, nil, false),
        // Two delegates of one person.
        (House.dean, House.lawyer, House.deputy, House.lawyer, false),
        (House.dean, House.president, House.deputy, House.rector, true),
    ]

    @Test("Nobody signs for two parties, whatever was delegated to whom", arguments: pairs)
    func twoParties(
        _ first: Person.ID, _ firstFor: Person.ID?, _ second: Person.ID, _ secondFor: Person.ID?, _ may: Bool
    ) throws {
        var number: UInt8 = 50
        var delegations: [Delegation] = []
        for grantor in [House.president, House.rector, House.lawyer] {
            for grantee in [House.dean, House.deputy, House.president] where grantee != grantor {
                delegations.append(Self.delegation(grantor, grantee, number: number))
                number += 1
            }
        }
        var bench = try Self.bench(delegations)
        for party in ["inserm", "snu"] {
            bench.facts.grants.append(House.grant(House.lawyer, "SIG", .party(party)))
        }
        try Self.sign(&bench, first, for: firstFor, party: "inserm")
        let refusal = bench.refusal { try Self.sign(&$0, second, for: secondFor, party: "snu") }
        #expect(refusal?.code == (may ? nil : "signs_for_two"))
    }

    @Test(
        "Somebody of another body does not sign for a party, whatever was granted",
        arguments: [("snu", nil), (nil, nil), ("kyoto", "signs_for_another_body")] as [(String?, String?)])
    func anotherBody(_ organisation: String?, _ code: String?) throws {
        var bench = try Self.bench([])
        bench.facts.people[House.rector]?.organisation = organisation
        #expect(bench.refusal { try Self.sign(&$0, House.rector, party: "snu") }?.code == code)
    }

    @Test("Who signs for another does not sign in person")
    func capacity() throws {
        var bench = try Self.bench([Self.delegation(House.rector, House.dean)])
        try Self.sign(&bench, House.dean, for: House.rector)
        #expect(bench.agreement?.signatures.map(\.capacity) == ["by_delegation"])
    }

    @Test("A signature that a new text voided binds nobody any more")
    func voided() throws {
        var bench = try Self.bench([Self.delegation(House.rector, House.president)])
        try Self.sign(&bench, House.president, party: "inserm")
        try bench.addText("two")
        #expect(bench.refusal { try Self.sign(&$0, House.president, for: House.rector) } == nil)
    }
}
