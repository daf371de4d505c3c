import Agreements
import TestSupport
import Testing

/// What a framework tells before the state is entered that hears it.
@Suite("Events that come too early")
struct DeferredEventTests {
    static let states = """
        draft:
          TITLE
          on: { submit: { TITLE, by: [PI_FR], to: drafting }, begin: { TITLE, by: [PI_FR], to: active } }
        drafting:
          TITLE
          on:
            framework.ended: { do: [{ set: { orphan: "true" } }] }
            begin: { TITLE, by: [PI_FR], to: active }
        active:
          TITLE
          legal: in_force
          on: { stop: { TITLE, by: [PI_FR], to: drafting } }
        """

    static func bench(_ states: String = states) throws -> Bench {
        try Bench(proposed: Rules.workflow(states))
    }

    static func tell(_ bench: inout Bench, _ event: String = "framework.ended") throws -> [String] {
        try bench.decide(.tell(event: event), by: .system(cause: "framework")).map(\.type)
    }

    static func orphan(_ bench: Bench) -> JSON? { bench.agreement?.variables["orphan"] }

    @Test("What no state hears yet is kept once, and heard by the first that does")
    func kept() throws {
        var bench = try Self.bench()
        #expect(try Self.tell(&bench) == ["framework.ended"])
        #expect(try Self.tell(&bench) == [])
        #expect(Self.orphan(bench) == nil && bench.state == ["draft"])
        let events = try bench.act("submit", by: House.lead)
        #expect(events.map(\.type) == ["submit", "framework.ended"])
        #expect(Self.orphan(bench) == true && bench.agreement?.deferred == [])
        #expect(bench.refolded == bench.agreement)
    }

    @Test("What is heard is not kept, nor what no state ever hears, nor what comes once it is in force")
    func notKept() throws {
        var bench = try Self.bench()
        #expect(try Self.tell(&bench, "framework.renamed") == [])
        try bench.act("begin", by: House.lead)
        #expect(try Self.tell(&bench) == [])
        try bench.act("stop", by: House.lead)
        #expect(Self.orphan(bench) == nil)
        #expect(try Self.tell(&bench) == ["framework.ended"])
        #expect(Self.orphan(bench) == true && bench.agreement?.deferred == nil)
    }

    @Test("An agreement that comes into force without hearing it keeps it to itself")
    func passedBy() throws {
        var bench = try Self.bench()
        _ = try Self.tell(&bench)
        #expect(try bench.act("begin", by: House.lead).map(\.type) == ["begin"])
        #expect(bench.agreement?.deferred == ["framework.ended"])
    }
}
