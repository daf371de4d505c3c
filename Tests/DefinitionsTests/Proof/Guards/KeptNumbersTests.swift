import Definitions
import Testing

@Suite("Numbers that variables keep")
struct KeptNumbersTests {
    /// The codes of what is found where `b` is come to from `a`, behind an act that sets `n` from what it carries.
    private static func codes(asking condition: String, setting value: String = "event.m", b: String)
        -> [String]
    {
        let text = Small.life(
            """
            a: { $T, on: { pick: { $T, by: [INT], input: { m: integer }, if: { that: "\(condition)", else: no }, do: { set: { n: "\(value)" } }, to: b } } }
            b: { $T, on: { \(b), go: { $T, by: [INT], to: z } } }
            c: { $T, on: { again: { $T, by: [INT], to: b }, \(divides), go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """, head: "refusals: { no: { fr: Non., en: No. } }")
        return Small.prove(text).findings.map(\.code.rawValue)
    }

    private static let divides =
        #"x: { $T, by: [INT], if: { that: "10 / vars.n > 1", else: no }, to: z }"#

    private static let far = "far: { $T, by: [INT], to: c }"

    private static func tested(_ more: String = "") -> String {
        #"test: { $T, by: [INT], if: { that: "vars.n > 0", else: no }, \#(more)to: c }"#
    }

    @Test(
        "What was asked of a number as it was kept excludes zero",
        arguments: [("event.m != 0", "event.m"), ("event.m > 3", "event.m"), ("event.m >= 0", "event.m + 1")])
    func asked(condition: String, value: String) {
        #expect(Self.codes(asking: condition, setting: value, b: Self.far) == [])
    }

    @Test("A number that may be zero is told")
    func zero() {
        #expect(Self.codes(asking: "event.m >= 0", b: Self.far) == ["division_by_zero"])
    }

    @Test("What was asked of a variable lasts where nothing sets it anew")
    func lasting() {
        #expect(Self.codes(asking: "event.m >= 0", b: Self.tested()) == [])
    }

    @Test(
        "It lasts no longer where something does",
        arguments: [
            tested(#"do: { set: { n: "0" } }, "#),
            tested() + #", reset: { $T, by: [INT], do: { set: { n: "0" } }, to: c }"#,
            tested() + ", " + far,
        ])
    func reset(b: String) {
        #expect(Self.codes(asking: "event.m >= 0", b: b).contains("division_by_zero"))
    }

    /// The codes of a count from a number by a step that a condition looks at.
    private static func counting(from first: String, by step: String, _ branches: (String, String))
        -> [String]
    {
        let text = Small.life(
            """
            a: { $T, do: { set: { n: "\(first)" } }, on: { go: { $T, by: [INT], to: b } } }
            b: { $T, do: { set: { n: "\(step)" } }, on: { again: { $T, by: [INT], to: c }, go: { $T, by: [INT], to: z } } }
            c: { $T, on: { always: [{ if: "\(branches.0)", to: z }, { if: "\(branches.1)", to: b }] } }
            z: { $T, final: true }
            """)
        return Small.prove(text).findings.map(\.code.rawValue)
    }

    @Test(
        "A count that only grows never falls below where it begins",
        arguments: [
            ("0", "vars.n + 1", "vars.n >= 3", "vars.n >= 0 && vars.n < 3"),
            ("2", "vars.n * 2", "vars.n >= 9", "vars.n >= 2 && vars.n < 9"),
        ])
    func growing(first: String, step: String, more: String, less: String) {
        #expect(Self.counting(from: first, by: step, (more, less)) == [])
    }

    @Test("One that also falls may fall through")
    func falling() {
        let found = Self.counting(from: "0", by: "vars.n - 1", ("vars.n >= 3", "vars.n >= 0 && vars.n < 3"))
        #expect(found.contains("guard_gap"))
    }
}
