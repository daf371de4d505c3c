import Agreements
import TestSupport
import Testing

@Suite("Child processes and what a state waits for")
struct ChildrenTests {
    static let circuit = """
        circuit:
          TITLE
          initial: open
          states:
            open:
              TITLE
              task: { role: SIG(party), TITLE, due: { after: P10D } }
              timers: [{ name: nag, due: { after: P20D }, event: nag }]
              on:
                agree: { TITLE, by: [SIG(party)], to: agreed }
                refuse: { TITLE, by: [SIG(party)], to: refused }
                nag: { }
            agreed: { TITLE, final: true, outcome: agreed }
            refused: { TITLE, final: true, outcome: refused }
        """

    /// A life that waits for one circuit for each of `parties`.
    static func workflow(join: String, parties: String = "agreement.parties", also: String = "") throws
        -> Workflow
    {
        try Rules.workflow(
            """
            draft: { TITLE, on: { open: { TITLE, by: [PI_FR], to: signing } } }
            signing:
              TITLE
              children: [{ name: circuit, forEach: "party in \(parties)", run: circuit, join: \(join) }\(also)]
              on:
                done: { to: ended }
                circuit.refused: { to: draft }
                recall: { TITLE, by: [INT], to: draft }
            ended: { TITLE, legal: ended, final: true }
            """, processes: circuit)
    }

    static func bench(
        join: String, parties: String = "agreement.parties", also: String = "",
        with named: [String] = ["inserm", "snu", "kyoto"]
    ) throws -> Bench {
        var bench = try Bench(proposed: workflow(join: join, parties: parties, also: also), parties: named)
        try bench.act("open", by: House.lead)
        return bench
    }

    static let signatories = [House.rector, House.dean, House.president]
    static let joins: [(String, Int)] = [
        ("all", 3), ("any", 1), ("{ atLeast: 2 }", 2),
        ("{ when: \"children.exists(c, c.outcome == 'agreed' && c.item.party.id == 'kyoto')\" }", 2),
    ]

    @Test("A state is done when its children are, and not before", arguments: joins)
    func join(_ join: String, _ needed: Int) throws {
        var bench = try Self.bench(join: join)
        for (count, signatory) in Self.signatories.enumerated() where count < needed {
            #expect(bench.state == ["signing.waiting"])
            try bench.act("agree", by: signatory)
        }
        #expect(bench.state == ["ended"])
        #expect(bench.agreement == bench.refolded)
    }

    @Test("Children that an interruption cancelled go on where they stood, their periods started anew")
    func resumed() throws {
        let workflow = try Rules.workflow(
            """
            draft: { TITLE, on: { open: { TITLE, by: [PI_FR], to: signing } } }
            signing:
              TITLE
              children: [{ name: circuit, forEach: "party in agreement.parties", run: circuit, join: all }]
              on:
                done: { to: ended }
                pause: { TITLE, by: [INT], to: paused }
            paused: { TITLE, on: { continue: { TITLE, by: [INT], to: history(signing) } } }
            ended: { TITLE, legal: ended, final: true }
            """, processes: Self.circuit)
        var bench = try Bench(proposed: workflow, parties: ["inserm", "snu", "kyoto"])
        try bench.act("open", by: House.lead)
        try bench.act("agree", by: House.rector)
        let before = bench.process.filter { $0.value.status == .active }.keys.sorted()
        try bench.act("pause", by: House.office)
        #expect(bench.agreement?.tasks == [])
        try bench.act("continue", by: House.office)

        #expect(bench.state == ["signing.waiting"])
        #expect(bench.process.filter { $0.value.status == .active }.keys.sorted() == before)
        #expect(bench.agreement?.tasks.count == 2)
        #expect(bench.agreement?.timers.count == 2)
        #expect(bench.agreement == bench.refolded)
        for signatory in Self.signatories.dropFirst() { try bench.act("agree", by: signatory) }
        #expect(bench.state == ["ended"])
    }

