import Agreements
import Testing

@testable import Definitions

@Suite("Acts that set somebody back give a reason")
struct MissingReasonsTests {
    /// A file that is reviewed, sent back, accepted, suspended, ended; `asks` are the acts that ask for a
    /// reason.
    private static func life(_ asks: Set<String>) -> String {
        func reason(_ act: String) -> String { asks.contains(act) ? "reason: required, " : "" }
        return PeopleGate.text(
            """
            draft:
              TITLE
              legal: none
              task: { role: PI_FR, TITLE }
              on: { submit: { TITLE, by: [PI_FR], to: review } }
            review:
              TITLE
              task: { role: INT, TITLE }
              on:
                ask: { TITLE, by: [INT], \(reason("ask"))to: completion }
                reject: { TITLE, by: [INT], \(reason("reject"))to: rejected }
                hand_back: { TITLE, by: [INT], \(reason("hand_back"))to: draft }
                accept: { TITLE, by: [INT], to: active }
            completion:
              TITLE
              task: { role: PI_FR, TITLE }
              on: { resubmit: { TITLE, by: [PI_FR], to: review } }
            active:
              TITLE
              legal: in_force
              on:
                suspend: { TITLE, by: [DG], \(reason("suspend"))to: suspended }
                terminate: { TITLE, by: [DG], \(reason("terminate"))to: closing }
            suspended:
              TITLE
              legal: suspended
              on: { resume: { TITLE, by: [DG], to: active } }
            closing:
              TITLE
              legal: ended
              on: { close: { TITLE, by: [INT], to: closed } }
            closed: { TITLE, legal: ended, final: true }
            rejected: { TITLE, final: true }
            """)
    }

    private static let setbacks: Set = ["ask", "reject", "hand_back", "suspend", "terminate"]

    @Test("Nothing is found where each such act asks for one")
    func sound() {
        #expect(PeopleGate.findings(Self.life(Self.setbacks), [MissingReasons.self]) == [])
    }

    static let effects = [
        "ask": "gives the file back to completion", "reject": "ends the file at rejected",
        "hand_back": "gives the file back to draft", "suspend": "makes the agreement suspended",
        "terminate": "makes the agreement ended",
    ]

    @Test("Each that does not is found, with the way to it", arguments: effects.sorted { $0.key < $1.key })
    func missing(_ act: String, _ effect: String) {
        let findings = PeopleGate.findings(Self.life(Self.setbacks.subtracting([act])), [MissingReasons.self])
        #expect(findings.map(\.code) == [.missingReason])
        #expect(findings.first?.message.en == "\(act) \(effect): it needs a reason, but it asks for none")
        #expect(findings.first?.path.last?.hasPrefix("\(act) by ") == true)
        #expect(findings.first?.suggestion?.en == "reason: required")
    }

    @Test("Of several ways of one act those that set back need a reason, and no other")
    func twoWays() {
        let text = Self.life(Self.setbacks).replacing(
            "reject: { title: { fr: T, en: T }, by: [INT], reason: required, to: rejected }",
            with: """
                reject:
                            - { title: { fr: T, en: T }, by: [INT], reason: required, to: rejected }
                            - { title: { fr: T, en: T }, by: [INT], to: active }
                """)
        #expect(PeopleGate.findings(text, [MissingReasons.self]) == [])
    }

    @Test("An opinion, whose input says which way the file goes, needs none beside it")
    func opinion() {
        let text = Self.life(Self.setbacks).replacing(
            "reject: { title: { fr: T, en: T }, by: [INT], reason: required, to: rejected }",
            with: """
                reject:
                            - { title: { fr: T, en: T }, by: [INT], input: { opinion: [no, yes] }, if: { that: "event.opinion == 'no'", else: code }, to: rejected }
                            - { title: { fr: T, en: T }, by: [INT], input: { opinion: [no, yes] }, to: active }
                """)
        #expect(PeopleGate.findings(text, [MissingReasons.self]) == [])
    }

    private static func circuit(_ refuse: String) -> String {
        PeopleGate.text(
            """
            draft:
              TITLE
              task: { role: DAJ, TITLE }
              on: { send: { TITLE, by: [DAJ], to: signature } }
            signature:
              TITLE
              children: [{ name: circuit, forEach: party in agreement.parties, run: signing }]
              on:
                done: { to: done }
                circuit.refused: { to: draft }
            done: { TITLE, final: true }
            """,
            processes: """
                signing:
                  TITLE
                  initial: open
                  states:
                    open:
                      TITLE
                      on:
                        sign: { TITLE, by: [SIG(party)], to: signed }
                        refuse: { TITLE, by: [SIG(party)], \(refuse)to: refused }
                    signed: { TITLE, outcome: signed, final: true }
                    refused: { TITLE, outcome: refused, final: true }
                """)
    }

    /// What a child says, or a value that an act sets, takes a file in force to its end.
    private static func roundabout(_ act: String, _ ways: String, outcomes: Int = 2) -> String {
        PeopleGate.text(
            """
            draft: { TITLE, on: { sign: { TITLE, by: [PI_FR], to: active } } }
            active:
              TITLE
              legal: in_force
              children: [{ name: watch, run: watching, join: none }]
              on: { \(ways) }
            over: { TITLE, legal: ended, final: true }
            """,
            processes: """
                watching:
                  TITLE
                  initial: open
                  states:
                    open: { TITLE, on: { halt: { TITLE, by: [DAJ], \(act)to: told }, calm: { TITLE, by: [DAJ], to: quiet } } }
                    quiet: { TITLE, \(outcomes > 1 ? "outcome: calm, " : "")final: true }
                    told: { TITLE, outcome: halted, final: true }
                """)
    }

