import Agreements
import TestSupport
import Testing

@Suite("Recording from paper is not acting")
struct RecordingTests {
    static func refusal(
        recorder: Person.ID = House.office, of person: Person.ID = House.director,
        dated: String = "2016-03-15",
        document: Document.ID? = nil, _ change: (inout Bench) -> Void = { _ in }
    ) throws -> Refusal? {
        var bench = try DutyTests.bench()
        try bench.act("submit", by: House.lead)
        change(&bench)
        return bench.refusal { bench in
            try bench.act(
                "select", by: recorder,
                recorded: RecordedAct(person: person, documentDate: House.day(dated), document: document))
        }
    }

    @Test("The recorder needs the right to record")
    func recorder() throws {
        #expect(try Self.refusal() == nil)
        #expect(try Self.refusal(recorder: House.lawyer)?.code == "not_authorized")
    }

    @Test("Nobody records what somebody did for them")
    func forThem() throws {
        var bench = try DutyTests.bench()
        try bench.act("submit", by: House.lead)
        bench.facts.grants.append(House.grant(House.office, "DG"))
        let paper = RecordedAct(person: House.deputy, documentDate: House.day("2016-03-15"), document: nil)
        let refusal = bench.refusal { bench in
            try bench.decide(
                .act(Act("select", recorded: paper)), by: .delegate(House.office, of: House.office))
        }
        #expect(refusal?.code == "own_record")
    }

    @Test("Nobody records their own decision")
    func own() throws {
        let code = try Self.refusal(of: House.office) {
            $0.facts.grants.append(House.grant(House.office, "DG"))
        }?.code
        #expect(code == "own_record")
    }

    @Test(
        "The date on the document is not to come",
        arguments: [("2016-04-01", nil), ("2016-04-02", "bad_input")])
    func date(_ date: String, _ code: String?) throws { #expect(try Self.refusal(dated: date)?.code == code) }

    @Test("The scan is a document of this file")
    func scan() throws { #expect(try Self.refusal(document: House.identifier(9))?.code == "bad_input") }

    /// The right of the director, from and until, and whether a document of 15 March counts.
    static let rights: [(String, String?, Bool)] = [
        ("2016-03-15T00:00", nil, true), ("2016-03-16T00:00", nil, false),
        ("2016-01-01T00:00", "2016-03-15T00:00", false), ("2016-01-01T00:00", "2016-03-16T00:00", true),
    ]

    @Test("Authority is that of the document's date", arguments: rights)
    func authority(_ from: String, _ until: String?, _ holds: Bool) throws {
        let refusal = try Self.refusal { bench in
            bench.facts.grants.removeAll { $0.role == "DG" }
            var grant = House.grant(House.director, "DG")
            grant.from = House.instant(from)
            grant.until = until.map(House.instant)
            bench.facts.grants.append(grant)
        }
        #expect(refusal?.code == (holds ? nil : "not_authorized"))
    }

    @Test(
        "Whoever a file was given to decided nothing before it was proposed, unless the register gave them the role",
        arguments: [
            ("2016-03-31", "2016-01-01T00:00", true), ("2016-03-31", "2016-04-01T00:00", false),
            ("2016-04-01", "2016-04-01T00:00", true),
        ])
    func assigned(_ dated: String, _ from: String, _ holds: Bool) throws {
        let refusal = try Self.refusal(dated: dated) { bench in
            bench.facts.grants.removeAll { $0.role == "DG" }
            var grant = House.grant(House.director, "DG")
            grant.from = House.instant(from)
            bench.facts.grants.append(grant)
            bench.agreement?.assignments.append(RoleAssignment(role: "DG", person: House.director))
        }
        #expect(refusal?.code == (holds ? nil : "not_authorized"))
    }

    @Test("The event names the recorder as actor and tells who decided, and when")
    func event() throws {
        var bench = try DutyTests.bench()
        try bench.act("submit", by: House.lead)
        let act = RecordedAct(person: House.director, documentDate: House.day("2016-03-15"), document: nil)
        try bench.act("select", by: House.office, recorded: act)
        let event = try #require(bench.events.last)
        #expect(event.authority.actor == House.office.description)
        #expect(event.payload.recorded == act)
        #expect(event.payload.changes.contains(.did(act: "select", person: House.director)))
        #expect(!event.payload.changes.contains(.did(act: "select", person: House.office)))
    }
}