    @Test("A state that waits for nobody is done at once")
    func nobody() throws {
        #expect(try Self.bench(join: "all", parties: "agreement.parties.filter(p, false)").state == ["ended"])
        #expect(
            try Self.bench(join: "{ atLeast: 1 }", parties: "agreement.parties.filter(p, false)").state == [
                "signing.waiting"
            ])
    }

    @Test("Children that the state does not wait for leave the others' join as it is")
    func mixed() throws {
        var bench = try Self.bench(
            join: "all",
            also:
                ", { name: aside, forEach: \"party in agreement.foreignParties\", run: circuit, join: none }")
        for (party, person) in [("inserm", House.president), ("snu", House.rector), ("kyoto", House.dean)] {
            try bench.act("agree", by: person, process: "life/circuit/\(party)")
        }
        #expect(bench.state == ["ended"])
    }

    @Test("Each child has its path, its party and its own task")
    func paths() throws {
        let bench = try Self.bench(join: "all")
        #expect(
            bench.process.keys.sorted() == [
                "life", "life/circuit/inserm", "life/circuit/kyoto", "life/circuit/snu",
            ])
        #expect(bench.agreement?.tasks.map(\.narrowedTo) == ["inserm", "snu", "kyoto"])
        #expect(bench.refusal(of: "agree", by: House.lead)?.code == "not_authorized")
        #expect(bench.events.last?.fromState == [])
        #expect(bench.events.last?.authority.actor == "system:process")
    }

    @Test(
        "When the state is left its children are cancelled, with their tasks and timers; those of the next entry are others"
    )
    func cancelled() throws {
        var bench = try Self.bench(join: "all")
        try bench.act("agree", by: House.rector)
        try bench.act("recall", by: House.office)
        #expect(bench.agreement?.tasks == [])
        #expect(bench.agreement?.timers == [])
        #expect(bench.process["life/circuit/snu"]?.status == .ended)
        #expect(bench.process["life/circuit/kyoto"]?.status == .cancelled)
        #expect(bench.refusal(of: "agree", by: House.dean)?.code == "not_possible_here")
        try bench.act("open", by: House.lead)
        #expect(bench.process["life/circuit/snu.2"]?.status == .active)
        for signatory in [House.dean, House.president] { try bench.act("agree", by: signatory) }
        #expect(bench.state == ["signing.waiting"])
        try bench.act("agree", by: House.rector, process: "circuit/snu")
        #expect(bench.state == ["ended"])
        #expect(bench.agreement == bench.refolded)
    }

    @Test("The parent hears the outcome of a child before it joins")
    func outcome() throws {
        var bench = try Self.bench(join: "any")
        try bench.act("refuse", by: House.dean)
        #expect(bench.state == ["draft"])
        #expect(bench.events.map(\.type).suffix(2) == ["refuse", "circuit.refused"])
    }

    @Test("An act that several processes expect of one person asks which")
    func several() throws {
        var bench = try Self.bench(join: "all")
        bench.facts.grants.append(House.grant(House.rector, "SIG", .party("kyoto")))
        #expect(bench.refusal(of: "agree", by: House.rector)?.code == "several_processes")
        try bench.act("agree", by: House.rector, process: "circuit/kyoto")
        #expect(bench.process["life/circuit/kyoto"]?.outcome == "agreed")
        let wrong = bench.refusal { bench in
            try bench.act("agree", by: House.rector, process: "circuit/mars")
        }
        #expect(wrong?.code == "no_such_process")
    }

    @Test("A child that was planned by a state left meanwhile is not started")
    func orphan() throws {
        let workflow = try Rules.workflow(
            """
            draft:
              TITLE
              children: [{ name: quick, forEach: "n in ['a', 'b']", run: quick, join: none }]
              on:
                quick.said: { to: middle }
            middle:
              TITLE
              children: [{ name: circuit, forEach: party in agreement.parties, run: circuit, join: all }]
              on:
                quick.said: { to: ended }
                done: { to: ended }
            ended: { TITLE, legal: ended, final: true }
            """,
            processes: Self.circuit + """

                quick:
                  TITLE
                  initial: said
                  states:
                    said: { TITLE, final: true, outcome: said }
                """)
        let bench = try Bench(proposed: workflow)
        #expect(bench.state == ["ended"])
        #expect(bench.process.values.filter { $0.status == .active && $0.path != "life" }.isEmpty)
        #expect(bench.agreement?.timers == [])
    }
}
