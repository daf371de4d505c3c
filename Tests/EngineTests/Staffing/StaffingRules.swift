import Agreements
import TestSupport
import Testing

/// A workflow with each kind of role: of the file, of a party, of a person whom an act names.
enum StaffingRules {
    static let states = """
        draft:
          TITLE
          on:
            submit: { TITLE, by: [PI_FR], to: review }
        review:
          TITLE
          on:
            assign: { TITLE, by: [INT], input: { expert: person }, do: [{ spawn: { name: opinion, run: opinion, as: expert, item: event.expert, of: review } }] }
            select: { TITLE, by: [DG], do: [{ assign: { role: COORD, person: actor.person } }], to: signing }
            send_back: { TITLE, by: [DG, INT], reason: required, to: draft }
        signing:
          TITLE
          children: [{ name: circuit, forEach: party in agreement.parties, run: circuit, join: all }]
          on:
            done: { to: ended }
        ended: { TITLE, legal: ended, final: true }
        """
    static let processes = """
        opinion:
          TITLE
          initial: open
          states:
            open: { TITLE, on: { give: { TITLE, by: [EXP(person)], to: given } } }
            given: { TITLE, final: true }
        circuit:
          TITLE
          initial: open
          states:
            open:
              TITLE
              on:
                sign: { TITLE, by: [SIG(party)], to: signed }
                wave: { TITLE, by: [DG, PART(others)], to: signed }
                hold: { TITLE, by: [COORD] }
            signed: { TITLE, final: true }
        """

    static func bench() throws -> Bench {
        try Bench(
            proposed: Rules.workflow(
                states, processes: processes, refusals: ["own"],
                duties: "- { first: [submit], second: [select], else: own }"))
    }

    /// Until the end of this day.
    static let until = House.day("2016-06-30")

    static func report(_ bench: Bench, until: Day = until) throws -> StaffingReport {
        let agreement = try #require(bench.agreement)
        return Staffing(facts: bench.facts, until: until).report(on: [(agreement, bench.workflow)])
    }

    /// The gaps of an act as `from until why`.
    static func gaps(_ act: String, in report: StaffingReport) -> [String] {
        report.gaps.filter { $0.act == act }.map { "\($0.from) \($0.until) \(words($0.why))" }
    }

    static func words(_ why: StaffingGap.Why) -> String {
        switch why {
        case .nobody: "nobody"
        case .absent: "absent"
        case .excluded(let duties): "excluded " + duties.joined(separator: " ")
        }
    }
}
