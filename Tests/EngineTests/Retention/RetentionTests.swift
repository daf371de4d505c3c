import Agreements
import Engine
import TestSupport
import Testing

@Suite("What has been kept long enough goes by a visa")
struct RetentionTests {
    private static let states = """
        draft:
          TITLE
          legal: none
          on:
            review: { TITLE, by: [PI_FR], reason: required, do: [{ set: { reviewed: "true" } }] }
            hold: { TITLE, by: [INT], do: [{ set: { hold: "true" } }] }
            release: { TITLE, by: [INT], do: [{ set: { hold: "false" } }] }
            freeze: { TITLE, by: [INT], to: frozen }
            stop: { TITLE, by: [PI_FR], reason: required, to: over }
        frozen: { TITLE, do: [{ set: { hold: "true" } }], on: { stop: { TITLE, by: [PI_FR], reason: required, to: over } } }
        over: { TITLE, legal: ended, final: true }
        """

    private static let rules = [
        rule("review", [.act("review")], .years(5)), rule("agreement", [.signedFile], .years(10), .keep),
        rule("dossier", [.unsignedFile], .years(2)),
    ]

    private static func rule(
        _ code: String, _ what: [RetentionRule.Matter], _ period: Period,
        _ fate: RetentionRule.Fate = .destroyWithVisa
    ) -> RetentionRule {
        RetentionRule(
            code: code, title: LocalizedText(fr: code, en: code), what: what, period: period, fate: fate)
    }

    /// A file with a text and two reasons, stopped on 1 April 2016.
    private static func bench(held: Bool = false) throws -> Bench {
        var bench = try Bench(
            proposed: Rules.workflow(states, parameters: "proposers: [PI_FR], eliminators: [INT]"))
        try bench.addText("The text.")
        try bench.act("review", by: House.lead, reason: "of no use")
        if held { try bench.act("freeze", by: House.office) }
        try bench.act("stop", by: House.lead, reason: "of no use")
        bench.restock()
        return bench
    }

    private static func items(_ bench: Bench) throws -> [RetentionItem] {
        let agreement = try #require(bench.agreement)
        let closed = try #require(agreement.closedOn(bench.workflow, zone: bench.facts.zone))
        return RetentionReading(
            of: agreement, bench.events, workflow: bench.workflow, rules: rules, closedOn: closed,
            calendar: bench.facts.calendar
        ).items(of: bench.facts.erasable)
    }

    private static func visa(_ item: RetentionItem) -> Command.Body {
        .approveElimination(
            EliminationVisa(
                retention: item.rule.code, since: item.since, values: item.values, documents: item.documents,
                reason: "seen"))
    }

    private static func order(_ item: RetentionItem) -> Command.Body {
        .eliminate(Elimination(.named(values: item.values, documents: item.documents), reason: "retention"))
    }

    private static let machine = Command.Actor.system(cause: "retention")

    @Test("What an act carried is sorted by the rule that names it, the rest by whether the file was signed")
    func sorted() throws {
        let items = try Self.items(Self.bench())
        #expect(items.map(\.rule.code) == ["review", "dossier"])
        #expect(items.map(\.values.count) == [1, 1])
        #expect(items.map(\.documents.count) == [0, 1])
        #expect(items.map(\.since) == [House.day("2021-04-01"), House.day("2018-04-01")])
    }

