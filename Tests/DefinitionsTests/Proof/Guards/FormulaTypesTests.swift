import Definitions
import Testing

@Suite("Types of what formulas read")
struct FormulaTypesTests {
    /// A formula that is of the wrong type, what the act before it carries, and what is said of it.
    struct Slip: Sendable, CustomTestStringConvertible {
        var formula: String
        var input: String
        var words: String

        init(_ formula: String, _ input: String, _ words: String) {
            self.formula = formula
            self.input = input
            self.words = words
        }

        var testDescription: String { formula }
    }

    static let slips = [
        Slip("size(event.n) > 1", "n: integer", "`size` is not defined for (int)"),
        Slip("event.n.startsWith('a')", "n: integer", "`startsWith` is not defined"),
        Slip("event.n != 'a'", "n: integer", "compares an int with a string"),
        Slip("event.n in agreement.cites", "n: integer", "it holds another type"),
        Slip("event.n", "n: integer", "expected a bool"),
        Slip("event.n + 'x' != ''", "n: integer", "`+` is not defined for (int, string)"),
        Slip("plus(event.n, 'P1D') > day(now)", "n: integer", "`plus` is not defined"),
        Slip("year(event.f) > 3", "f: flag", "`year` is not defined for (bool)"),
        Slip("event.n.matches('a+')", "n: integer", "`matches` is not defined"),
        Slip("event.d - event.d > 1", "d: day", "`-` is not defined for (string, string)"),
        Slip(
            "event.p.countri == 'FR'", "p: organisation",
            "no field `countri` in a Party (did you mean country?)"),
        Slip("event.p == 'x'", "p: organisation", "compares a Party with a string"),
        Slip("event.p.all(p, p.nam == '')", "p: organisations", "no field `nam` in a Party"),
        Slip("'INT' in event.who.roles", "who: candidate", "no field `roles` in a Candidate"),
        Slip("event.i > now", "i: instant", "`>` is not defined for (string, timestamp)"),
        Slip("vars.count.startsWith('a')", "n: integer", "`startsWith` is not defined"),
        Slip("vars.flag + 1 > 3", "n: integer", "`+` is not defined for (bool, int)"),
        Slip("vars.list", "n: integer", "expected a bool"),
        Slip("vars.end + 1 > 3", "n: integer", "`+` is not defined for (string, int)"),
        Slip("param.limit == 'x'", "n: integer", "compares an int with a string"),
        Slip("rule.silence > 3", "n: integer", "`>` is not defined for (string, int)"),
    ]

    @Test(
        "A formula that is wrong for the types of its values is one finding, at its place", arguments: slips)
    func wrong(slip: Slip) {
        let findings = Self.findings(slip.formula, slip.input)
        #expect(findings.count == 1, "\(findings)")
        #expect(findings.allSatisfy { $0.hasPrefix("expression") && $0.contains(slip.words) }, "\(findings)")
    }

    static let sound = [
        ("event.n > 1", "n: integer"), ("timestamp(event.i) > now", "i: instant"),
        ("event.p.country == 'FR' && event.ps.exists(p, p.home)", "p: organisation, ps: organisations"),
        ("event.who.unit != actor.unit", "who: candidate"),
        ("'n' in event && event['n'] == 3", "n: integer"),
        ("size(vars.list) > 0 ? vars.list[0] == 'a' : false", "n: integer"),
        ("(event.f ? event.n : '') == 3", "n: integer, f: flag"),
        ("vars.count + 1 > param.limit", "n: integer"),
        ("measures.nextChange != '' && measures.nextChange > now", "n: integer"),
    ]

    @Test("Nothing is said of one that is right", arguments: sound)
    func right(formula: String, input: String) { #expect(Self.findings(formula, input) == []) }

    @Test("A comparison of an instant that may be empty needs a test")
    func unknownInstant() {
        let findings = Self.findings("measures.nextChange > now", "n: integer")
        #expect(findings.count == 1 && findings[0].hasPrefix("missing_field"), "\(findings)")
        #expect(findings[0].contains("where it may be empty"))
    }

    private static func findings(_ formula: String, _ input: String) -> [String] {
        let text = Small.life(
            """
            a:
              $T
              do: { set: { count: "0", flag: measures.flagged, list: agreement.cites, end: agreement.end } }
              on:
                leave: { $T, by: [INT], to: z }
                count: { $T, by: [INT], do: { set: { count: "vars.count + 1" } } }
                go: { $T, by: [INT], input: { \(input) }, if: { that: "\(formula)", else: no_go }, to: z }
            z: { $T, final: true }
            """,
            head: """
                parameters: { limit: 3 }
                refusals: { no_go: { fr: Non., en: No. } }
                rules: { silence: [{ value: P3M }, { from: 2013-07-24, value: P1M }] }
                """)
        return Small.prove(text).findings.filter { $0.code != .unused }.map { "\($0.code.rawValue) \($0)" }
    }

    static let spellings = [
        (">-\n            agreement.legal == 'none' &&\n            10 / agreement.renewals > 1", "19:19"),
        ("|\n            agreement.legal == 'none' &&\n              10 / agreement.renewals > 1", "19:21"),
        ("agreement.legal == 'none' &&\n            10 / agreement.renewals > 1", "18:19"),
        ("\"agreement.legal == 'none' && 10 / agreement.renewals > 1\"", "17:47"),
    ]

    @Test("A part of a formula of several lines has its own line and column", arguments: spellings)
    func places(spelling: String, place: String) {
        let text = Small.life(
            """
            a:
              $T
              on:
                leave: { $T, by: [INT], to: z }
                always:
                  if: \(spelling)
                  to: z
            z: { $T, final: true }
            """)
        let findings = Small.prove(text).findings.filter { $0.code == .divisionByZero }
        #expect(findings.map { "\($0.line):\($0.column)" } == [place], "\(Small.prove(text).findings)")
    }
}
