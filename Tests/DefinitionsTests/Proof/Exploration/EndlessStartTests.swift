import Definitions
import Testing

@Suite("Processes that start themselves")
struct EndlessStartTests {
    private static let head = "properties:\n  - { eventually: ended, title: { fr: A, en: A } }"

    private static func life(_ kids: String) -> String {
        Small.life(
            "a: { $T, children: [{ name: c, run: kid, join: all }], on: { done: { to: z } } }\nz: { $T, final: true }",
            more: kids, head: head)
    }

    private static func kid(_ name: String, _ first: String, _ states: String = "") -> String {
        "\(name):\n  $T\n  initial: k\n  states:\n    k: \(first)\n" + states
            + "    y: { $T, final: true }\n"
    }

    private static func running(_ name: String, join: String = "all", _ on: String = "done: { to: y }")
        -> String
    {
        "{ $T, children: [{ name: c, run: \(name), join: \(join) }], on: { \(on) } }"
    }

    private static let later = "{ $T, on: { go: { $T, by: [INT], to: w } } }"

    static let cases = [
        ("at once", life(kid("kid", running("kid"))), ["endless_loop", "join_never_completes"]),
        (
            "after an act", life(kid("kid", later, "    w: \(running("kid"))\n")),
            ["join_never_completes", "waits_for_nothing"]
        ),
        (
            "round about",
            life(kid("kid", later, "    w: \(running("other"))\n") + kid("other", running("kid"))),
            ["join_never_completes", "waits_for_nothing"]
        ),
        (
            "at once, waiting for none",
            life(kid("kid", running("kid", join: "none", "go: { $T, by: [INT], to: y }"))),
            ["endless_loop"]
        ),
    ]

    @Test("None of them ends by an end of its own, and no start is endless", arguments: cases)
    func found(_ name: String, _ text: String, _ expected: [String]) {
        let proof = Small.prove(text)
        for code in expected {
            #expect(
                proof.findings.contains { $0.code.rawValue == code && !$0.path.isEmpty },
                "\(Small.findings(text))")
        }
        #expect(!proof.isSound)
        if expected.contains("join_never_completes") { #expect(proof.properties.first?.answer != .proved) }
    }

    @Test("One that may also end without itself is sound")
    func sound() {
        let kid = Self.kid(
            "kid", "{ $T, on: { go: { $T, by: [INT], to: w }, end: { $T, by: [INT], to: y } } }",
            "    w: \(Self.running("kid"))\n")
        #expect(Small.findings(Self.life(kid)).filter { !$0.contains("property_not_decided") } == [])
    }
}
