import Agreements
import TestSupport
import Testing

@Suite("Signatures and numbers")
struct SignatureTests {
    static let states = """
        draft:
          TITLE
          on:
            open: { TITLE, by: [PI_FR], do: [reference], to: signing }
        signing:
          TITLE
          children: [{ name: circuit, forEach: party in agreement.parties, run: circuit, join: all }]
          on:
            done: { to: signed }
        signed: { TITLE, do: [register, { term: { start: "latest(agreement.plannedStart, agreement.lastSignature)", end: "minus(plus(agreement.start, 'P4Y'), 'P1D')" } }], final: true }
        """
    static let circuit = """
        circuit:
          TITLE
          initial: open
          states:
            open:
              TITLE
              on:
                sign:
                  TITLE
                  by: [SIG(party)]
                  input: { dated?: day, signatory?: person, sha256?: document }
                  if: { that: event.sha256 == agreement.text.sha256, else: old_text }
                  do: [signature]
                  to: signed
            signed:
              TITLE
              outcome: signed
              on:
                text.changed: { to: open, do: [void_signatures] }
                close: { TITLE, by: [INT], to: over }
            over: { TITLE, final: true }
        """

    /// A first text that is before the parties since `start`; it is the morning of 1 April 2016.
    static func bench(since start: Instant = House.morning) throws -> Bench {
        let workflow = try Rules.workflow(states, processes: circuit, refusals: ["old_text"])
        var bench = try Bench(proposed: workflow, facts: House.facts(at: start))
        try bench.act("open", by: House.lead)
        try bench.addText("one")
        bench.facts.now = House.morning
        return bench
    }

    @Test("A signature names the text, the party and the person who acts")
    func signed() throws {
        var bench = try Self.bench()
        try bench.act("sign", by: House.rector)
        let signature = try #require(bench.agreement?.signatures.first)
        #expect(signature.party == "snu")
        #expect(signature.person == House.rector)
        #expect(signature.dated == House.day("2016-04-01"))
        #expect(signature.sha256 == bench.agreement?.text?.sha256)
        #expect(!signature.void)
        #expect(bench.events.last { $0.type == "sign" }?.documentHashes == [signature.sha256])
    }

    @Test("A new text takes the day of the last signature before the agreement is in force, and not after it")
    func lastSignature() throws {
        let states = """
            draft: { TITLE, on: { open: { TITLE, by: [PI_FR], to: signing } } }
            signing:
              TITLE
              children: [{ name: circuit, forEach: party in agreement.foreignParties, run: circuit, join: none }]
              on: { begin: { TITLE, by: [PI_FR], to: force } }
            force: { TITLE, legal: in_force, on: { stop: { TITLE, by: [PI_FR], to: over } } }
            over: { TITLE, final: true }
            """
        let workflow = try Rules.workflow(states, processes: Self.circuit, refusals: ["old_text"])
        var bench = try Bench(proposed: workflow)
        bench.facts.now = House.morning
        try bench.act("open", by: House.lead)
        for text in ["one", "two"] {
            try bench.addText(text)
            #expect(bench.agreement?.lastSignature == nil)
            try bench.act("sign", by: House.rector)
            #expect(bench.agreement?.lastSignature == House.day("2016-04-01"))
        }
        try bench.act("begin", by: House.lead)
        try bench.addText("three")
        #expect(bench.agreement?.signatures.allSatisfy(\.void) == true)
        #expect(bench.agreement?.lastSignature == House.day("2016-04-01"))
    }

    @Test("A text that is named by its document is recorded by its hash, and is the one that is signed")
    func namedByDocument() throws {
        var bench = try Self.bench()
        let text = try #require(bench.agreement?.text)
        try bench.act("sign", by: House.rector, input: ["sha256": .string(text.id.description)])
        let signature = try #require(bench.agreement?.signatures.first)
        #expect(signature.sha256 == text.sha256 && !signature.void)
        #expect(bench.events.last { $0.type == "sign" }?.documentHashes == [text.sha256 ?? ""])
    }

    @Test(
        "Outside a story nobody signs whatever is current: the text is named, or the file was seen as it stands"
    )
    func unnamed() throws {
        var bench = try Self.bench()
        bench.channel = .commandLine
        #expect(bench.refusal(of: "sign", by: House.rector)?.code == "text_not_named")
        let hash = try #require(bench.agreement?.text?.sha256)
        #expect(bench.refusal(of: "sign", by: House.rector, input: ["sha256": .string(hash)]) == nil)
        try bench.act("sign", by: House.rector, seen: bench.agreement?.revision)
        #expect(bench.agreement?.signatures.map(\.void) == [false])
    }

    @Test("A new version of the text voids what was signed, and the circuit begins again")
    func newText() throws {
        var bench = try Self.bench()
        try bench.act("sign", by: House.rector)
        try bench.addText("two")
        #expect(bench.agreement?.signatures.map(\.void) == [true])
        #expect(bench.process["life/circuit/snu"]?.state == ["open"])
        try bench.act("sign", by: House.rector)
        #expect(bench.agreement?.signatures.map(\.void) == [true, false])
        #expect(bench.agreement == bench.refolded)
    }

