import Agreements
import Testing

@testable import Definitions

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
        #expect(Self.answer("never: \"'c' in states\"")?.evidence == ["start", "b by INT", "stay by DG"])
        #expect(Self.answer("always: \"!ended\"")?.evidence == ["start", "go by INT"])
        #expect(Self.answer("eventually: \"'c' in states\"")?.evidence == ["start", "go by INT"])
    }

    @Test("What depends on values that are not known is not decided, never proved")
    func open() {
        guard case .notDecided? = Self.answer("always: \"!has(vars.x) || vars.x == 1\"") else {
            Issue.record(
                "decided: \(String(describing: Self.answer("always: \"!has(vars.x) || vars.x == 1\"")))")
            return
        }
    }

    /// What would be proved, or be refuted further on than the first step, then what is refuted before.
    private static let bounded = [
        "always: \"!('c' in states) || 'b' in visited\"", "eventually: ended", "never: \"'c' in states\"",
        "always: \"!ended\"", "never: \"'a' in states\"",
    ]

    @Test("Beyond the bound nothing is proved, and a refutation found before it stays one")
    func bound() throws {
        let rules = Self.bounded.map { "\n  - { \($0), title: { fr: A, en: A } }" }.joined()
        let sources = WorkflowSources(
            name: "f.yaml", text: Small.life(Self.states, head: "properties:" + rules))
        let (draft, log) = try Self.draft(sources)
        let definition = try #require(draft.processes["life"]?.value.definition)
        let context = ExplorationContext(properties: draft.properties, situationsMax: 1)
        let exploration = Exploration.explore(definition, in: context)
        #expect(!exploration.isComplete && exploration.traps.isEmpty)
        let bound = ["the exploration stopped at its bound of 1 situations"]
        let expected = [bound, bound, bound, ["start", "go by INT"], ["start"]]
        #expect(Self.bounded.indices.map { exploration.details.answers[$0]?.evidence } == expected)
        #expect(
            Self.bounded.indices.map { exploration.details.answers[$0]?.word } == [
                "not_decided", "not_decided", "not_decided", "refuted", "refuted",
            ])

        let life = try #require(draft.processes["life"]?.value)
        BehaviourFindings(
            draft: life, reading: ProcessReading(definition), exploration: exploration, certain: exploration,
            behaviours: [:], parameters: [:], log: log
        ).report()
        #expect(log.findings.map(\.code) == [.notExplored])
        let words = "life has over 1 situations: nothing is proved of it"
        #expect(log.findings.first?.message.en == words && log.findings.first?.place == life.place)
    }

    /// A definition as it is read, and the log in which what is wrong with it is noted.
    private static func draft(_ sources: WorkflowSources) throws -> (WorkflowDraft, FindingLog) {
        let log = FindingLog()
        let documents = DocumentReader(log: log).read(sources)
        let reading = WorkflowReading(
            log: log, texts: documents.texts, environment: GuardEnvironment.environment(zone: .paris),
            roles: RoleNames.all)
        let main = try #require(documents.main)
        return (try #require(reading.workflow(main, includes: documents.includes)), log)
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

extension PropertyAnswer {
    /// In English: the path of what is refuted, or why it is not decided.
    fileprivate var evidence: [String] {
        switch self {
        case .proved: []
        case .refuted(let path): path.map(\.en)
        case .notDecided(let reason): [reason.en]
        }
    }
}
