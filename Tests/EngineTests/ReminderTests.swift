import Agreements
import TestSupport
import Testing

@Suite("Reminders")
struct ReminderTests {
    static let states = """
        draft:
          TITLE
          task:
            role: PI_FR
            TITLE
            due: { at: call.closesAt, kind: instant }
            remind: [{ notice: N02, at: [-P14D, -P3D, -P1D], to: [PI_FR] }, { notice: N03, at: [-P10D], to: [PI_FR] }]
          timers:
            - { name: closing, due: task, event: close }
            - { name: nag, due: { after: P3D, kind: silence }, event: nag }
          on:
            close: { to: locked }
            nag: { do: [{ set: { nags: "vars.nags + 1" } }] }
            call.extended: { notify: [N01] }
          do: [{ set: { nags: "0" } }]
        locked: { TITLE, on: { call.extended: { to: draft } } }
        """

    static func bench() throws -> Bench {
        try Bench(proposed: Rules.workflow(states, notices: ["N01", "N02", "N03"]))
    }

    @Test("Each goes at 07:30 of its day and speaks of its due date")
    func punctual() throws {
        var bench = try Self.bench()
        let times = ["2016-06-01T07:30", "2016-06-05T07:30", "2016-06-12T07:30", "2016-06-14T07:30"]
        for time in times {
            try bench.serve(at: House.instant(time).adding(milliseconds: -1))
            let before = bench.owed.count
            try bench.serve(at: House.instant(time))
            #expect(bench.owed.count == before + 1)
        }
        #expect(bench.owed.map(\.notice) == ["N02", "N03", "N02", "N02"])
        #expect(bench.owed.first?.occurrence == "-P14D@2016-06-15")
        #expect(Set(bench.owed.map(\.occurrence)).count == 4)
    }

    @Test(
        "Whoever holds two of the roles that are reminded at one time is reminded once",
        arguments: [
            (", to: [DG, INT]", [House.lead, House.director, House.office]), ("", [House.lead]),
        ] as [(String, [Person.ID])])
    func twoRoles(to: String, reminded: [Person.ID]) throws {
        let states = Self.states.replacing(
            "{ notice: N03, at: [-P10D], to: [PI_FR] }",
            with: "{ notice: N02, at: [-P14D]\(to) }, { notice: N03, at: [-P10D], to: [PI_FR] }")
        var facts = House.facts(at: House.instant("2016-04-01T10:00"))
        facts.grants.append(House.grant(House.lead, "DG"))
        var bench = try Bench(
            proposed: Rules.workflow(states, notices: ["N01", "N02", "N03"]), facts: facts)
        try bench.serve(at: House.instant("2016-06-01T07:30"))
        #expect(bench.owed.allSatisfy { $0.notice == "N02" } && bench.owed.count == reminded.count)
        #expect(Set(bench.owed.map(\.recipient)) == Set(reminded))
    }

    @Test("After an outage the latest of each kind goes, once")
    func outage() throws {
        var bench = try Self.bench()
        try bench.serve(at: House.instant("2016-06-13T12:00"))
        #expect(bench.owed.map(\.notice) == ["N03", "N02"])
        #expect(bench.owed.last?.occurrence == "-P3D@2016-06-15")
        try bench.serve(at: House.instant("2016-06-13T12:00"))
        #expect(bench.owed.count == 2)
    }

    @Test("What lies before the entry is not planned")
    func past() throws {
        let workflow = try Self.bench().workflow
        let bench = try Bench(proposed: workflow, facts: House.facts(at: House.instant("2016-06-13T12:00")))
        #expect(bench.agreement?.timers.map(\.name) == ["closing", "nag", "N02"])
    }

    static func extend(_ bench: inout Bench, to time: String) throws {
        bench.facts.calls[House.call.id]?.closesAt = House.instant(time)
        try bench.decide(.tell(event: "call.extended"), by: .system(cause: "call"))
    }

    @Test("When the call is extended its dates are planned again, and only they")
    func extended() throws {
        var bench = try Self.bench()
        try bench.serve(at: House.instant("2016-06-12T09:00"))
        let before = bench.owed.count
        try Self.extend(&bench, to: "2016-06-30T17:00")
        #expect(bench.agreement?.tasks.map { $0.due?.limit } == [House.instant("2016-06-30T17:00")])
        #expect(bench.agreement?.timers.map(\.name).sorted() == ["N02", "N02", "N02", "N03", "closing"])
        #expect(bench.agreement?.variables["nags"] == 1)
        try bench.serve(at: House.instant("2016-06-30T17:00"))
        #expect(bench.agreement?.variables["nags"] == 1)
        #expect(bench.owed.dropFirst(before).map(\.notice) == ["N01", "N03", "N02"])
        #expect(bench.state == ["draft"])
        try bench.serve(at: House.instant("2016-06-30T17:00").adding(milliseconds: 1))
        #expect(bench.state == ["locked"])
        #expect(bench.agreement == bench.refolded)
    }

    @Test("A call that is extended after its closing opens the file again")
    func reopened() throws {
        var bench = try Self.bench()
        try bench.serve(at: House.instant("2016-06-15T18:00"))
        #expect(bench.state == ["locked"])
        try Self.extend(&bench, to: "2016-06-30T17:00")
        #expect(bench.state == ["draft"])
        #expect(
            bench.agreement?.timers.contains {
                $0.name == "closing" && $0.due > House.instant("2016-06-30T17:00")
            } ?? false)
    }

    @Test("An extension does not ring again what rang at the same instant")
    func sameInstant() throws {
        var bench = try Self.bench()
        try bench.serve(at: House.instant("2016-06-05T07:30"))
        let before = bench.owed.count
        bench.facts.calls[House.call.id]?.closesAt = House.instant("2016-06-15T18:00")
        try bench.decide(.tell(event: "call.extended"), by: .system(cause: "call"))
        #expect(bench.owed.dropFirst(before).map(\.notice) == ["N01"])
        let keys = bench.owed.map {
            "\($0.process) \($0.entrySeq) \($0.notice) \($0.recipient) \($0.occurrence)"
        }
        #expect(Set(keys).count == keys.count)
    }
}
