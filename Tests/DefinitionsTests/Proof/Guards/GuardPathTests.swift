import Definitions
import Testing

@Suite("The acts that lead to what is wrong with a guard")
struct GuardPathTests {
    private static func second(_ state: String) -> String {
        Small.life(
            """
            a: { $T, on: { go: { $T, by: [INT], to: b } } }
            b: { $T, \(state) }
            y: { $T, final: true }
            z: { $T, final: true }
            """, head: "refusals: { no: { fr: Non., en: No. } }")
    }

    private static func rate(_ first: String, _ second: String? = nil) -> String {
        let branches = [(first, "z"), (second ?? "event.n == 99", "y")].map { condition, target in
            "{ $T, by: [INT], input: { n: integer }, if: { that: \"\(condition)\", else: no }, to: \(target) }"
        }
        return Self.second("on: { rate: [\(branches.joined(separator: ", "))] }")
    }

    static let cases = [
        (
            rate("10 / agreement.renewals > event.n && event.n < 9"),
            ["13 division_by_zero: start, go by INT, rate by INT"]
        ),
        (rate("event.n <= 10", "event.n >= 10"), ["13 guard_overlap: start, go by INT, rate by INT"]),
        (rate("event.n > 1 && event.n < 1"), ["13 guard_never_true: start, go by INT, rate by INT"]),
        (
            second(
                "timers: [{ name: t, due: { after: P1D }, event: late }], on: { late: [{ if: agreement.renewals < 3, to: z }, { if: agreement.renewals > 3, to: y }] }"
            ), ["13 guard_gap: start, go by INT, timer t"]
        ),
        (
            second(
                "on: { always: [{ if: agreement.renewals < 3, to: z }, { if: agreement.renewals > 3, to: y }] }"
            ),
            ["13 guard_gap: start, go by INT"]
        ),
        (
            second(
                "task: { role: INT, $T, due: { after: P1D } }, on: { ok: { $T, by: [INT], to: z }, no: { $T, by: [INT], reason: required, to: y } }"
            ), ["13 deadline_without_consequence: start, go by INT"]
        ),
    ]

    @Test("They are told from the start of the process", arguments: cases)
    func paths(_ text: String, _ expected: [String]) {
        let found = Small.findings(text).filter { !$0.contains("missing_reason") && !$0.contains("unused") }
        #expect(found == expected)
    }
}
