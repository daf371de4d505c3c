import Agreements
import Definitions
import Testing

@Suite("Scenario files")
struct ScenarioFileTests {
    static let text = """
        scenario: sample
        title: { fr: Exemple, en: Sample }
        workflow: lia
        start: 2016-03-01T00:00
        organisations:
          inserm: { name: Inserm, country: FR, kind: epst, home: true }
          snu: { name: Seoul National University, country: KR, kind: foreign }
        people:
          pi: { name: A, email: a@inserm.example, unit: U1151, grants: [PI_FR@unit:U1151] }
          rector: { name: B, email: b@snu.example, organisation: snu, language: en, grants: ["SIG@party:snu"] }
          int: { name: C, email: c@inserm.example, grants: [INT, { grant: DAJ, until: 2017-12-31 }] }
        calls:
          c2016: { instruments: [LIA, LEA], year: 2016, opens: 2016-03-01T00:00, closes: 2016-06-15T17:00 }
        delegations:
          d1: { by: rector, to: pi, roles: [SIG], from: 2016-01-01 }
        measures:
          m1: { country: RU, kind: no_new, from: 2022-03-02 }
        steps:
          - at: 2016-05-02T10:00
            as: pi
            propose: { agreement: a, acronym: NEUROKO, call: c2016, parties: [inserm, snu], people: { PI_EXT: rector } }
            expect: { agreement: a, state: draft, legal: none, notices: [{ id: N01, to: [rector] }], sees: { pi: [file, dossier] }, seesNot: { rector: budget } }
          - { at: 2016-05-03T10:00, as: pi, edit: { agreement: a, dossier: { acronym: KO, pages: 2, old: ~ } } }
          - { at: 2016-05-03T11:00, as: pi, document: { agreement: a, kind: letter, text: Hello, as: doc1 } }
          - at: 2016-06-15T17:00:00.001
            as: pi
            act: submit
            on: a
            input: { letter: $doc1, hash: $doc1.sha256, price: $$5, grades: [A, 1, true] }
            process: circuit/snu
            delegation: d1
            recorded: { by: int, dated: 2016-06-14, scan: doc1 }
            refused: call_closed
          - { at: 2016-06-16T09:00, as: int, extend: { call: c2016, closes: 2016-06-22T17:00 } }
          - { at: 2016-06-16T10:00, as: int, grant: { to: rector, grant: EXP } }
          - { at: 2016-06-16T11:00, as: int, revoke: { from: rector, grant: EXP } }
          - { at: 2016-06-16T12:00, measure: { measure: m2, organisation: snu, kind: screen, from: 2016-06-16 } }
          - at: 2017-01-01T00:00
            jump: true
            expect:
              - agreement: a
                in: [active]
                notIn: draft
                children: { circuit/snu: signed, circuit/inserm: ~ }
                tasks: [{ role: INT, due: 2017-01-31T17:00 }]
                noNotices: [N02, { id: N17, to: [pi] }]
                acts: { pi: [] }
                document: { key: doc1, void: false }
          - { at: 2017-01-02T13:00, absence: { person: int, from: 2017-08-01, until: 2017-08-15 } }
          - { at: 2017-06-17T00:00, as: int, merge: { scope: itmo, from: IHP, into: I3M } }
          - { at: 2019-06-17T09:00, as: int, approve: { agreement: a, retention: refused, reason: Over } }
          - { at: 2019-06-17T10:00, eliminate: { agreement: a, retention: refused }, expect: { agreement: a, kept: {} } }
        retention:
          refused: { what: [unsigned, "process:review"], period: P2Y, fate: destroy_with_visa }

        """

    private static func findings(_ old: String, _ new: String) -> [String] {
        do {
            _ = try ScenarioFile.read(Array(text.replacing(old, with: new).utf8), file: "s.yaml")
            return []
        } catch { return error.findings.map(\.description) }
    }

    @Test("Every part of the format is read")
    func read() throws {
        let scenario = try ScenarioFile.read(Array(Self.text.utf8), file: "s.yaml")
        #expect(scenario.start == "2016-02-29T23:00:00.000Z")
        #expect(scenario.organisations.map(\.home) == [true, false])
        #expect(scenario.people.map { $0.grants[0].role } == ["PI_FR", "SIG", "INT"])
        #expect(scenario.people.map { $0.grants[0].scope } == [.unit("U1151"), .party("snu"), .everywhere])
        #expect(scenario.people[2].grants[1].until == "2017-12-31")
        #expect(scenario.calls[0].closes == "2016-06-15T15:00:00.000Z")
        #expect(scenario.steps.count == 13)
        #expect(scenario.steps[3].at == "2016-06-15T15:00:00.001Z")
        #expect(scenario.steps[3].refused == "call_closed")
        #expect(scenario.steps[8].jump)
    }

    @Test("A proposal may do without an acronym")
    func withoutAcronym() throws {
        let text = Self.text.replacing("acronym: NEUROKO, ", with: "")
        let scenario = try ScenarioFile.read(Array(text.utf8), file: "s.yaml")
        guard case .propose(let proposal)? = scenario.steps[0].verb else {
            Issue.record("no proposal")
            return
        }
        #expect(proposal.agreement == "a" && proposal.acronym == nil)
    }

    @Test(
        "The path of a process may name what the scenario declares, and nothing else",
        arguments: ["process", "children"])
    func keysInPaths(place: String) {
        let old = place == "process" ? "process: circuit/snu" : "circuit/snu: signed"
        #expect(Self.findings(old, old.replacing("snu", with: "$snu")).isEmpty)
        let unknown = Self.findings(old, old.replacing("snu", with: "$nobody"))
        #expect(unknown.count == 1 && unknown.allSatisfy { $0.contains("nobody") }, "\(unknown)")
    }

