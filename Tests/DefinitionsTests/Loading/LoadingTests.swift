import Agreements
import Definitions
import Statechart
import Testing

@Suite("What a loaded workflow is")
struct LoadingTests {
    @Test("The sample loads, with all that its head says")
    func head() throws {
        let workflow = try Sample.load(Sample.text)
        #expect(workflow.id == "sample")
        #expect(workflow.version == "2016.1")
        #expect(workflow.entry == .call)
        #expect(workflow.parameters["duration"] == "P4Y")
        #expect(workflow.parameters["renewals"] == 1)
        #expect(workflow.parameters["express"] == true)
        #expect(
            workflow.duties == [ExclusiveDuty(first: ["submit"], second: ["select"], refusal: "own_proposal")]
        )
        #expect(
            workflow.restrictions == [
                ActRestriction(status: .suspended, permitted: ["select"], refusal: "own_proposal")
            ])
        #expect(workflow.dossier.map(\.lengthMax) == [20, 2_000])
        #expect(workflow.dossier[1].kind == .choice(["LS1", "LS2", "no"]))
        #expect(workflow.notices["N02"]?.copy == false)
        #expect(workflow.refusals["call_closed"]?.fr == "L’appel est clos.")
    }

    @Test("States are named by their path and numbered in document order")
    func paths() throws {
        let life = try #require(try Sample.load(Sample.text).processes["life"])
        let ids = life.states.values.sorted { $0.order < $1.order }.map(\.id)
        #expect(
            ids == [
                "draft", "signature", "signature.waiting", "signature.done", "active", "active.term",
                "active.term.running", "active.standing", "active.standing.normal",
                "active.standing.suspended",
                "abandoned",
            ])
    }

    @Test("A state with children waits for them, and is done when they are")
    func children() throws {
        let life = try #require(try Sample.load(Sample.text).processes["life"])
        let children = try #require(life.states["signature"]?.children.first)
        #expect((children.name, children.run, children.itemName) == ("circuit", "signing", "party"))
        #expect(children.forEach?.source == "agreement.parties")
        let joined = try #require(life.chart.transitions.first { $0.isTriggered(by: "joined.signature") })
        #expect(life.chart.id(joined.source) == "signature.waiting")
        #expect(joined.targets.map(life.chart.id) == ["signature.done"])
        #expect(life.chart.transitions.contains { $0.isTriggered(by: "done.state.signature") })
        #expect(life.states["signature.done"]?.title.en == "Signature")
    }

    @Test("Every transition of a chart has a label and a definition under it")
    func labels() throws {
        for process in try Sample.load(Sample.text).processes.values {
            let labels = process.chart.transitions.map { $0.label ?? "" }
            #expect(Set(labels) == Set(process.transitions.keys))
            #expect(labels.count == process.transitions.count)
        }
        let life = try #require(try Sample.load(Sample.text).processes["life"])
        #expect(life.transitions["draft/submit/0"]?.by == [RoleReference("PI_FR")])
        #expect(life.transitions["active.standing.suspended/always/0"]?.event == "always")
    }

    @Test("An act asks who does it even without conditions; what nobody does has no guard")
    func guards() throws {
        let life = try #require(try Sample.load(Sample.text).processes["life"])
        let byLabel = Dictionary(
            life.chart.transitions.map { ($0.label ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        #expect(byLabel["active.standing.normal/select/0"]?.condition?.clauses.isEmpty == true)
        #expect(byLabel["active.standing.normal/select/0"]?.condition?.by == [RoleReference("DG")])
        #expect(byLabel["draft/close/0"]?.condition == nil)
        #expect(byLabel["draft/submit/0"]?.condition?.clauses.map(\.refusal) == ["call_closed"])
        #expect(byLabel["draft/submit/0"]?.condition?.clauses.first?.formula.place == "f.yaml:37:25")
    }

    @Test("The legal status is inherited, and only one region of a parallel state has it")
    func legal() throws {
        let states = try #require(try Sample.load(Sample.text).processes["life"]).states
        #expect(states["active.standing.normal"]?.legal == .inForce)
        #expect(states["active.standing.normal"]?.effective?.source == "agreement.start")
        #expect(states["active.standing.suspended"]?.legal == .suspended)
        #expect(states["active.standing.suspended"]?.effective == nil)
        #expect(states["active.term.running"]?.legal == nil)
        #expect(states["signature.waiting"]?.legal == nil)
    }

    @Test("A history is made where a target asks for it")
    func history() throws {
        let chart = try #require(try Sample.load(Sample.text).processes["life"]).chart
        let index = try #require(chart.index(of: "history(active)"))
        #expect(chart.states[index].kind == .deepHistory)
        #expect(chart.ids(chart.states[index].initial.targets) == ["active.term", "active.standing"])
    }

    @Test("A timer may take the due rule of its task; days count as they are written")
    func dues() throws {
        let workflow = try Sample.load(Sample.text)
        let draft = try #require(workflow.processes["life"]?.states["draft"])
        #expect(draft.timers.first?.due.kind == .instant)
        #expect(draft.task?.reminders.first?.offsets == ["-P14D", "-P1D"])
        let open = try #require(workflow.processes["signing"]?.states["open"])
        #expect(open.task?.due?.offset == "P10B")
        #expect(open.task?.due?.kind == .step)
        let running = workflow.processes["life"]?.states["active.term.running"]
        #expect(running?.timers.first?.due.offset == "P1D")
        let yearly = try Sample.load(
            Sample.text.replacing("due: { after: P10B }", with: "due: { yearly: 01-31 }"))
        let base = yearly.processes["signing"]?.states["open"]?.task?.due?.base
        guard case .yearly(month: 1, day: 31)? = base else {
            Issue.record("\(String(describing: base))")
            return
        }
    }

    @Test(
        "What is written is a text where a text is expected",
        arguments: ["no", "0o17", "1:20", "~x", "2016-01-01"])
    func scalars(_ word: String) throws {
        let text = Sample.text.replacing("{ fr: Brouillon, en: Draft }", with: "{ fr: \(word), en: Draft }")
        #expect(try Sample.load(text).processes["life"]?.states["draft"]?.title.fr == word)
    }

    @Test("The identity of a file without includes is the SHA-256 of its bytes")
    func identity() throws {
        // Computed by sha256sum.
        #expect(
            try Sample.load(Sample.text).sha256
                == "1f591c07238136c3b1491b7f47d1879622538b9793f8bc4c77ea7e3ac863933f")
    }
}
