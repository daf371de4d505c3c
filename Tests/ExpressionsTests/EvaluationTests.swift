import Expressions
import Testing

@Suite("Evaluating an expression")
struct EvaluationTests {
    @Test(
        "Guards of the product hold or do not",
        arguments: [
            ("call.isOpen(now) && dossier.complete && visas.exists(v, v.kind == 'DU')", true),
            ("call.closesAt - now > duration('24h')", true), ("In('draft')", true), ("In('review')", false),
            ("has(call.closesAt) && !has(call.opensAt)", true), ("note == null", true),
            ("has(anything.x.y) && !has(anything.x.z)", true), ("anything['odd name'] == 2", true),
            ("visas.all(v, v.given)", false), ("visas.exists_one(v, v.given)", true),
            ("visas.existsOne(v, v.given)", true), ("visas.map(v, v.given, v.kind) == ['DU']", true),
            ("amounts.all(k, amounts[k] > 0)", true), ("'a' in amounts && !('c' in amounts)", true),
            ("now.getHours('Europe/Paris') == 1", true), ("now.getHours('+01:30') == 1", true),
            ("now.getFullYear('-01:00') == 2012 && now.getMonth('-01:00') == 0", true),
            ("[1, 2, 3].exists(x, x / 0 == 1 || x == 2)", true), ("fails() || true", true),
            ("1 == 1 && dyn(1) == 1u && dyn(1u) == 1.0", true), ("{1: 'a'}[dyn(1u)] == 'a'", true),
            ("dyn(9007199254740993) in {9007199254740993: 1}", true), ("'e\\u0301' == 'é'", false),
            ("'é' > 'z'", true), ("[[1]] == dyn([[1.0]])", true),
            ("type(now) == google.protobuf.Timestamp", true),
            ("has({1: 2}.a)", false), ("has(years.a) || has(tables.a.b)", false),
            ("{1: 2}.a == 2 || true", true),
            ("years.a == 2 || years[1] == 2", true),
            ("visas.map(v, v.kind).map(k, k.size()) == [2, 2]", true),
        ] as [(String, Bool)])
    func guards(source: String, holds: Bool) throws {
        let evaluation = try Guards.evaluate(source)
        #expect(evaluation.value == .bool(holds), "\(evaluation.result)")
    }

    @Test(
        "What fails says how and where",
        arguments: [
            (EvaluationError.Kind.divisionByZero, "1 + n / 0 > 1", "n / 0"),
            (.overflow, "9223372036854775807 + n == 1", "9223372036854775807 + n"),
            (.overflow, "-(-9223372036854775807 - 1) == 1", "-(-9223372036854775807 - 1)"),
            (.overflow, "0u - 1u == 1u", "0u - 1u"),
            (.nullValue, "dossier.call.year == 1", "dossier.call.year"),
            (.noSuchField, "call.opensAt < now", "call.opensAt"),
            (.noSuchKey, "amounts[note] == 1", "amounts[note]"),
            (.noSuchField, "amounts.zzz == 1", "amounts.zzz"), (.noSuchField, "{1: 2}.a == 2", "{1: 2}.a"),
            (.noSuchField, "years.a == 2", "years.a"), (.indexOutOfRange, "[1][n] == 1", "[1][n]"),
            (.noSuchOverload, "anything + 1 == 1", "anything + 1"),
            (.outOfRange, "int(1e30) == 1", "int(1e30)"),
            (.outOfRange, "uint(-n) == 1u", "uint(-n)"), (.invalidArgument, "int('x') == 1", "int('x')"),
            (.invalidArgument, "int('+-1') == 1", "int('+-1')"),
            (.invalidArgument, "uint('+1') == 1u", "uint('+1')"),
            (.invalidArgument, "now.getHours('Mars/Base') == 1", "now.getHours('Mars/Base')"),
            (.functionFailed, "true && fails()", "fails()"),
            (.repeatedKey, "{n: 1, 3u: 2} == {}", "{n: 1, 3u: 2}"),
            (
                .outOfRange, "timestamp(253402300799) + duration('1s') == now",
                "timestamp(253402300799) + duration('1s')"
            ),
            (.invalidPattern, "'a'.matches('(' + 'a')", "'a'.matches('(' + 'a')"),
        ] as [(EvaluationError.Kind, String, String)])
    func errors(kind: EvaluationError.Kind, source: String, part: String) throws {
        let evaluation = try Guards.evaluate(source)
        #expect(evaluation.error?.kind == kind, "\(evaluation.result)")
        #expect(evaluation.error?.source == part)
        #expect(!evaluation.holds)
    }

    @Test(
        "Values convert to text and back",
        arguments: [
            ("string(1.0)", "1"), ("string(-1.5)", "-1.5"), ("string(7u)", "7"), ("string(true)", "true"),
            ("string(duration('1h0.5s'))", "3600.5s"), ("string(duration('-1500ms'))", "-1.5s"),
            ("string(duration('0'))", "0s"), ("string(timestamp(0))", "1970-01-01T00:00:00Z"),
            ("string(timestamp('2012-02-29T23:30:00.120+01:00'))", "2012-02-29T22:30:00.12Z"),
            ("string(timestamp('1969-12-31T23:59:59.5Z') + duration('1s'))", "1970-01-01T00:00:00.5Z"),
            ("string(b'\\xc3\\xa9')", "é"), ("string(double('NaN'))", "NaN"),
        ] as [(String, String)])
    func texts(source: String, text: String) throws {
        #expect(try Guards.evaluate(source).value == .string(text))
    }
}
