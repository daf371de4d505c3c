import Agreements
import Testing

@testable import Definitions

/// What a file says and what does nothing.
@Suite("Words that do nothing")
struct IdleWordsTests {
    private static let head = "refusals: { no: { fr: Non., en: No. } }"

    private static func messages(_ text: String) -> [String] {
        Small.prove(text).findings.map { "\($0.line) \($0.code.rawValue) \($0.message.en)" }
    }

    @Test("A refusal of an act that the state, or one around it, offers")
    func refusal() {
        let text = Small.life(
            """
            a: { $T, on: { stop: { $T, by: [INT], to: z } }, initial: i, states: { i: { $T, refuse: { stop: no, start: no }, on: { on: { $T, by: [INT], to: j } } }, j: { $T, on: { start: { $T, by: [INT], to: i } } } } }
            z: { $T, final: true }
            """, head: Self.head)
        let messages = Self.messages(text)
        #expect(messages.count == 1 && messages[0].contains("conflict a.i refuses stop"), "\(messages)")
    }

    @Test("A history of a state that has no states")
    func history() {
        let text = Small.life(
            """
            a: { $T, on: { pause: { $T, by: [INT], to: b }, go: { $T, by: [INT], to: z } } }
            b: { $T, on: { resume: { $T, by: [INT], to: history(a) } } }
            z: { $T, final: true }
            """)
        let messages = Self.messages(text)
        #expect(messages.contains { $0.contains("history(a) remembers nothing") }, "\(messages)")
        #expect(
            (try? WorkflowLoader().load(WorkflowSources(name: "f.yaml", text: text))) != nil,
            "It is still read.")
    }

    @Test("What is taken away from a fragment that does not have it")
    func removal() {
        let text = Small.life(
            "a: { use: step, on: { sendback: ~ } }\nz: { $T, final: true }",
            head:
                "fragments: { step: { title: { fr: A, en: A }, on: { send_back: { title: { fr: A, en: A }, by: [INT], to: z }, go: { title: { fr: A, en: A }, by: [INT], to: z } } } }"
        )
        let messages = Self.messages(text)
        #expect(messages.contains { $0.contains("to take away: \"sendback\"") }, "\(messages)")
        #expect(
            !Self.messages(text.replacing("sendback", with: "send_back")).contains {
                $0.contains("take away")
            })
    }

    @Test(
        "The name of what a child is about, where its end is heard",
        arguments: [("party", true), ("partner", false)])
    func told(name: String, isKnown: Bool) {
        let text = Small.life(
            """
            a: { $T, children: [{ name: c, forEach: party in agreement.parties, run: child, join: none }], on: { c.ended: { if: "event.item.\(name).home", to: z }, go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """,
            more:
                "child:\n  $T\n  initial: o\n  states:\n    o: { $T, on: { go: { $T, by: [INT], to: y } } }\n    y: { $T, outcome: ended, final: true }"
        )
        let messages = Self.messages(text)
        #expect(messages.contains { $0.contains("is not about any") } != isKnown, "\(messages)")
    }
}

@Suite("A file that cannot be read beside one that can")
struct UnreadFileTests {
    @Test(
        "Only what stands by itself is told, not what follows from it",
        arguments: [("refusals: {", "part.yaml:"), (nil, "there is no file \"part.yaml\"")])
    func include(text: String?, expected: String) {
        let main = Small.life(
            "a: { $T, colour: red, on: { go: { $T, by: [INT], if: { that: measures.flagged, else: of_part }, to: z } } }\nz: { $T, final: true }",
            head: "include: [part.yaml]")
        let sources = WorkflowSources(
            name: "f.yaml", text: main, included: text.map { ["part.yaml": $0] } ?? [:])
        let findings = WorkflowLoader().prove(sources).findings.map(\.description)
        #expect(findings.count == 2, "\(findings)")
        #expect(findings.contains { $0.contains(expected) } && findings.contains { $0.contains("colour") })
    }
}
