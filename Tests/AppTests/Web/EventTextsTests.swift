import Agreements
import Foundation
import Testing

@testable import App

@Suite("What happened to a file, in words")
struct EventTextsTests {
    @Test("How a report ended is said in the words of its definition, not by its code")
    func outcomes() throws {
        let workflow = try ScenarioFolder().workflow("lia")
        var agreement = Agreement(
            id: Agreement.ID(UUID()), workflow: "lia", version: workflow.version, instrument: "LIA",
            headHash: "")
        agreement.processes["life/annual/2021-01-31"] = Process(
            path: "life/annual/2021-01-31", definition: "report", name: "annual")
        let missed = try #require(EventTexts.told("annual.missed", in: workflow, agreement))
        #expect(missed.fr.hasPrefix("Rapport annuel\u{A0}: ") && missed.en.hasPrefix("Annual report: "))
        #expect(!missed.fr.contains("missed"))
        for other in ["annual.never", "window.opens", "submit"] {
            #expect(EventTexts.told(other, in: workflow, agreement) == nil, "\(other)")
        }
    }

    @Test("States that may not be named are not, in neither language")
    func withheld() throws {
        let workflow = try ScenarioFolder().workflow("lia")
        var agreement = Agreement(
            id: Agreement.ID(UUID()), workflow: "lia", version: workflow.version, instrument: "LIA",
            headHash: "")
        agreement.processes["life"] = Process(path: "life", definition: "life", name: "life")
        let states = try #require(workflow.processes["life"]).states.values.filter { $0.title.fr != "" }
        let named = try #require(states.first { $0.id.hasSuffix("security.asked") } ?? states.first)
        let event = Agreements.Event(
            stream: "s", seq: 1, process: "life", type: "admit", fromState: [], toState: [named.id],
            authority: Authority(actor: "a", role: "INT", channel: .page),
            at: try Instant(parsing: "2016-04-01T07:00:00.000Z"), effectiveOn: nil, requestID: nil,
            workflow: "lia@1", payload: Payload(), documentHashes: [], previousHash: "")
        let seen = EventTexts.what(event, entering: [named.id], in: workflow, agreement)
        #expect(seen.fr.contains(named.title.fr) && seen.en.contains(named.title.en))
        let hidden = EventTexts.what(event, entering: [], in: workflow, agreement)
        #expect(!hidden.fr.contains(named.title.fr) && !hidden.en.contains(named.title.en), "\(hidden)")
    }

