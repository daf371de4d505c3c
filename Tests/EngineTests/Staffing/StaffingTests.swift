import Agreements
import TestSupport
import Testing

@Suite("The staffing proof")
struct StaffingTests {
    static func absence(_ person: Person.ID, _ from: String, _ until: String) -> Absence {
        Absence(id: House.identifier(40), person: person, from: House.day(from), until: House.day(until))
    }

    @Test("A house with somebody for each role has no gap, and tells on whom it hangs")
    func staffed() throws {
        let report = try StaffingRules.report(StaffingRules.bench())
        #expect(report.gaps.isEmpty)
        #expect(report.agreements == 1)
        #expect(report.from == House.day("2016-04-01") && report.until == StaffingRules.until)
        let director = try #require(report.singles.first { $0.roles == [RoleReference("DG")] })
        #expect(director.person == House.director)
        #expect(director.from == report.from && director.until == report.until)
        #expect(!report.singles.contains { $0.roles == [RoleReference("EXP", of: .person)] })
    }

    @Test("What is lacking for many agreements is what is lacking for each, in their order")
    func many() throws {
        var bench = try StaffingRules.bench()
        bench.facts.absences = [Self.absence(House.director, "2016-04-04", "2016-04-05")]
        let agreement = try #require(bench.agreement)
        let files = (0..<120).map { number in
            var file = agreement
            file.id = House.identifier(UInt8(100 + number))
            return (agreement: file, workflow: bench.workflow)
        }
        let staffing = Staffing(facts: bench.facts, until: StaffingRules.until)
        let each = files.map { staffing.report(on: [$0]) }
        let all = staffing.report(on: files)
        #expect(!all.gaps.isEmpty && all.gaps == each.flatMap(\.gaps))
        #expect(all.singles == each.flatMap(\.singles))
        #expect(all.agreements == 120 && all.steps == each.map(\.steps).reduce(0, +))
    }

