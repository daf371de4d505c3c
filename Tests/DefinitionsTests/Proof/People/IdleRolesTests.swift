import Testing

@testable import Definitions

@Suite("Roles that do nothing")
struct IdleRolesTests {
    private static func life(by role: String = "INT", task: String = "INT", _ actions: String = "") -> String
    {
        PeopleGate.text(
            """
            draft: { TITLE, task: { role: \(task), TITLE }, on: { go: { TITLE, by: [\(role), INT], \(actions)to: done } } }
            done: { TITLE, final: true }
            """)
    }

    static let looking = [
        GateStory("nobody who only looks", life()),
        GateStory(
            "an act of the auditor", life(by: "AUD"), "AUD may do go, but that role only looks at files"),
        GateStory("a task of the auditor", life(task: "AUD"), "AUD has a task in draft"),
    ]

    @Test("Who only looks has no act and no task", arguments: looking)
    func looks(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [LookingRoles.self]), .stepWithoutRole)
    }

    private static let person = "input: { who: person }, "

    static let releases = [
        GateStory(
            "a role that nothing assigns", life("do: [{ release: EXP }], "), "the release of EXP does nothing"
        ),
        GateStory(
            "one that an action assigns",
            life(person + "do: [{ release: EXP }, { assign: { role: EXP, person: event.who } }], ")),
        GateStory("one that a proposal names", life("do: [{ release: COORD }], ")),
    ]

    @Test("A role is released that a file may give", arguments: releases)
    func released(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [IdleReleases.self]), .unused)
    }
}