    @Test(
        "The end of side steps says that it is one; where none was needed, that too",
        arguments: [
            (false, "Sans objet\u{A0}: Information des ministères"),
            (true, "Étape achevée\u{A0}: «\u{A0}Information des ministères\u{A0}»"),
        ])
    func joined(ran: Bool, expected: String) throws {
        let workflow = try ScenarioFolder().workflow("lia")
        var agreement = Agreement(
            id: Agreement.ID(UUID()), workflow: "lia", version: workflow.version, instrument: "LIA",
            headHash: "")
        agreement.processes["life"] = Process(path: "life", definition: "life", name: "life")
        let life = try #require(workflow.processes["life"])
        let region = try #require(
            life.states.values.first { $0.title.fr == "Information des ministères" && !$0.children.isEmpty })
        if ran {
            let name = try #require(region.children.first).name
            agreement.processes["life/\(name)/x"] = Process(
                path: "life/\(name)/x", definition: "ministry", name: name)
        }
        let event = Agreements.Event(
            stream: "s", seq: 1, process: "life", type: "joined.\(region.id)", fromState: [], toState: [],
            authority: Authority(actor: "system:join", role: nil, channel: .page),
            at: try Instant(parsing: "2016-04-01T07:00:00.000Z"), effectiveOn: nil, requestID: nil,
            workflow: "lia@1", payload: Payload(), documentHashes: [], previousHash: "")
        #expect(EventTexts.what(event, entering: [], in: workflow, agreement).fr == expected)
    }

    @Test("A state among several regions is said with its region; a state that stands alone is not")
    func regions() throws {
        let workflow = try ScenarioFolder().workflow("lia")
        let life = try #require(workflow.processes["life"])
        func said(_ state: String) throws -> String {
            workflow.named(state, try #require(life.states[state]).title).fr
        }
        #expect(try said("active.standing.normal").contains("\u{A0}: "))
        #expect(try said("active.reporting.regular").hasPrefix("Rapports"))
        #expect(try said("decision") == "Arbitrage de la Direction générale")
    }

    @Test("A step is told apart by its party or its day, and not by the kind of its process")
    func distinctions() throws {
        let workflow = try ScenarioFolder().workflow("lia")
        var agreement = Agreement(
            id: Agreement.ID(UUID()), workflow: "lia", version: workflow.version, instrument: "LIA",
            headHash: "")
        agreement.processes["life/note"] = Process(path: "life/note", definition: "report", name: "note")
        var annual = Process(path: "life/annual/1", definition: "report", name: "annual")
        annual.item = ["due": "2021-01-31"]
        agreement.processes[annual.path] = annual
        let title = ProcessTitle(agreement: agreement, workflow: workflow, zone: .paris)
        #expect(title.distinction("life/note") == nil && title.text("life/note") != nil)
        #expect(title.distinction(annual.path)?.en == "Annual report – due on 31 January 2021")
    }

    private func agreement(of workflow: Workflow, running processes: [Agreements.Process]) -> Agreement {
        var agreement = Agreement(
            id: Agreement.ID(UUID()), workflow: workflow.id, version: workflow.version, instrument: "LIA",
            headHash: "")
        for process in processes { agreement.processes[process.path] = process }
        return agreement
    }

    private func event(_ type: String, in process: String) throws -> Agreements.Event {
        Agreements.Event(
            stream: "s", seq: 1, process: process, type: type, fromState: [], toState: [],
            authority: Authority(actor: "system:condition", role: nil, channel: .page),
            at: try Instant(parsing: "2016-04-01T07:00:00.000Z"), effectiveOn: nil, requestID: nil,
            workflow: "lia@1", payload: Payload(), documentHashes: [], previousHash: "")
    }

    @Test(
        "What files hold whatever their definition has words of its own in both languages",
        arguments: MachineEvent.allCases)
    func common(kind: MachineEvent) throws {
        var workflow = try ScenarioFolder().workflow("lia")
        var bare = try #require(workflow.processes["life"])
        (bare.states, bare.transitions) = ([:], [:])
        workflow.processes["bare"] = bare
        let agreement = agreement(
            of: workflow, running: [Agreements.Process(path: "life", definition: "bare", name: "life")])
        let said = EventTexts.what(
            try event(kind.rawValue, in: "life"), entering: [], in: workflow, agreement)
        #expect(said == EventTexts.text(of: kind) && said != EventTexts.unnamed)
        #expect(said.fr != said.en && ![said.fr, said.en].contains(kind.rawValue))
        #expect(said.fr != FieldTexts.spelled(kind.rawValue))
        let others = MachineEvent.allCases.filter { $0 != kind }.map { EventTexts.text(of: $0) }
        #expect(!others.contains(said))
    }

    @Test(
        "No event of a definition that is shipped is told by its technical name",
        arguments: ["acc", "gdre", "gdri", "lea", "lia", "ume", "umi"])
    func shipped(name: String) throws {
        let workflow = try ScenarioFolder().workflow(name)
        for (id, definition) in workflow.processes {
            let children = definition.runs.map { run in
                Agreements.Process(path: "life/\(run.name)/\(run.run)", definition: run.run, name: run.name)
            }
            let process = Agreements.Process(path: "process", definition: id, name: id)
            let agreement = agreement(of: workflow, running: children + [process])
            let events = Set(definition.transitions.values.map(\.event)).subtracting(["done"])
            for type in events.sorted() where !type.hasPrefix("joined.") {
                let said = EventTexts.what(
                    try event(type, in: process.path), entering: [], in: workflow, agreement)
                let last = said.fr.components(separatedBy: "\u{A0}: ").last
                #expect(
                    ![type, FieldTexts.spelled(type), EventTexts.unnamed.fr].contains(last), "\(id) \(type)")
            }
        }
    }

    @Test("A name that nobody knows is not shown, nor that of a time which may not be told")
    func unnamed() throws {
        let workflow = try ScenarioFolder().workflow("lia")
        let agreement = agreement(
            of: workflow, running: [Agreements.Process(path: "life", definition: "life", name: "life")])
        for (type, isNamed) in [("of_an_older_version", true), ("security.silence", false)] {
            let said = EventTexts.what(
                try event(type, in: "life"), entering: [], isNamed: isNamed, in: workflow, agreement)
            #expect(said == EventTexts.unnamed, "\(type)")
        }
        let noted = EventTexts.what(
            try event("timer.until", in: "life"), entering: [], in: workflow, agreement)
        #expect(noted.fr == "Terme")
        let told = EventTexts.what(
            try event("framework.ended", in: "life"), entering: [], in: workflow, agreement)
        #expect(told.fr == "Fin de l’accord-cadre")
    }
}

extension ProcessDefinition {
    /// The children that its states and acts start, by name and definition.
    fileprivate var runs: [(name: String, run: String)] {
        let declared = states.values.flatMap(\.children).map { (name: $0.name, run: $0.run) }
        let actions = states.values.flatMap(\.actions) + transitions.values.flatMap(\.actions)
        let spawned = actions.compactMap { action -> (name: String, run: String)? in
            guard case .spawn(let name, let run, _, _, _) = action else { return nil }
            return (name, run)
        }
        return declared + spawned
    }
}
