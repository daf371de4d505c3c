import Testing

@testable import Definitions

@Suite("Deadlines have a consequence")
struct IdleDeadlinesTests {
    private static func life(_ task: String, _ more: String = "", _ on: String = "") -> String {
        PeopleGate.text(
            """
            draft:
              TITLE
              task: { role: INT, TITLE\(task) }
              \(more)
              on: { go: { TITLE, by: [INT], to: done }\(on) }
            done: { TITLE, final: true }
            """, notices: "N01: { to: [INT], subject: { fr: A, en: A }, body: { fr: B, en: B } }")
    }

    static let stories = [
        GateStory("no deadline", life("")),
        GateStory(
            "a deadline and nothing after it", life(", due: { after: P3D }"),
            "the deadline of the task in draft has no consequence"),
        GateStory(
            "a reminder before it only",
            life(", due: { after: P3D }, remind: [{ notice: N01, at: [-P1D] }]"), "no notice after it"),
        GateStory(
            "a notice after it", life(", due: { after: P3D }, remind: [{ notice: N01, at: [-P1D, P10B] }]")),
        GateStory(
            "a notice after another day, still before it",
            life(", due: { after: P30D }, remind: [{ notice: N01, from: { after: P10D }, at: [P5D] }]"),
            "no notice after it"),
        GateStory(
            "a notice before another day, but after it",
            life(", due: { after: P30D }, remind: [{ notice: N01, from: { after: P40D }, at: [-P1D] }]")),
        GateStory("a notice on its day", life(", due: { after: P3D }, remind: [{ notice: N01, at: [P0D] }]")),
        GateStory(
            "a timer",
            life(
                ", due: { after: P3D }", "timers: [{ name: end, due: task, event: end }]",
                ", end: { to: done }")),
        GateStory(
            "a timer whose event does nothing",
            life(", due: { after: P3D }", "timers: [{ name: end, due: task, event: end }]", ", end: {}"),
            "no timer that does something then"),
        GateStory(
            "a timer whose event sends a notice",
            life(
                ", due: { after: P3D }", "timers: [{ name: end, due: task, event: end }]",
                ", end: { notify: [N01] }")),
        GateStory(
            "a timer before it that leaves the task open",
            life(
                ", due: { after: P30D }", "timers: [{ name: early, due: { after: P1D }, event: early }]",
                ", early: { notify: [N01] }"), "no timer that does something then"),
        GateStory(
            "a timer before it that ends the state",
            life(
                ", due: { after: P30D }", "timers: [{ name: early, due: { after: P1D }, event: early }]",
                ", early: { to: done }")),
        GateStory(
            "a timer before it that moves only inside the state",
            PeopleGate.text(
                """
                draft:
                  TITLE
                  task: { role: INT, TITLE, due: { after: P30D } }
                  initial: fresh
                  states:
                    fresh: { TITLE, timers: [{ name: early, due: { after: P1D }, event: early }], on: { early: { to: old } } }
                    old: { TITLE, on: { go: { TITLE, by: [INT], to: done } } }
                done: { TITLE, final: true }
                """), "no timer that does something then"),
        GateStory(
            "a timer of a state that is entered inside it later",
            PeopleGate.text(
                """
                draft:
                  TITLE
                  task: { role: INT, TITLE, due: { after: P30D } }
                  initial: fresh
                  states:
                    fresh: { TITLE, on: { look: { TITLE, by: [INT], to: late }, go: { TITLE, by: [INT], to: done } } }
                    late: { TITLE, timers: [{ name: two, due: { after: P1D }, event: two }], on: { two: { to: fresh } } }
                done: { TITLE, final: true }
                """)),
    ]

    @Test("A timer, or a notice on the day or after it", arguments: stories)
    func deadlines(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [IdleDeadlines.self]), .deadlineWithoutConsequence)
    }
}