    private static let back = PeopleGate.text(
        """
        draft: { TITLE, on: { submit: { TITLE, by: [INT], to: review } } }
        review:
          TITLE
          task: { role: DG, TITLE }
          on: { accept: { TITLE, by: [DG], to: done }, back: { TITLE, by: [DG], to: draft } }
        done: { TITLE, final: true }
        """)

    /// A request is approved: the file is at rest again.
    private static let rest = PeopleGate.text(
        """
        draft: { TITLE, on: { sign: { TITLE, by: [INT], to: active } } }
        active: { TITLE, legal: in_force, on: { ask: { TITLE, by: [PI_FR], to: review }, end: { TITLE, by: [DG], reason: required, to: over } } }
        review: { TITLE, on: { approve: { TITLE, by: [INT], to: active } } }
        over: { TITLE, legal: ended, final: true }
        """)

    /// The unit follows the hosting; what others ask for comes back to it.
    private static let following = PeopleGate.text(
        """
        draft: { TITLE, on: { sign: { TITLE, by: [INT], to: hosted } } }
        hosted:
          TITLE
          legal: in_force
          task: { role: DU, TITLE }
          on: { ask: { TITLE, by: [PI_FR], to: asked }, report: { TITLE, by: [DU] }, end: { TITLE, by: [DG], reason: required, to: over } }
        asked: { TITLE, on: { grant: { TITLE, by: [DR], to: hosted } } }
        over: { TITLE, legal: ended, final: true }
        """)

    /// Talks that are broken off begin again where they stood.
    private static let broken = PeopleGate.text(
        """
        draft: { TITLE, on: { begin: { TITLE, by: [INT], to: talks } } }
        talks:
          TITLE
          initial: agenda
          on: { pause: { TITLE, by: [INT], to: paused } }
          states:
            agenda: { TITLE, task: { role: COORD, TITLE }, on: { fix: { TITLE, by: [COORD], to: debate } } }
            debate: { TITLE, task: { role: COPIL, TITLE }, on: { add: { TITLE, by: [COPIL], reason: required, to: agenda }, vote: { TITLE, by: [COPIL], to: done } } }
        paused: { TITLE, on: { resume: { TITLE, by: [INT], to: history(talks) } } }
        done: { TITLE, final: true }
        """)

    /// A coordinator is named, and gives it up; `resign` says how.
    private static func named(_ resign: String) -> String {
        PeopleGate.text(
            """
            draft: { TITLE, task: { role: INT, TITLE }, on: { name: { TITLE, by: [INT], input: { who: person }, do: { assign: { role: COORD, person: event.who } }, to: work } } }
            work:
              TITLE
              legal: in_force
              task: { role: COORD, TITLE }
              on: { resign: { TITLE, by: [COORD], \(resign) }, finish: { TITLE, by: [COORD], to: done } }
            halted: { TITLE, legal: suspended, on: { close: { TITLE, by: [INT], reason: required, to: done } } }
            done: { TITLE, final: true }
            """)
    }

    static let others = [
        GateStory("a coordinator who resigns", named("do: { release: COORD }, to: draft")),
        GateStory(
            "a coordinator who gives the file back", named("to: draft"), "resign gives the file back to draft"
        ),
        GateStory(
            "a coordinator without whom the agreement is suspended",
            named("do: { release: COORD }, to: halted"), "resign makes the agreement suspended"),
        GateStory("what comes back to who only follows it", following),
        GateStory("what goes on where history stands elsewhere", broken),
        GateStory("what goes on to a state of rest", rest),
        GateStory(
            "a child that ends the agreement", roundabout("", "watch.halted: { to: over }"),
            "halt makes watching say halted, which makes the agreement ended", step: "halt by DAJ"),
        GateStory(
            "a child that can say but one thing", roundabout("", "watch.halted: { to: over }", outcomes: 1)),
        GateStory(
            "a child that asks for a reason",
            roundabout("reason: required, ", "watch.halted: { to: over }")),
        GateStory(
            "a value that a condition waits for",
            roundabout(
                "",
                "stop: { TITLE, by: [DG], do: [{ set: { stop: \"true\" } }] }, go_on: { TITLE, by: [DG], do: [{ set: { stop: \"false\" } }] }, always: { if: \"has(vars.stop) && vars.stop\", to: over }"
            ),
            "stop makes the agreement ended"),
        GateStory("a return to a state without a task", back, "back gives the file back to draft"),
    ]

    @Test("What an act brings about by a child, by a value, or where nobody is asked", arguments: others)
    func byAnother(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [MissingReasons.self]), .missingReason)
    }

    static let circuits = [
        GateStory("with a reason", circuit("reason: required, ")),
        GateStory(
            "without", circuit(""), "makes signing say refused, which sends the process around it back",
            step: "refuse by SIG(party)"),
    ]

    @Test("An outcome that sends the process around it back", arguments: circuits)
    func outcome(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [MissingReasons.self]), .missingReason)
    }
}