    @Test("The steps are those that are open and those that can be reached, children included")
    func steps() throws {
        var bench = try StaffingRules.bench()
        func acts() throws -> [String] {
            let agreement = try #require(bench.agreement)
            return Staffing(facts: bench.facts, until: StaffingRules.until).steps(
                of: agreement, bench.workflow
            )
            .map { "\($0.process) \($0.act)\($0.isOpen ? " open" : "")" }
        }
        #expect(
            try Set(acts()) == [
                "life submit open", "life assign", "life select", "life send_back", "life/opinion give",
                "life/circuit/inserm sign", "life/circuit/inserm wave", "life/circuit/inserm hold",
                "life/circuit/snu sign", "life/circuit/snu wave", "life/circuit/snu hold",
            ])
        try bench.act("submit", by: House.lead)
        try bench.act("select", by: House.director)
        try bench.act("sign", by: House.rector, process: "circuit/snu")
        #expect(
            try acts() == [
                "life/circuit/inserm sign open", "life/circuit/inserm wave open",
                "life/circuit/inserm hold open",
            ])
    }

    @Test("Days on which all who hold a role are absent are a gap")
    func absent() throws {
        var bench = try StaffingRules.bench()
        bench.facts.absences = [Self.absence(House.director, "2016-05-02", "2016-05-13")]
        #expect(
            try StaffingRules.gaps("select", in: StaffingRules.report(bench)) == [
                "2016-05-02 2016-05-13 absent"
            ])
        bench.facts.delegations = [
            Delegation(
                id: House.identifier(50), grantor: House.director, grantee: House.deputy, role: "DG",
                scope: .everything, from: House.instant("2016-05-05T00:00"),
                until: House.instant("2016-05-10T00:00"))
        ]
        #expect(
            try StaffingRules.gaps("select", in: StaffingRules.report(bench)) == [
                "2016-05-02 2016-05-04 absent", "2016-05-10 2016-05-13 absent",
            ])
    }

    @Test("A right that ends with nobody after it is a gap from the day after on")
    func ended() throws {
        var bench = try StaffingRules.bench()
        for index in bench.facts.grants.indices where bench.facts.grants[index].role == "DG" {
            bench.facts.grants[index].until = House.instant("2016-06-01T00:00")
        }
        #expect(
            try StaffingRules.gaps("select", in: StaffingRules.report(bench)) == [
                "2016-06-01 2016-06-30 nobody"
            ])
        #expect(try StaffingRules.report(bench).gaps.allSatisfy { !$0.isOpen })
    }

    @Test("Who did one side of an exclusive duty is not counted for the other, nor is who acts for them")
    func excluded() throws {
        var bench = try StaffingRules.bench()
        for index in bench.facts.grants.indices where bench.facts.grants[index].role == "DG" {
            bench.facts.grants[index].person = House.lead
        }
        bench.facts.delegations = [
            Delegation(
                id: House.identifier(50), grantor: House.lead, grantee: House.deputy, role: "DG",
                scope: .everything, from: House.instant("2016-01-01T00:00"))
        ]
        #expect(try StaffingRules.gaps("select", in: StaffingRules.report(bench)).isEmpty)
        try bench.act("submit", by: House.lead)
        let report = try StaffingRules.report(bench)
        #expect(StaffingRules.gaps("select", in: report) == ["2016-04-01 2016-06-30 excluded own"])
        #expect(report.gaps.filter { $0.act == "select" }.map(\.isOpen) == [true])
    }

    @Test("A merger staffs what was merged from its day on")
    func merged() throws {
        var bench = try StaffingRules.bench()
        for index in bench.facts.grants.indices where bench.facts.grants[index].role == "DG" {
            bench.facts.grants[index].scope = .unit("U9999")
        }
        bench.facts.successions = [
            Succession(kind: .unit, from: "U1151", into: "U9999", on: House.day("2016-05-01"))
        ]
        #expect(
            try StaffingRules.gaps("select", in: StaffingRules.report(bench)) == [
                "2016-04-01 2016-04-30 nobody"
            ])
    }

    @Test("A mandate over what was merged staffs its files up to the day before")
    func lapsed() throws {
        var bench = try StaffingRules.bench()
        for index in bench.facts.grants.indices where bench.facts.grants[index].role == "DG" {
            bench.facts.grants[index].scope = .unit("U1151")
        }
        bench.facts.successions = [
            Succession(kind: .unit, from: "U1151", into: "U9999", on: House.day("2016-05-01"))
        ]
        #expect(
            try StaffingRules.gaps("select", in: StaffingRules.report(bench)) == [
                "2016-05-01 2016-06-30 nobody"
            ])
    }

    @Test("A role that an act on the way gives to somebody is lacking only once the step is open")
    func namedLater() throws {
        var bench = try StaffingRules.bench()
        bench.facts.absences = [Self.absence(House.director, "2016-04-04", "2016-04-05")]
        #expect(try StaffingRules.gaps("hold", in: StaffingRules.report(bench)).isEmpty)
        try bench.act("submit", by: House.lead)
        try bench.act("select", by: House.director)
        let absent = "2016-04-04 2016-04-05 absent"
        #expect(try StaffingRules.gaps("hold", in: StaffingRules.report(bench)) == [absent, absent])
        bench.agreement?.assignments.removeAll { $0.role == "COORD" }
        #expect(
            try Set(StaffingRules.gaps("hold", in: StaffingRules.report(bench))) == [
                "2016-04-01 2016-06-30 nobody"
            ])
    }

    @Test("Of a process that is not begun, a role of a person is staffed by whoever holds it")
    func notChosen() throws {
        var bench = try StaffingRules.bench()
        bench.facts.grants.removeAll { $0.role == "EXP" }
        let gap = try #require(StaffingRules.report(bench).gaps.first)
        #expect(gap.act == "give" && gap.process == "life/opinion" && gap.why == .nobody)
        bench.facts.grants.append(House.grant(House.reviewer, "EXP"))
        try bench.act("submit", by: House.lead)
        try bench.act("assign", by: House.office, input: ["expert": .string(House.reviewer.description)])
        bench.facts.absences = [Self.absence(House.reviewer, "2016-04-04", "2016-04-05")]
        let report = try StaffingRules.report(bench)
        #expect(
            report.gaps.map { "\($0.process) \($0.isOpen)" }.contains(
                "life/opinion/\(House.reviewer) true"))
        #expect(StaffingRules.gaps("give", in: report).allSatisfy { $0 == "2016-04-04 2016-04-05 absent" })
    }
}
