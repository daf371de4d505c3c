import Agreements
import Definitions
import Testing

@Suite("Properties that a definition states of itself")
struct PropertyTests {
    private static let states = """
        a: { $T, on: { b: { $T, by: [INT], input: { x: integer }, do: { set: { x: event.x } }, to: b }, go: { $T, by: [INT], to: z } } }
        b: { $T, on: { go: { $T, by: [INT], to: z }, stay: { $T, by: [DG], to: c } } }
        c: { $T, on: { go: { $T, by: [INT], to: z } } }
        z: { $T, final: true }
        """

    private static func answer(_ property: String) -> PropertyAnswer? {
        let head = "properties:\n  - { \(property), title: { fr: A, en: A } }"
        return Small.prove(Small.life(states, head: head)).properties.first?.answer
    }

    @Test(
        "What holds everywhere is proved",
        arguments: [
            "always: \"!('c' in states) || 'b' in visited\"", "never: \"'a' in states && 'b' in visited\"",
            "eventually: ended", "always: \"legal == 'none'\"",
        ])
    func proved(_ property: String) { #expect(Self.answer(property) == .proved) }

    @Test("What fails somewhere is refuted with the shortest path")
    func refuted() {
        #expect(
            Self.answer("never: \"'c' in states\"") == .refuted(path: ["start", "b by INT", "stay by DG"]))
        #expect(Self.answer("always: \"!ended\"") == .refuted(path: ["start", "go by INT"]))
        #expect(Self.answer("eventually: \"'c' in states\"") == .refuted(path: ["start", "go by INT"]))
    }

    @Test("What depends on values that are not known is not decided, never proved")
    func open() {
        guard case .notDecided? = Self.answer("always: \"!has(vars.x) || vars.x == 1\"") else {
            Issue.record(
                "decided: \(String(describing: Self.answer("always: \"!has(vars.x) || vars.x == 1\"")))")
            return
        }
    }

    @Test("Beyond the bound nothing is proved, and a refutation stays one")
    func bound() throws {
        let head =
            "properties:\n  - { always: \"!ended\", title: { fr: A, en: A } }\n  - { eventually: ended, title: { fr: A, en: A } }"
        let workflow = try #require(Small.prove(Small.life(Self.states, head: head)).workflow)
        let life = try #require(workflow.processes["life"])
        let exploration = Exploration.explore(life, in: ExplorationContext(situationsMax: 1))
        #expect(!exploration.isComplete)
        #expect(exploration.traps.isEmpty)
    }

    @Test("A property names states that exist and asks visited in one way")
    func refused() {
        let findings = { (property: String) in
            Small.findings(
                Small.life(Self.states, head: "properties:\n  - { \(property), title: { fr: A, en: A } }")
            )
            .map { $0.split(separator: " ")[1] }
        }
        #expect(findings("never: \"'nowhere' in states\"") == ["unknown_state"])
        #expect(findings("never: \"size(visited) > 3\"") == ["bad_value"])
        #expect(findings("never: \"nonsense\"") == ["expression"])
        #expect(findings("never: ended, always: ended") == ["conflict"])
    }
}
