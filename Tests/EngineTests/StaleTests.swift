import Agreements
import TestSupport
import Testing

@Suite("A stale view is told by what changed since")
struct StaleTests {
    static let states = """
        draft:
          TITLE
          task:
            role: PI_FR
            TITLE
            due: { at: "'2016-05-31'" }
            remind: [{ notice: N02, at: [-P3D], to: [PI_FR] }]
          timers: [{ name: late, due: { at: "'2016-06-10'" }, event: late }]
          on:
            late: { to: closing }
            discard: { TITLE, by: [PI_FR], to: ended }
            mark: { TITLE, by: [PI_FR], do: [{ set: { marked: "true" } }] }
        closing: { TITLE, on: { discard: { TITLE, by: [PI_FR], to: ended } } }
        ended: { TITLE, legal: ended, final: true }
        """
    static let dossier = "- { name: acronym, TITLE, kind: text, required: false, max: 20 }"

    static func bench() throws -> Bench {
        try Bench(proposed: Rules.workflow(states, notices: ["N02"], dossier: dossier))
    }

    @Test("A reminder does not make a view stale")
    func reminder() throws {
        var bench = try Self.bench()
        let seen = try #require(bench.agreement?.revision)
        try bench.serve(at: House.instant("2016-05-28T08:00"))
        #expect(bench.owed.map(\.notice) == ["N02"])
        #expect(try #require(bench.agreement?.seq) > seen)
        try bench.act("discard", by: House.lead, seen: seen)
        #expect(bench.state == ["ended"])
    }

    @Test(
        "A number between the last change and now is fresh, one that lies ahead is not",
        arguments: [(0, false), (1, true), (2, true), (3, false)])
    func bounds(_ seen: Int, _ isFresh: Bool) throws {
        var bench = try Self.bench()
        try bench.serve(at: House.instant("2016-05-28T08:00"))
        let refusal = bench.refusal { try $0.act("discard", by: House.lead, seen: seen) }
        #expect(refusal?.code == (isFresh ? nil : "stale_revision"))
    }

    @Test("A moved state, a document and a change of the dossier make an older view stale")
    func changes() throws {
        let changes: [(inout Bench) throws -> Void] = [
            { bench in try bench.decide(.edit(["acronym": "A"]), by: .person(House.lead)) },
            { bench in try bench.addText("text") },
            { bench in try bench.serve(at: House.instant("2016-06-13T09:00")) },
        ]
        for change in changes {
            var bench = try Self.bench()
            let seen = try #require(bench.agreement?.revision)
            try change(&bench)
            let refusal = bench.refusal { try $0.act("discard", by: House.lead, seen: seen) }
            #expect(refusal?.code == "stale_revision")
            #expect(refusal?.state == bench.state)
        }
    }

    @Test("Timers that are due come first: a view from before them is stale")
    func timersFirst() throws {
        var bench = try Self.bench()
        let seen = try #require(bench.agreement?.revision)
        bench.facts.now = House.instant("2016-06-13T09:00")
        #expect(throws: Refusal.self) { try bench.act("discard", by: House.lead, seen: seen) }
        #expect(bench.state == ["closing"])
    }
}
