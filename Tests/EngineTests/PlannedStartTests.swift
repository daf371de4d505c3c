import Agreements
import TestSupport
import Testing

@Suite("The planned start of a proposal")
struct PlannedStartTests {
    /// The call of the house is that of 2016.
    static let starts: [(rule: String, asked: String?, expected: String)] = [
        ("", nil, "2017-01-01"), ("", "2016-07-01", "2016-07-01"),
        (", earliestStart: \"01-01\"", nil, "2017-01-01"),
        (", earliestStart: \"01-01\"", "2016-07-01", "2017-01-01"),
        (", earliestStart: \"01-01\"", "2017-03-01", "2017-03-01"),
        (", startsOn: \"01-01\"", "2017-07-15", "2018-01-01"),
        (", startsOn: \"01-01\"", "2017-01-01", "2017-01-01"),
    ]

    @Test("It is the day asked for, unless the instrument has a day of its own", arguments: starts)
    func planned(_ rule: String, _ asked: String?, _ expected: String) throws {
        let states = """
            draft:
              TITLE
              on: { over: { TITLE, by: [PI_FR], to: ended } }
            ended: { TITLE, final: true }
            """
        var bench = Bench(try Rules.workflow(states, parameters: "proposers: [PI_FR]" + rule))
        let proposal = Proposal(
            workflow: "test", call: House.call.id, unit: "U1151",
            plannedStart: try asked.map(Day.init(parsing:)),
            parties: ["inserm", "snu"])
        try bench.decide(.propose(proposal), by: .person(House.lead))
        #expect(bench.agreement?.plannedStart?.description == expected)
    }
}
