import Testing

@testable import Definitions

@Suite("What is read as a day, a length or a number")
struct UnreadableTextsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var formula: String
        var words: String
        var parameters = "{ limit: 3, order: none }"
        var testDescription: String { "\(formula) with \(parameters)" }

        init(_ formula: String, _ words: String = "", with parameters: String = "{ limit: 3, order: none }") {
            (self.formula, self.words, self.parameters) = (formula, words, parameters)
        }
    }

    private static func act(_ formula: String) -> String {
        """
        late: { to: ended }
        act:
          title: { fr: A, en: A }
          by: [INT]
          input: { dated: day, at: instant, why: text, n: integer }
          if: [{ that: "\(formula)", else: no }]
          to: other
        """
    }

    static let unreadable = [
        Case("plus(day(now), 'P5X') > day(now)", "'P5X', which plus() cannot read"),
        Case("minus('2016-02-30', 'P5D') > day(now)", "'2016-02-30', which minus() cannot read"),
        Case("plus(day(now), param.span) > day(now)", "param.span is \"P4X\"", with: "{ span: P4X }"),
        Case(
            "plus(day(now), param.span) > day(now)", "param.span is \"tomorrow\"", with: "{ span: tomorrow }"),
        Case("plus(day(now), param.span) > day(now)", "param.span is 4,", with: "{ span: 4 }"),
        Case(
            "plus(day(now), event.n > 1 ? 'P1D' : param.span) > day(now)", "param.span is \"P10X\"",
            with: "{ span: P10X }"),
        Case("yearly(day(now), '2030-01-01', '13-45').size() > 0", "'13-45', which yearly() cannot read"),
        Case("yearly(day(now), '2030-01-01', '02-29').size() > 0", "'02-29', which yearly() cannot read"),
        Case("int('two') > event.n", "'two', which int() cannot read"),
        Case("int(agreement.unit) > event.n", "agreement.unit may be any text, which int()"),
        Case("timestamp(agreement.unit) > now", "agreement.unit may be any text, which timestamp()"),
        Case("timestamp(event.dated) > now", "event.dated may be any text, which timestamp()"),
    ]

    static let empty = [
        Case("plus(agreement.end, 'P1D') > day(now)", "agreement.end is read by plus()"),
        Case("year(agreement.start) > 2000", "agreement.start is read by year()"),
        Case("agreement.start != '' && plus(agreement.end, 'P1D') > day(now)", "agreement.end is read by"),
        Case("agreement.end == '' && plus(agreement.end, 'P1D') > day(now)", "agreement.end is read by"),
        Case("timestamp(agreement.end + 'T00:00:00Z') < now", "agreement.end is read by timestamp()"),
    ]

    static let readable = [
        Case("plus(day(now), 'P5D') > day(now)"),
        Case("plus(day(now), param.span) > day(now)", with: "{ span: P4Y }"),
        Case("plus(event.dated, 'P10B') > day(now)"),
        Case("yearly(day(now), '2030-01-01', '01-31').size() > 0"),
        Case("agreement.end != '' && plus(agreement.end, 'P1D') > day(now)"),
        Case("agreement.end == '' || plus(agreement.end, 'P1D') > day(now)"),
        Case("(agreement.end != '' ? plus(agreement.end, 'P1D') : day(now)) > day(now)"),
        Case("agreement.unit.matches('^[0-9]{1,9}$') && int(agreement.unit) > event.n"),
        Case("int('2') > event.n"), Case("string(year(day(now))) + '-12-31' > day(now)"),
        Case("int(event.n) > 2"), Case("timestamp(event.at) > now"),
    ]

    @Test("A value that cannot be read is found where it is read, with a path", arguments: unreadable)
    func found(_ one: Case) { expect(one, "unreadable_text") }

    @Test("A day of the term that may not be known is a missing field", arguments: empty)
    func unknownDay(_ one: Case) { expect(one, "missing_field") }

    @Test("What can be read, or is asked for first, raises no alarm", arguments: readable)
    func sound(_ one: Case) {
        #expect(GuardSample.findings(Self.act(one.formula), parameters: one.parameters, Self.checks) == [])
    }

    @Test("A deadline on a text that is no day is found, a rule by each of its values")
    func deadlines() {
        let found = { (date: String, head: String) in
            Small.prove(
                Small.life(
                    """
                    a: { $T, timers: [{ name: t, due: { at: "\(date)" }, event: rings }], on: { rings: { to: z } } }
                    z: { $T, final: true }
                    """, head: head)
            ).findings.map { "\($0.code.rawValue) \($0.path)" }
        }
        let alarm = ["unreadable_text [\"start\"]"]
        #expect(found("'tomorrow'", "") == alarm)
        #expect(found("param.when", "parameters: { when: 2016-02-30 }") == alarm)
        #expect(
            found("rule.when", "rules: { when: [{ value: 2016-01-31 }, { from: 2017-01-01, value: never }] }")
                == alarm)
        #expect(
            found(
                "plus(day(now), rule.span)",
                "rules: { span: [{ value: P1M }, { from: 2017-01-01, value: P1X }] }") == alarm)
        #expect(
            found(
                "plus(day(now), rule.span)",
                "rules: { span: [{ value: P1M }, { from: 2017-01-01, value: P2M }] }") == [])
        #expect(found("rule.when", "rules: { when: [{ value: 2016-01-31 }] }") == [])
        // The day whose rules are read is a day, too.
        let spans = "rules: { span: [{ value: P1M }, { from: 2017-01-01, value: P2M }] }"
        #expect(found("plus(day(now), rule.span)\", asOf: \"'tomorrow'", spans) == alarm)
        #expect(found("plus(day(now), rule.span)\", asOf: \"minus(day(now), 'P1X')", spans) == alarm)
        #expect(found("plus(day(now), rule.span)\", asOf: \"minus(day(now), 'P1D')", spans) == [])
    }

    @Test("Where a term was opened on every way its days are known")
    func term() {
        let text = { (term: String) in
            Small.life(
                """
                a: { $T, on: { go: { $T, by: [INT], do: [\(term)], to: b } } }
                b: { $T, timers: [{ name: t, due: { at: "plus(agreement.end, 'P1D')" }, event: rings }], on: { rings: { to: z } } }
                z: { $T, final: true }
                """)
        }
        let opened = "{ term: { start: day(now), end: \"plus(day(now), 'P1Y')\" } }"
        #expect(Small.findings(text(opened)) == [])
        #expect(Small.findings(text("reference")) == ["13 missing_field: start, go by INT"])
    }

    private static let checks: [any WorkflowCheck.Type] = [UnreadableTexts.self]

    private func expect(_ one: Case, _ code: String) {
        let findings = GuardSample.findings(
            Self.act(one.formula), parameters: one.parameters, Self.checks)
        #expect(
            findings.count == 1 && findings[0].hasPrefix(code) && findings[0].contains(one.words),
            "\(findings)")
    }

    private static let head = "refusals: { no: { fr: Non., en: No. } }"

    private static func start(_ act: String, entry: String = "open") -> [String] {
        let text = Small.life(
            "a: { $T, on: { go: { $T, by: [INT], \(act)to: z } } }\nz: { $T, final: true }", head: head)
        return Small.findings(text.replacing("entry: open", with: "entry: \(entry)")).filter {
            $0.contains("missing_field")
        }
    }

    @Test("A planned start may be unknown where no call gives one and nothing asks for it")
    func plannedStart() {
        let end = "plus(agreement.plannedStart, 'P1Y')"
        let term = "do: [{ term: { start: agreement.plannedStart, end: \"\(end)\" } }], "
        let asked = "if: [{ that: \"agreement.plannedStart != ''\", else: no }], "
        #expect(
            Self.start(term) == ["12 missing_field: start, go by INT", "12 missing_field: start, go by INT"])
        #expect(Self.start(asked + term) == [])
        #expect(Self.start(term, entry: "call") == [])
    }

    @Test("Where nothing is signed there is no last signature")
    func lastSignature() {
        let term = "do: [{ term: { start: agreement.lastSignature } }], "
        #expect(Self.start(term) == ["12 missing_field: start, go by INT"])
    }
}