    @Test("An act carries its values, its process and who recorded it")
    func act() throws {
        let scenario = try ScenarioFile.read(Array(Self.text.utf8), file: "s.yaml")
        guard case .act(let act)? = scenario.steps[3].verb else {
            Issue.record("no act")
            return
        }
        #expect(act.input["letter"] == .id(of: "doc1"))
        #expect(act.input["hash"] == .sha256(of: "doc1"))
        #expect(act.input["price"] == .text("$5"))
        #expect(act.input["grades"] == .list([.text("A"), .integer(1), .flag(true)]))
        #expect(act.process == "circuit/snu")
        #expect(act.recorded?.dated == "2016-06-14")
    }

    @Test("An absence has its two days, a merger what takes over from what")
    func people() throws {
        let steps = try ScenarioFile.read(Array(Self.text.utf8), file: "s.yaml").steps
        guard case .absence(let absence)? = steps[9].verb,
            case .merge(let kind, let from, let into)? = steps[10].verb
        else {
            Issue.record("no absence, or no merger")
            return
        }
        #expect(absence.person == "int")
        #expect(absence.from == "2017-08-01" && absence.until == "2017-08-15")
        #expect(kind == .itmo && from == "IHP" && into == "I3M")
    }

    @Test("A rule of retention has what it keeps, and steps that name it")
    func retention() throws {
        let scenario = try ScenarioFile.read(Array(Self.text.utf8), file: "s.yaml")
        let rule = try #require(scenario.retention.first)
        #expect(rule.code == "refused" && rule.what == [.unsignedFile, .process("review")])
        #expect(rule.fate == .destroyWithVisa)
        guard case .approve("a", "refused", "Over")? = scenario.steps[11].verb,
            case .eliminate("a", "refused")? = scenario.steps[12].verb
        else {
            Issue.record("no visa, or no elimination")
            return
        }
        #expect(scenario.steps[12].expectations[0].kept == [:])
        #expect(scenario.steps[0].expectations[0].kept == nil)
    }

    @Test(
        "What no rule of retention can be is told",
        arguments: [
            ("fate: destroy_with_visa", "fate: burn"), ("\"process:review\"", "paper"),
            ("period: P2Y", "period: long"),
            ("retention: refused, reason", "retention: other, reason"),
            ("kept: {}", "kept: { int: 2020-01-01 }"),
        ])
    func badRetention(old: String, new: String) {
        #expect(Self.findings(old, new).count == 1, "\(Self.findings(old, new))")
    }

    @Test("An expectation says only what it names")
    func expectation() throws {
        let expected = try #require(
            try ScenarioFile.read(Array(Self.text.utf8), file: "s.yaml").steps[8].expectations.first)
        #expect(expected.isIn == ["active"])
        #expect(expected.isNotIn == ["draft"])
        #expect(expected.state == nil)
        #expect(expected.children == ["circuit/snu": "signed", "circuit/inserm": nil])
        #expect(expected.noNotices.map(\.count) == [0, 0])
        #expect(expected.acts == ["pi": []])
        #expect(expected.place.line == 41)
    }

    @Test("A right of sight is a person with words of the matrix")
    func sight() throws {
        let expected = try #require(
            try ScenarioFile.read(Array(Self.text.utf8), file: "s.yaml").steps[0].expectations.first)
        #expect(expected.sees == ["pi": ["file", "dossier"]])
        #expect(expected.seesNot == ["rector": ["budget"]])
        let findings = Self.findings("rector: budget", "rector: money")
        #expect(findings.contains { $0.contains("\"money\" is not what a person can see: file, dossier,") })
        #expect(Self.findings("rector: budget", "rektor: budget").contains { $0.contains("\"rektor\"") })
    }

    @Test(
        "What is wrong is said with its place",
        arguments: [
            ("as: doc1", "as: pi", "s.yaml:24:94: the key pi names a person already, at s.yaml:9:3"),
            (
                "a@inserm.example", "a@example.org",
                "s.yaml:9:25: \"a@example.org\" is no address under .example"
            ),
            (
                "call: c2016, parties", "call: c2017, parties",
                "s.yaml:21:54: there is no call \"c2017\" (did you mean c2016?)"
            ),
            ("2016-05-03T11:00", "2016-05-01T11:00", "s.yaml:24:5: the step goes back in time"),
            (
                "2016-05-03T11:00", "2016-05-03 11:00",
                "s.yaml:24:11: \"2016-05-03 11:00\" is no time, written YYYY-MM-DDThh:mm"
            ),
            (
                "2016-05-03T11:00", "2017-03-26T02:30",
                "s.yaml:24:11: \"2017-03-26T02:30\" is no time here: clocks skip that hour"
            ),
            ("DAJ, until", "DJA, until", "s.yaml:11:67: there is no role \"DJA\" (did you mean DAJ?)"),
            (
                "jump: true\n", "jump: true\n    refused: late\n",
                "s.yaml:40:14: nothing is done here that could be refused"
            ),
            (
                "act: submit", "act: submit\n    edit: { agreement: a, dossier: {} }",
                "s.yaml:25:5: a step does one thing: here are edit and act"
            ),
            (
                "scope: itmo", "scope: team",
                "s.yaml:50:54: \"team\" is none of itmo, unit"
            ),
            (
                "legal: none, notices", "legl: none, notices",
                "s.yaml:22:43: an expectation has no key \"legl\" (did you mean legal?)"
            ),
        ])
    func refused(_ old: String, _ new: String, _ expected: String) {
        #expect(Self.findings(old, new).contains(expected), "\(Self.findings(old, new))")
    }
}
