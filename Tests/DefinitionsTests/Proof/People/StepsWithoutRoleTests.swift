import Testing

@testable import Definitions

@Suite("Steps that nobody can do")
struct StepsWithoutRoleTests {
    private static func life(_ draft: String) -> String {
        PeopleGate.text(
            """
            draft:
              TITLE
            \(draft)
            done: { TITLE, final: true }
            """)
    }

    static let stories = [
        GateStory(
            "a task with its act",
            life(
                """
                  task: { role: INT, TITLE }
                  on: { go: { TITLE, by: [INT], to: done } }
                """)),
        GateStory(
            "an act that no role may do",
            life("  on: { go: { TITLE, by: [], to: done } }"), "no role may do go in draft"),
        GateStory(
            "a task whose act is for another role",
            life(
                """
                  task: { role: INT, TITLE }
                  on: { go: { TITLE, by: [DG], to: done } }
                """), "INT has a task in draft, but no act there is for that role"),
        GateStory(
            "a task of a state that only an outcome leaves",
            life(
                """
                  task: { role: INT, TITLE }
                  on: { text.changed: { to: done } }
                """), "INT has a task in draft, but there is no act to do there"),
        GateStory(
            "a task that a clock ends, without an act",
            life(
                """
                  task: { role: INT, TITLE, due: { after: P3D } }
                  timers: [{ name: end, due: task, event: end }]
                  on: { end: { to: done } }
                """)),
        GateStory(
            "a task whose act is in a state inside",
            life(
                """
                  task: { role: INT, TITLE }
                  on: { done: { to: done } }
                  initial: inner
                  states:
                    inner: { TITLE, on: { go: { TITLE, by: [INT], to: end } } }
                    end: { TITLE, final: true }
                """)),
        GateStory(
            "a task of who edits the dossier",
            life(
                """
                  task: { role: PI_FR, TITLE }
                  on: { go: { TITLE, by: [INT], to: done } }
                """
            ).replacing("editableIn:", with: "editors: [PI_FR], editableIn:")),
        GateStory(
            "a task whose act is in a process that it starts",
            PeopleGate.text(
                """
                draft:
                  TITLE
                  task: { role: DAJ, TITLE }
                  children: [{ name: reading, run: reading }]
                  on: { done: { to: done } }
                done: { TITLE, final: true }
                """,
                processes: """
                    reading:
                      TITLE
                      initial: open
                      states:
                        open: { TITLE, on: { read: { TITLE, by: [DAJ], to: end } } }
                        end: { TITLE, final: true }
                    """)),
    ]

    @Test("Each act has a role, and each task an act for its role", arguments: stories)
    func steps(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [StepsWithoutRole.self]), .stepWithoutRole)
    }

    static let deeds = [
        GateStory(
            "a signature where there is no party to sign for",
            life("  on: { go: { TITLE, by: [INT], do: [signature], to: done } }"),
            "signature is done for the party of a process, but this one is not started for each party"),
        GateStory(
            "a right that is passed on where there is no party",
            life(
                "  on: { go: { TITLE, by: [INT], input: { p: person }, do: [{ pass_on: event.p }], to: done } }"
            ),
            "pass_on is done for the party of a process, but this one is not started for each party"),
        GateStory(
            "a signature that is no act",
            circuit("forEach: party in agreement.parties, ", "SIG(party)")
                .replacing("end: { title", with: "end: { do: [signature], title"),
            "signature is what a person does, but this is no act"),
        GateStory(
            "a signature of each party",
            circuit("forEach: party in agreement.parties, ", "SIG(party)")
                .replacing("to: end", with: "do: [signature], to: end")),
    ]

    @Test("What is done for a party has a party, and a signature is an act", arguments: deeds)
    func partyDeeds(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [PartyDeeds.self]), .stepWithoutRole)
    }

    static let branches = [
        GateStory(
            "a value that two branches ask for in two ways",
            life(
                "  on: { go: [{ TITLE, by: [INT], input: { k: [A] }, if: [{ that: dossier.complete, else: code }], to: done }, { TITLE, by: [INT], input: { k: [B] }, to: done }] }"
            ), "k of go is asked for otherwise at line"),
        GateStory(
            "two branches of other people",
            life(
                "  on: { go: [{ TITLE, by: [INT], input: { k: [A] }, to: done }, { TITLE, by: [DG], input: { k: [B] }, to: done }] }"
            )),
        GateStory(
            "two branches that ask alike",
            life(
                "  on: { go: [{ TITLE, by: [INT], input: { k: [A, B] }, if: [{ that: event.k == 'A', else: code }], to: done }, { TITLE, by: [INT], input: { k: [A, B] }, to: done }] }"
            )),
    ]

    @Test("What an act carries is asked for in one way", arguments: branches)
    func inputs(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [InputConflicts.self]), .conflict)
    }

    private static func circuit(_ children: String, _ role: String) -> String {
        PeopleGate.text(
            """
            draft:
              TITLE
              children: [{ name: circuit, \(children)run: signing, join: all }]
              on: { done: { to: done } }
            done: { TITLE, final: true }
            """,
            processes: """
                signing:
                  TITLE
                  initial: open
                  states:
                    open: { TITLE, on: { sign: { TITLE, by: ["\(role)"], to: end } } }
                    end: { TITLE, final: true }
                """)
    }

    static let narrowed = [
        GateStory("for each party", circuit("forEach: party in agreement.parties, ", "SIG(party)")),
        GateStory(
            "for each foreign party", circuit("forEach: party in agreement.foreignParties, ", "PART(others)")),
        GateStory("once", circuit("", "SIG(party)"), "SIG(party) may do sign, but"),
        GateStory(
            "under another name", circuit("forEach: body in agreement.parties, ", "SIG(party)"), "SIG(party)"),
        GateStory(
            "for a party, not a person", circuit("forEach: party in agreement.parties, ", "EXP(person)"),
            "EXP(person)"),
        GateStory("for each text", circuit("forEach: \"expert in ['a']\", ", "EXP(person)")),
        GateStory("of any process", circuit("", "PART(all)")),
        GateStory(
            "a notice that the life owes",
            PeopleGate.text(
                "draft: { TITLE, notify: [N01], on: { go: { TITLE, by: [INT], to: done } } }\ndone: { TITLE, final: true }",
                notices: "N01: { to: [SIG(party)], subject: { fr: A, en: A }, body: { fr: B, en: B } }"),
            "SIG(party) is told by N01"),
    ]

    @Test("A narrowed role stands where there is a party or a person", arguments: narrowed)
    func narrowing(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [NarrowedRoles.self]), .stepWithoutRole)
    }
}
