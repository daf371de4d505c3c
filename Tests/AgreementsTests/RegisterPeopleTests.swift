import Agreements
import Testing

@Suite("The rules of absences and mergers")
struct RegisterPeopleTests {
    typealias Fixture = RosterTests
    static let office = [Fixture.grant(Fixture.anna, "INT")]
    static let absence = AbsenceTests.absence(Fixture.bruno, from: 2, until: 9)

    static func code(
        _ change: RegisterChange, by actor: Person.ID?, absences: [Absence] = [],
        successions: [Succession] = []
    ) -> String? {
        refusal(change, by: actor, absences: absences, successions: successions)?.code
    }

    static func refusal(
        _ change: RegisterChange, by actor: Person.ID?, absences: [Absence] = [],
        successions: [Succession] = []
    ) -> Refusal? {
        var facts = Fixture.roster(office, inactive: [Fixture.carla]).facts
        facts.absences = absences
        facts.successions = successions
        let command = RegisterCommand(requestID: "r", actor: actor, channel: .scenario, change: change)
        do {
            _ = try Register.decide(command, facts: facts)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "The city of an organisation is a name that can be seen",
        arguments: [("Séoul", true), (" ", false), ("Paris\nBcc: all", false), ("Par\u{202E}is", false)])
    func city(_ name: String, _ isOne: Bool) {
        let seoul = Party(id: "snu", name: "SNU", city: name, country: "KR", kind: .foreign, home: false)
        let code = Self.code(.organisationAdded(organisation: seoul), by: nil)
        #expect((code != "bad_input") == isOne, "\(code ?? "")")
    }

    @Test(
        "An absence is entered and ended by the person or by who administers",
        arguments: [(Fixture.anna, true), (Fixture.bruno, true), (Fixture.person(7), false)])
    func entered(_ actor: Person.ID, _ may: Bool) {
        let answer = may ? nil : "not_authorized"
        #expect(Self.code(.absenceSet(absence: Self.absence), by: actor) == answer)
        let end = RegisterChange.absenceEnded(
            absence: Self.absence.id, until: AbsenceTests.epoch.adding(days: 4))
        #expect(Self.code(end, by: actor, absences: [Self.absence]) == answer)
    }

    @Test("An absence is of an active person, and its last day does not come before its first")
    func sound() {
        let gone = AbsenceTests.absence(Fixture.carla)
        let backwards = AbsenceTests.absence(Fixture.bruno, from: 3, until: 2)
        #expect(Self.code(.absenceSet(absence: gone), by: Fixture.anna) == "bad_input")
        let refusal = Self.refusal(.absenceSet(absence: backwards), by: Fixture.anna)
        #expect(refusal?.code == "bad_input" && refusal?.field?.name == "until")
        #expect(Self.code(.absenceSet(absence: AbsenceTests.absence(Fixture.bruno)), by: nil) == nil)
    }

    @Test("An absence is entered once, and for at most ten years ahead")
    func once() {
        let again = RegisterChange.absenceSet(absence: Self.absence)
        #expect(Self.code(again, by: Fixture.bruno, absences: [Self.absence]) == "already_exists")
        let other = AbsenceTests.absence(Fixture.bruno, from: 2, until: 10)
        #expect(Self.code(.absenceSet(absence: other), by: Fixture.bruno, absences: [Self.absence]) == nil)
        for (days, code) in [(3_652, nil), (3_654, "bad_input")] {
            let long = AbsenceTests.absence(Fixture.bruno, until: days)
            #expect(Self.code(.absenceSet(absence: long), by: Fixture.bruno) == code)
        }
    }

    @Test(
        "An absence is ended earlier than it was to end, at the earliest before its first day",
        arguments: [(8, nil), (1, nil), (0, "bad_input"), (9, "bad_input"), (12, "bad_input")])
    func ended(_ day: Int, _ code: String?) {
        let end = RegisterChange.absenceEnded(
            absence: Self.absence.id, until: AbsenceTests.epoch.adding(days: day))
        #expect(Self.code(end, by: Fixture.anna, absences: [Self.absence]) == code)
    }

    @Test("An unknown absence cannot be ended")
    func unknown() {
        let end = RegisterChange.absenceEnded(absence: Self.absence.id, until: AbsenceTests.epoch)
        #expect(Self.code(end, by: Fixture.anna) == "bad_input")
    }

    static let mergers: [(String, String, String?)] = [
        ("A", "D", "already_succeeded"), ("D", "A", nil), ("C", "A", "succession_cycle"),
        ("D", "D", "succession_cycle"),
        ("C", "B", "succession_cycle"), ("", "A", "bad_input"), ("C", " ", "bad_input"),
        ("C", "D", nil),
    ]

    @Test("What was merged has one successor, and no chain comes back to where it began", arguments: mergers)
    func merged(_ from: String, _ into: String, _ code: String?) {
        let known = [AbsenceTests.merger("A", "B"), AbsenceTests.merger("B", "C")]
        let change = RegisterChange.succeeded(succession: AbsenceTests.merger(from, into))
        #expect(Self.code(change, by: Fixture.anna, successions: known) == code)
        #expect(Self.code(change, by: Fixture.bruno, successions: known) == "not_authorized")
    }

    @Test(
        "Only a merger that is entered is taken back", arguments: [("A", "B", nil), ("A", "C", "bad_input")])
    func undone(_ from: String, _ into: String, _ code: String?) {
        let change = RegisterChange.successionUndone(succession: AbsenceTests.merger(from, into))
        let known = [AbsenceTests.merger("A", "B")]
        #expect(Self.code(change, by: Fixture.anna, successions: known) == code)
        #expect(Self.code(change, by: Fixture.bruno, successions: known) == "not_authorized")
    }

    @Test("A unit and an institute of the same code are two things")
    func kinds() {
        let unit = Succession(kind: .unit, from: "B", into: "A", on: AbsenceTests.epoch)
        #expect(
            Self.code(
                .succeeded(succession: unit), by: Fixture.anna,
                successions: [AbsenceTests.merger("A", "B"), AbsenceTests.merger("B", "C")]) == nil)
    }
}
