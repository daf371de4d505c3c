import Definitions
import Testing

@Suite("Variables that conditions read")
struct VariableReadTests {
    typealias Case = BehaviourFindingsTests.Case

    private static let next = "go: { $T, by: [INT], to: z }"
    private static let end = "z: { $T, final: true }"

    static let variableCases = [
        Case(
            "read before it is set",
            Small.life("a: { $T, on: { \(next), always: { if: vars.x, to: z } } }\n\(end)"),
            "12 dead_transition: start", "12 missing_field: start, condition holds"),
        Case(
            "set on one way only",
            Small.life(
                "a: { $T, on: { b: { $T, by: [INT], to: b }, c: { $T, by: [INT], do: { set: { x: '1' } }, to: b } } }\nb: { $T, on: { always: { if: vars.x > 0, to: z }, \(next) } }\n\(end)"
            ),
            "13 missing_field: start, b by INT, condition holds"),
        Case(
            "tested first",
            Small.life(
                "a: { $T, on: { b: { $T, by: [INT], to: b }, c: { $T, by: [INT], do: { set: { x: '1' } }, to: b } } }\nb: { $T, on: { always: { if: has(vars.x) && vars.x > 0, to: z }, \(next) } }\n\(end)"
            )),
        Case(
            "what a step sets decides in it: the former value cannot",
            Small.life(
                "a: { $T, do: { set: { x: '1' } }, on: { b: { $T, by: [INT], do: { set: { x: '2' } }, to: b } } }\nb: { $T, on: { always: [{ if: vars.x == 2, to: z }, { if: vars.x != 2, to: c }] } }\nc: { $T, on: { \(next) } }\n\(end)"
            ),
            "13 dead_transition: start, b by INT", "14 unreachable"),
        Case(
            "what the last act of a part sets is there at its end",
            Small.life(
                "a: { $T, initial: i, states: { i: { $T, on: { say: { $T, by: [INT], input: { ok: flag }, do: { set: { ok: event.ok } }, to: o } } }, o: { $T, final: true } }, on: { done: [{ if: vars.ok, to: z }, { to: b }] } }\nb: { $T, on: { \(next) } }\n\(end)"
            )),
        Case(
            "a second step decides by what the first has set",
            Small.life(
                "a: { $T, on: { b: { $T, by: [INT], input: { n: integer }, do: { set: { n: event.n } }, to: b } } }\nb: { $T, do: { set: { m: vars.n } }, on: { always: [{ if: vars.m > 3, to: z }, { if: vars.m <= 3, to: a }] } }\n\(end)"
            )),
        Case(
            "what a step sets is read right after it",
            Small.life(
                "a: { $T, do: { set: { x: '1' } }, on: { b: { $T, by: [INT], do: { set: { x: '2' } }, to: b } } }\nb: { $T, on: { always: { if: vars.x == 2, to: z }, \(next) } }\n\(end)"
            ),
            "13 dead_transition: start, b by INT"),
    ]

    @Test("Variables", arguments: variableCases)
    func variables(_ one: Case) {
        #expect(Small.findings(one.text).filter { !$0.contains("step_without") } == one.expected)
    }
}
