import Testing

@testable import Definitions

@Suite("Exclusive duties that no roster satisfies")
struct ImpossibleDutiesTests {
    private static func life(_ submit: String, _ check: String, _ duties: String) -> String {
        PeopleGate.text(
            """
            draft: { TITLE, on: { submit: { TITLE, by: [\(submit)], to: review }, discard: { TITLE, by: [PI_FR], to: done } } }
            review: { TITLE, on: { check: { TITLE, by: [\(check)], to: done } } }
            done: { TITLE, final: true }
            """, duties: duties)
    }

    /// An act of several people that sets a variable, and one that is asked under a condition.
    private static func guarded(_ value: String, _ condition: String) -> String {
        PeopleGate.text(
            """
            draft: { TITLE, on: { submit: { TITLE, by: [INT], do: [{ set: { w: \(value) } }], to: review }, discard: { TITLE, by: [INT], to: done } } }
            review: { TITLE, on: { check: { TITLE, by: [INT], if: { that: "\(condition)", else: code }, to: done } } }
            done: { TITLE, final: true }
            """, duties: pair)
    }

    private static let pair = "- { first: [submit], second: [check], else: code }"

    private static let opening = "- { first: [propose], second: [go], else: code }"

    private static func proposing(_ role: String) -> String {
        "draft: { TITLE, on: { go: { TITLE, by: [\(role)], to: done } } }\ndone: { TITLE, final: true }"
    }

    static let stories = [
        GateStory("two roles", life("PI_FR", "INT", pair)),
        GateStory("an office that holds several people", life("INT", "INT", pair)),
        GateStory("another role beside the single holder", life("PI_FR", "PI_FR, INT", pair)),
        GateStory(
            "one person by nature on both sides", life("PI_FR", "PI_FR", pair), "only one holds PI_FR",
            step: "check by PI_FR"),
        GateStory(
            "the head of the unit on both sides", life("DU", "DU", pair), "only one holds DU",
            step: "submit by DU"),
        GateStory(
            "the one who proposes decides as well",
            PeopleGate.text(
                proposing("DU"), duties: opening, parameters: "proposers: [DU], editableIn: [draft]"),
            "propose and go are duties of two people", step: "propose by DU"),
        GateStory(
            "the lead applicant proposes where nobody is named",
            PeopleGate.text(proposing("PI_FR"), duties: opening, parameters: "editableIn: [draft]"),
            "propose and go are duties of two people", step: "go by PI_FR"),
        GateStory(
            "another one proposes",
            PeopleGate.text(
                proposing("DU"), duties: opening, parameters: "proposers: [PI_FR, DU], editableIn: [draft]")),
        GateStory(
            "the same act in both lists",
            life("INT", "DG", "- { first: [submit], second: [submit], else: code }"),
            "submit is in both lists", step: "submit"),
        GateStory(
            "an act that asks for who did the other", guarded("actor.person", "actor.person == vars.w"),
            "check asks for who did submit", step: "check"),
        GateStory(
            "the same the other way round", guarded("actor.person", "vars.w==actor.person"),
            "check asks for who did submit", step: "check"),
        GateStory("an act that asks for somebody else", guarded("actor.person", "actor.person != vars.w")),
        GateStory("an act that asks for who was named", guarded("actor.unit", "actor.person == vars.w")),
        GateStory(
            "two acts that never come on one file",
            life("PI_FR", "INT", "- { first: [submit], second: [discard], else: code }")),
        GateStory(
            "a choice that works for each pair, not for all",
            PeopleGate.text(
                """
                draft: { TITLE, on: { a: { TITLE, by: [DU, FSD], to: second } } }
                second: { TITLE, on: { b: { TITLE, by: [DU], to: third } } }
                third: { TITLE, on: { c: { TITLE, by: [FSD], to: done } } }
                done: { TITLE, final: true }
                """,
                duties: """
                    - { first: [a], second: [b], else: code }
                    - { first: [a], second: [c], else: code }
                    """),
            "no roster has different people for a, b, c", step: "a"),
        GateStory(
            "a choice that works",
            PeopleGate.text(
                """
                draft: { TITLE, on: { a: { TITLE, by: [DU, FSD, DPO], to: second } } }
                second: { TITLE, on: { b: { TITLE, by: [DU], to: third } } }
                third: { TITLE, on: { c: { TITLE, by: [FSD], to: done } } }
                done: { TITLE, final: true }
                """,
                duties: """
                    - { first: [a], second: [b], else: code }
                    - { first: [a], second: [c], else: code }
                    """)),
    ]

    @Test("A pair that one person alone can do is found, with the two acts", arguments: stories)
    func duties(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [ImpossibleDuties.self]), .impossibleDuties)
    }

    @Test("The person whom a process is about is one person")
    func person() {
        let text = PeopleGate.text(
            """
            draft:
              TITLE
              children: [{ name: review, forEach: "expert in ['a']", run: review }]
              on: { done: { to: done } }
            done: { TITLE, final: true }
            """,
            processes: """
                review:
                  TITLE
                  initial: open
                  states:
                    open: { TITLE, on: { declare: { TITLE, by: [EXP(person)], to: reading } } }
                    reading: { TITLE, on: { report: { TITLE, by: [EXP(person)], to: end } } }
                    end: { TITLE, final: true }
                """, duties: "- { first: [declare], second: [report], else: code }")
        let findings = PeopleGate.findings(text, [ImpossibleDuties.self])
        #expect(findings.map(\.path) == [["declare by EXP(person)", "report by EXP(person)"]])
    }
}
