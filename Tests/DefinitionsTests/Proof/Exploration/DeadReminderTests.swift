import Testing

@testable import Definitions

@Suite("Reminders that are never sent")
struct DeadReminderTests {
    private static func life(
        remind: String, due: String = "after: P1M", timer: String = "due: { after: P1M }, event: late",
        late: String = "{ to: done }"
    ) -> String {
        PeopleGate.text(
            """
            draft:
              TITLE
              task: { role: INT, TITLE, due: { \(due) }, remind: [{ notice: N01, \(remind) }] }
              timers: [{ name: limit, \(timer) }]
              on: { go: { TITLE, by: [INT], to: done }, late: \(late) }
            done: { TITLE, final: true }
            """, notices: "N01: { to: [INT], subject: { fr: A, en: A }, body: { fr: B, en: B } }")
    }

    static let stories = [
        GateStory("before the state is left", life(remind: "at: [-P10D]")),
        GateStory("on the day on which it is left", life(remind: "at: [P0D]")),
        GateStory(
            "after it was left", life(remind: "at: [-P10D, P10B]"),
            "the reminder N01 at P10B of the task in draft is never sent: limit of draft is due before"),
        GateStory(
            "from a day of its own after it was left",
            life(remind: "from: { after: P3M }, at: [-P14D]"),
            "the reminder N01 at -P14D of the task in draft"),
        GateStory("perhaps after it was left", life(remind: "at: [P1D]", due: "after: P1M, kind: silence")),
        GateStory("after an event that stays", life(remind: "at: [P10B]", late: "{ notify: [N01] }")),
        GateStory(
            "after an event that leads out under a condition",
            life(remind: "at: [P10B]", late: "{ if: measures.flagged, to: done }")),
        GateStory(
            "of the day of another formula",
            life(remind: "from: { at: agreement.plannedStart }, at: [P1Y]")),
        GateStory(
            "of the same formula",
            life(
                remind: "at: [P10B]", due: "at: agreement.plannedStart",
                timer: "due: { at: agreement.plannedStart }, event: late"),
            "the reminder N01 at P10B of the task in draft is never sent"),
    ]

    @Test("A timer has always led out before", arguments: stories)
    func reminders(_ story: GateStory) {
        let proof = WorkflowLoader().prove(WorkflowSources(name: "f.yaml", text: story.text))
        story.check(proof.findings.filter { $0.code == .deadTransition }, .deadTransition)
    }
}