    @Test("Two years later, with the visa, the dossier goes; the rest stays, and nothing goes twice")
    func goes() throws {
        var bench = try Self.bench()
        let item = try #require(try Self.items(bench).last)
        let by = Command.Actor.person(House.office)
        bench.facts.now = House.instant("2018-03-31T23:59")
        let kept = bench.refusal { try $0.decide(Self.visa(item), by: by) }
        #expect(kept?.code == "still_kept" && kept?.text.fr.hasSuffix("jusqu’au 1er avril 2018.") == true)
        bench.facts.now = House.instant("2018-04-01T09:00")
        #expect(bench.refusal { try $0.decide(Self.order(item), by: Self.machine) }?.code == "visa_missing")
        #expect(
            bench.refusal { try $0.decide(Self.visa(item), by: .person(House.lead)) }?.code
                == "not_authorized")
        try bench.decide(Self.visa(item), by: by)
        bench.restock()
        #expect(try Self.items(bench).last?.isApproved == true)
        try bench.decide(Self.order(item), by: Self.machine)
        bench.restock(without: item)
        #expect(bench.events.suffix(2).map(\.type) == ["elimination_approved", "values_eliminated"])
        #expect(bench.events.last?.authority.actor == "system:retention")
        #expect(try Self.items(bench).map(\.rule.code) == ["review"])
        #expect(
            bench.refusal { try $0.decide(Self.order(item), by: Self.machine) }?.code
                == "nothing_to_eliminate")
        #expect(bench.agreement == bench.refolded)
    }

    @Test("A hold stops visa and elimination, by hand as well")
    func held() throws {
        var bench = try Self.bench(held: true)
        bench.facts.now = House.instant("2030-01-01T09:00")
        let items = try Self.items(bench)
        #expect(items.allSatisfy { $0.isHeld })
        let item = try #require(items.last)
        let by = Command.Actor.person(House.office)
        #expect(bench.refusal { try $0.decide(Self.visa(item), by: by) }?.code == "legal_hold")
        #expect(bench.refusal { try $0.decide(Self.order(item), by: by) }?.code == "legal_hold")
        #expect(bench.refusal { try $0.decide(Self.order(item), by: Self.machine) }?.code == "legal_hold")
    }

    @Test(
        "A file whose life is over is held and released by who may, each with a reason, although no state offers it"
    )
    func heldAfterTheEnd() throws {
        var bench = try Self.bench(held: false)
        bench.facts.now = House.instant("2030-01-01T09:00")
        #expect(bench.refusal(of: "release_hold", by: House.lawyer)?.code == "not_held")
        #expect(bench.refusal(of: "hold", by: House.lead)?.code == "not_authorized")
        #expect(bench.refusal(of: "hold", by: House.lawyer)?.code == "reason_required")
        try bench.act("hold", by: House.lawyer, reason: "a dispute")
        #expect(try Self.items(bench).allSatisfy { $0.isHeld })
        #expect(
            bench.refusal { try $0.act("hold", by: House.lawyer, reason: "again") }?.code == "already_held")
        let item = try #require(try Self.items(bench).last)
        #expect(
            bench.refusal { try $0.decide(Self.visa(item), by: .person(House.office)) }?.code == "legal_hold")
        try bench.act("release_hold", by: House.lawyer, reason: "settled")
        #expect(try Self.items(bench).allSatisfy { !$0.isHeld })
        #expect(bench.agreement == bench.refolded)
    }

    private static let archived = """
        draft:
          TITLE
          legal: none
          on:
            stop: { TITLE, by: [PI_FR], reason: required, to: closed }
        closed:
          TITLE
          legal: ended
          do: [{ set: { closedOn: day(now) } }]
          on: { archive: { TITLE, by: [INT], to: archive } }
        archive:
          TITLE
          legal: ended
          on:
            keep: { TITLE, by: [INT], reason: required, to: kept }
            destroy: { TITLE, by: [INT], reason: required, to: destroyed }
        kept: { TITLE, legal: ended, final: true }
        destroyed: { TITLE, legal: ended, final: true }
        """

    /// A file closed on 1 April 2016 and archived a year later.
    private static func archive() throws -> Bench {
        var bench = try Bench(
            proposed: Rules.workflow(
                archived,
                parameters:
                    "proposers: [PI_FR], eliminators: [INT], closedIn: [closed, archive], eliminatedIn: [destroyed]"
            ))
        try bench.addText("The text.")
        try bench.act("stop", by: House.lead, reason: "of no use")
        bench.facts.now = House.instant("2017-05-02T09:00")
        try bench.act("archive", by: House.office)
        return bench
    }

    @Test("Periods count from the closing, whatever the archive does later", arguments: ["keep", "destroy"])
    func closing(_ end: String) throws {
        var bench = try Self.archive()
        let closedOn = { (bench: Bench) in
            bench.agreement?.closedOn(bench.workflow, zone: bench.facts.zone)
        }
        #expect(closedOn(bench) == House.day("2016-04-01"))
        try bench.act(end, by: House.office, reason: "seen")
        #expect(closedOn(bench) == House.day("2016-04-01"))
    }

    @Test("The act that gives a file up is a visa for all that it holds; its own reason stays")
    func givenUp() throws {
        var bench = try Self.archive()
        try bench.act("destroy", by: House.office, reason: "seen")
        bench.restock()
        let item = try #require(try Self.items(bench).last)
        #expect(item.isApproved && item.values.count == 1 && item.documents.count == 1)
        #expect(item.since == House.day("2018-04-01"))
        try bench.decide(Self.order(item), by: Self.machine)
        #expect(bench.events.last?.type == "values_eliminated")
        bench.restock(without: item)
        #expect(try Self.items(bench).isEmpty)
        #expect(bench.facts.erasable.values.count > 0)
        #expect(bench.agreement == bench.refolded)
    }

    @Test("The act that keeps it is none")
    func keptForEver() throws {
        var bench = try Self.archive()
        try bench.act("keep", by: House.office, reason: "seen")
        bench.restock()
        let item = try #require(try Self.items(bench).last)
        #expect(!item.isApproved)
        #expect(bench.refusal { try $0.decide(Self.order(item), by: Self.machine) }?.code == "visa_missing")
    }

    @Test("A file that is not closed is refused")
    func open() throws {
        var bench = try Bench(
            proposed: Rules.workflow(Self.states, parameters: "proposers: [PI_FR], eliminators: [INT]"))
        try bench.addText("The text.")
        bench.restock()
        let documents = bench.facts.erasable.documents
        let visa = EliminationVisa(
            retention: "dossier", since: House.day("2016-01-01"), values: [], documents: documents,
            reason: "seen")
        let by = Command.Actor.person(House.office)
        #expect(bench.refusal { try $0.decide(.approveElimination(visa), by: by) }?.code == "not_ended")
    }
}

extension Bench {
    /// What of the values and documents is there, `item` apart.
    fileprivate mutating func restock(without item: RetentionItem? = nil) {
        var stock = ErasableStock(
            values: events.flatMap(\.payload.erasableValues), documents: agreement?.documents.map(\.id) ?? [])
        stock.goneValues = item?.values ?? []
        stock.goneDocuments = item?.documents ?? []
        stock.values.removeAll { stock.goneValues.contains($0) }
        stock.documents.removeAll { stock.goneDocuments.contains($0) }
        facts.erasable = stock
    }
}
