import Agreements
import TestSupport
import Testing

@Suite("A process with a text of its own")
struct OwnTextTests {
    static let states = """
        draft:
          TITLE
          on:
            open: { TITLE, by: [PI_FR], to: active }
        active:
          TITLE
          on:
            text.changed: { do: [{ set: { ours: "text.version" } }] }
            amend:
              TITLE
              by: [INT]
              do: [{ spawn: { name: amendment, run: amendment, item: "{'party': agreement.parties[1], 'number': 1}", of: active } }]
            amendment.signed: { do: [{ set: { told: event.item.item.number } }] }
            over: { TITLE, by: [PI_FR], to: ended }
        ended: { TITLE, final: true }
        """
    static let processes = """
        amendment:
          TITLE
          text: own
          initial: written
          states:
            written: { TITLE, on: { circulate: { TITLE, by: [INT], to: signing } } }
            signing:
              TITLE
              children: [{ name: circuit, forEach: party in agreement.parties, run: circuit, join: { when: "agreement.parties.all(p, p.id in text.signedBy)" } }]
              on: { done: { to: signed } }
            signed: { TITLE, outcome: signed, final: true }
        circuit:
          TITLE
          initial: open
          states:
            open:
              TITLE
              on:
                sign: { TITLE, by: [SIG(party)], input: { dated?: day, sha256?: text }, if: { that: event.sha256 == text.sha256, else: old_text }, do: [signature], to: signed }
            signed:
              TITLE
              on: { text.changed: { to: open, do: [void_signatures] } }
        """

    static func bench() throws -> Bench {
        var bench = try Bench(
            proposed: Rules.workflow(states, processes: processes, refusals: ["old_text"]))
        try bench.act("open", by: House.lead)
        try bench.addText("agreement")
        try bench.act("amend", by: House.office)
        try bench.addText("amendment", of: "amendment/1")
        try bench.act("circulate", by: House.office)
        return bench
    }

    @Test("Its versions are counted apart, and the text of the agreement stays what it was")
    func versions() throws {
        var bench = try Self.bench()
        let before = bench.agreement?.text
        try bench.addText("amendment, corrected", of: "amendment/1")
        #expect(bench.agreement?.text == before)
        #expect(bench.agreement?.texts(of: "life/amendment/1").map(\.version) == [1, 2])
        #expect(bench.agreement?.variables["ours"] == 1)
    }

    @Test(
        "Signatures are on the text of the process; a new version of it voids them, one of the agreement does not"
    )
    func signatures() throws {
        var bench = try Self.bench()
        try bench.act("sign", by: House.rector)
        #expect(bench.agreement?.signatures(on: "life/amendment/1").map(\.void) == [false])
        #expect(bench.agreement?.signatures(on: "life") == [])
        try bench.addText("agreement, again")
        #expect(bench.agreement?.signatures.map(\.void) == [false])
        try bench.addText("amendment, corrected", of: "amendment/1")
        #expect(bench.agreement?.signatures.map(\.void) == [true])
    }

    @Test("When all have signed, the parent hears it with what the process was about")
    func joined() throws {
        var bench = try Self.bench()
        try bench.act("sign", by: House.rector)
        try bench.act("sign", by: House.president)
        #expect(bench.process["life/amendment/1"]?.outcome == "signed")
        #expect(bench.agreement?.variables["told"] == 1)
        #expect(bench.refolded == bench.agreement)
    }

    @Test("A text for a process that has none is refused", arguments: ["life", "amendment/7", "nothing"])
    func elsewhere(_ process: String) throws {
        var bench = try Self.bench()
        let refusal = bench.refusal { try $0.addText("x", of: process) }
        #expect(refusal?.code == "bad_input")
        try bench.addText("still possible")
    }
}