    @Test("A new version voids what was signed even when nothing in the file waits for it")
    func newTextOutsideSigning() throws {
        let recall = """
                recall: { TITLE, by: [INT], to: draft }
            """
        let states = Self.states.replacing(
            "    done: { to: signed }", with: "    done: { to: signed }\n\(recall)")
        let workflow = try Rules.workflow(states, processes: Self.circuit, refusals: ["old_text"])
        var bench = try Bench(proposed: workflow)
        try bench.act("open", by: House.lead)
        try bench.addText("one")
        try bench.act("sign", by: House.rector)
        try bench.act("recall", by: House.office)
        #expect(bench.agreement?.signatures.map(\.void) == [false])
        try bench.addText("two")
        #expect(bench.agreement?.signatures.map(\.void) == [true])
        #expect(bench.events.suffix(2).map(\.type) == ["document_added", "signatures_voided"])
        #expect(bench.events.last?.authority.actor == "system:document")
        try bench.addText("one")
        #expect(bench.agreement?.signatures.map(\.void) == [true], "What was void stays so")
        #expect(bench.agreement == bench.refolded)
    }

    @Test("The same text once more voids nothing")
    func sameText() throws {
        let quiet = Self.circuit.replacing("text.changed: { to: open, do: [void_signatures] }", with: "")
            .replacing("    on:\n          \n", with: "    on:\n")
        let workflow = try Rules.workflow(Self.states, processes: quiet, refusals: ["old_text"])
        var bench = try Bench(proposed: workflow)
        try bench.act("open", by: House.lead)
        try bench.addText("one")
        try bench.act("sign", by: House.rector)
        try bench.addText("one")
        #expect(bench.agreement?.signatures.map(\.void) == [false])
        #expect(bench.events.last?.type == "document_added")
    }

    @Test("Nobody signs as somebody else")
    func somebodyElse() throws {
        let bench = try Self.bench()
        let input: [String: JSON] = ["signatory": .string(House.dean.description)]
        #expect(bench.refusal(of: "sign", by: House.rector, input: input)?.code == "bad_input")
        let own: [String: JSON] = ["signatory": .string(House.rector.description)]
        #expect(bench.refusal(of: "sign", by: House.rector, input: own) == nil)
    }

    @Test("A signature recorded from paper is that of who signed, on the date of the paper")
    func paper() throws {
        var bench = try Self.bench(since: House.instant("2016-03-02T09:00"))
        let act = RecordedAct(person: House.rector, documentDate: House.day("2016-03-20"), document: nil)
        let other = bench.refusal {
            try $0.act(
                "sign", by: House.office, process: "circuit/snu", input: ["dated": "2016-03-19"],
                recorded: act)
        }
        #expect(other?.code == "bad_input")
        try bench.act("sign", by: House.office, process: "circuit/snu", recorded: act)
        #expect(bench.agreement?.signatures.map(\.person) == [House.rector])
        #expect(bench.agreement?.signatures.map(\.dated.description) == ["2016-03-20"])
    }

    @Test(
        "A paper is not older than the text that it signs, whoever brings it",
        arguments: [("2016-03-01", true), ("2016-03-09", true), ("2016-03-10", false), ("2016-03-31", false)])
    func olderThanText(_ dated: String, _ isRefused: Bool) throws {
        let bench = try Self.bench(since: House.instant("2016-03-10T18:00"))
        let paper = RecordedAct(person: House.rector, documentDate: House.day(dated), document: nil)
        let refusal = bench.refusal {
            try $0.act("sign", by: House.office, process: "circuit/snu", recorded: paper)
        }
        #expect(refusal?.code == (isRefused ? "dated_before_text" : nil))
        let written = House.day(dated).written
        #expect(refusal?.text.fr.contains("daté du \(written.fr), avant") ?? true)
        #expect(refusal?.text.en.contains("dated \(written.en), before") ?? true)
        #expect(refusal?.text.en.hasSuffix("is of 10 March 2016.") ?? true)
        #expect(
            isRefused
                == (bench.refusal(of: "sign", by: House.rector, input: ["dated": .string(dated)]) != nil))
    }

    @Test("A text that came back unchanged is as old as its first version")
    func olderThanFirstVersion() throws {
        var bench = try Self.bench(since: House.instant("2016-03-10T09:00"))
        try bench.addText("two")
        try bench.addText("one")
        let paper = RecordedAct(person: House.rector, documentDate: House.day("2016-03-15"), document: nil)
        let refusal = bench.refusal {
            try $0.act("sign", by: House.office, process: "circuit/snu", recorded: paper)
        }
        #expect(refusal == nil)
    }

    @Test("Numbers are those after the last that was taken, for each series of its own")
    func numbers() throws {
        var bench = try Self.bench()
        #expect(bench.agreement?.reference == "TST-2017-001")
        for (party, person) in [("inserm", House.president), ("snu", House.rector)] {
            try bench.act("sign", by: person)
            try bench.act("close", by: House.office, process: "circuit/\(party)")
        }
        #expect(bench.agreement?.registerNumber == "2016-001")
        #expect(bench.agreement?.term?.start == House.day("2017-01-01"))
        #expect(bench.agreement?.term?.end == House.day("2020-12-31"))
        #expect(bench.facts.counters == ["TST-2017": 1, "register-2016": 1])
        var next = try Bench(proposed: bench.workflow, facts: bench.facts)
        next.facts.counters["TST-2017"] = 999
        try next.act("open", by: House.lead)
        #expect(next.agreement?.reference == "TST-2017-1000")
    }
}
