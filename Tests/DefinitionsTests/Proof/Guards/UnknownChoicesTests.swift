import Testing

@testable import Definitions

@Suite("Texts that nothing can be")
struct UnknownChoicesTests {
    /// The messages about an act under a condition, behind one that sets a variable to one of two texts.
    private static func findings(_ condition: String) -> [String] {
        let text = Small.life(
            """
            a: { $T, do: { set: { mode: "'plain'" } }, on: { turn: { $T, by: [INT], do: { set: { mode: "'strict'" } }, to: b } } }
            b: { $T, on: { x: { $T, by: [INT], input: "{ ground: [breach, measures], closes: day, free: text }", if: { that: "\(condition)", else: no }, to: z }, go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """,
            head:
                "refusals: { no: { fr: Non., en: No. } }\nchoices: { breach: { fr: A, en: A }, measures: { fr: B, en: B } }"
        ).replacing("\"{ ground", with: "{ ground").replacing("free: text }\"", with: "free: text }")
        return Small.prove(text).findings.map(\.description)
    }

    @Test(
        "A misspelt choice is told with the one that was meant",
        arguments: [
            (
                "event.ground != 'breech'",
                "there is no value of event.ground \"breech\" (did you mean breach?)"
            ),
            (
                "'measure' == event.ground",
                "there is no value of event.ground \"measure\" (did you mean measures?)"
            ),
            ("event.ground in ['breach', 'mesures']", "\"mesures\" (did you mean measures?)"),
            ("vars.mode != 'stricts'", "there is no value of vars.mode \"stricts\" (did you mean strict?)"),
            (
                "event.ground == 'war' || event.closes > '2016-01-01'",
                "there is no value of event.ground \"war\""
            ),
        ])
    func misspelt(condition: String, message: String) {
        let findings = Self.findings(condition)
        #expect(findings.contains { $0.contains(message) }, "\(findings)")
    }

    @Test(
        "A choice, a free text and nothing are none",
        arguments: [
            "event.ground == 'breach'", "vars.mode == 'strict'", "event.free != 'anything'",
            "event.ground in ['breach', 'measures']", "event.closes > '2016-01-01'", "event.closes != ''",
            "event.closes < '2030'",
        ])
    func known(condition: String) {
        let findings = Self.findings(condition)
        #expect(!findings.contains { $0.contains("no value of") || $0.contains("a day is") }, "\(findings)")
    }

    @Test(
        "A day is compared with days",
        arguments: [
            "event.closes < '31/12/2030'", "event.closes == '2016-1-1'", "event.closes != '2030-13-01'",
        ])
    func days(condition: String) {
        let findings = Self.findings(condition)
        #expect(findings.contains { $0.contains("a day is compared with") }, "\(findings)")
    }
}
