import Testing

@Suite("CEL: values and operators")
struct LanguageTests {
    @Test(
        "Each expression gives its value",
        arguments: literals + comparisons + arithmetic + logic + collections + macros + names)
    func value(_ item: LanguageCase) { #expect(item.outcome == item.expected, "\(item.expression)") }

    static let literals: [LanguageCase] = [
        .init("0u", "0u"), .init("0xFFu", "255u"), .init("-0x10", "-16"), .init("1e3", "1000.0"),
        .init(".5", "0.5"), .init("-9223372036854775808", "-9223372036854775808"),
        .init("9223372036854775808", "error"), .init("18446744073709551615u", "18446744073709551615u"),
        .init("18446744073709551616u", "error"), .init("r'\\n'", "\"\\\\n\""),
        .init("R\"a\\x\"", "\"a\\\\x\""),
        .init("'''a'b\nc'''", "\"a'b\\nc\""), .init("'\\u00e9\\U0001F600'", "\"é\u{1F600}\""),
        .init("'\\x41\\101'", "\"AA\""), .init("b'\\xff\\377é'", "b\"\\xff\\xff\\xc3\\xa9\""),
        .init("b'\\u0041'", "error"), .init("'\\ud800'", "error"), .init("'\\q'", "error"),
        .init("'a\nb'", "error"), .init("1 // comment\n + 1", "2"), .init("\t1\r\n+\u{C}1", "2"),
        .init("[1, 2,]", "[1, 2]"), .init("{'a': 1,}", "{\"a\": 1}"), .init("{}", "{}"),
        .init("[,]", "error"),
    ]

    static let comparisons: [LanguageCase] = [
        .init("dyn(1) == 1.0 && dyn(1u) == 1 && dyn(1.0) == 1u", "true"),
        .init("dyn(1) < 2u && dyn(1u) < 1.5", "true"),
        .init("1 == 'a'", "error"), .init("dyn(1) == 'a'", "false"), .init("dyn(null) != 1", "true"),
        .init("{'a': 1} == {'a': dyn(1.0)}", "true"), .init("[1, dyn(2.0)] == [1.0, dyn(2u)]", "true"),
        .init("dyn([1]) == {1: 1}", "false"), .init("double('NaN') == double('NaN')", "false"),
        .init("double('NaN') != double('NaN')", "true"), .init("[double('NaN')] == [double('NaN')]", "false"),
        .init("-0.0 == 0.0", "true"), .init("'e\\u0301' == '\\u00e9'", "false"),
        .init("'\\uFFFF' < '\\U00010000'", "true"), .init("b'\\x00' < b'\\x00\\x00'", "true"),
        .init("false < true", "true"), .init("null < null", "error"), .init("[1] < [2]", "error"),
        .init("dyn(9223372036854775807) < 9223372036854777857.0", "true"), .init("1 == 1.0", "error"),
        .init("dyn(18446744073709551615u) > -1", "true"),
        .init("type(1) == int && type(int) == type", "true"),
        .init("type(1u) == type(1)", "false"), .init("1 < 2 < 3", "error"), .init("1 == 1 == true", "true"),
    ]

    static let arithmetic: [LanguageCase] = [
        .init("-7 / 2", "-3"), .init("-7 % 2", "-1"), .init("7 % -2", "1"), .init("1 / 0", "error"),
        .init("1 % 0", "error"), .init("1u / 0u", "error"), .init("1.0 / 0.0", "double(\"Infinity\")"),
        .init("-1.0 / 0.0", "double(\"-Infinity\")"), .init("1.5 % 1.0", "error"),
        .init("9223372036854775807 + 1", "error"), .init("-9223372036854775808 - 1", "error"),
        .init("-9223372036854775808 / -1", "error"), .init("-9223372036854775808 % -1", "error"),
        .init("-(-9223372036854775808)", "error"), .init("0u - 1u", "error"), .init("-1u", "error"),
        .init("--1", "1"), .init("-(1)", "-1"), .init("1 + 1u", "error"), .init("dyn(1) + 1.0", "error"),
        .init("2 + 3 * 4 - 5", "9"), .init("(2 + 3) * 4", "20"), .init("10 - 2 - 3", "5"),
        .init("'a' + 'b' + 'c'", "\"abc\""), .init("b'a' + b'b'", "b\"ab\""), .init("'a' + b'b'", "error"),
        .init("[1] + [] + [2]", "[1, 2]"), .init("'a' * 2", "error"), .init("true + 1", "error"),
    ]

    static let logic: [LanguageCase] = [
        .init("1 / 0 == 1 || true", "true"), .init("true || 1 / 0 == 1", "true"),
        .init("1 / 0 == 1 && false", "false"), .init("1 / 0 == 1 && true", "error"),
        .init("1 / 0 == 1 || false", "error"), .init("dyn(1) && false", "false"),
        .init("dyn('x') || true", "true"), .init("dyn(1) && true", "error"), .init("!dyn(0)", "error"),
        .init("!!true", "true"), .init("true ? 1 : 1 / 0", "1"), .init("false ? 1 / 0 : 2", "2"),
        .init("1 / 0 == 1 ? 1 : 2", "error"), .init("dyn(1) ? 1 : 2", "error"),
        .init("true ? 1 : 'a'", "error"), .init("true ? dyn(1) : 'a'", "1"),
        .init("false ? 1 : true ? 2 : 3", "2"), .init("true || false && false", "true"),
        .init("!false && !false", "true"), .init("!(1 == 2) == true", "true"),
    ]

    static let collections: [LanguageCase] = [
        .init("[7, 8][1]", "8"), .init("[7, 8][dyn(1.0)]", "8"), .init("[7, 8][dyn(1u)]", "8"),
        .init("[7, 8][dyn(0.5)]", "error"), .init("[7][-1]", "error"), .init("[7][1]", "error"),
        .init("[7]['0']", "error"), .init("{1: 'a'}[1u]", "error"), .init("{1: 'a'}[dyn(1u)]", "\"a\""),
        .init("{1: 'a'}[dyn(1.0)]", "\"a\""), .init("{1u: 'a'}[dyn(1)]", "\"a\""),
        .init("{1: 'a'}[dyn(1.5)]", "error"), .init("{true: 1}[true]", "1"), .init("{null: 1}", "error"),
        .init("{1.5: 1}", "error"), .init("{'a': 1, 'a': 2}", "error"), .init("{1: 1, dyn(1u): 2}", "error"),
        .init("{'a': null}.a", "null"), .init("{'a': 1}.b", "error"), .init("{'a-b': 1}.`a-b`", "1"),
        .init("has({'a.b': 1}.`a.b`)", "true"), .init("has({'a': null}.a)", "true"),
        .init("has({'a': 1}.b)", "false"), .init("has({}.a.b)", "error"), .init("has(1)", "error"),
        .init("1 in [dyn(1.0)]", "true"), .init("'a' in {'a': 0}", "true"),
        .init("dyn(1.0) in {1: 0}", "true"),
        .init("'x' in [dyn(1)]", "false"), .init("1 in dyn('a')", "error"), .init("[] in [[]]", "true"),
        .init("size([1, 2]) + [1].size()", "3"), .init("{'a': 1}.size()", "1"),
        .init("size('\u{1F600}é')", "2"), .init("size(b'é')", "2"), .init("size(1)", "error"),
        .init("[[], [[]], [[[]]]]", "[[], [[]], [[[]]]]"), .init("([[[1]], [[2]]][0] + [])[0]", "[1]"),
        .init("[1, 'a', null, {'k': [1u]}]", "[1, \"a\", null, {\"k\": [1u]}]"),
        .init("dyn([1]) + [2]", "[1, 2]"), .init("[1] + dyn(['a'])", "[1, \"a\"]"),
        .init("[1] + dyn(2)", "error"),
        .init("[1, null][0] == 1", "true"), .init("{'k': null}['k'] == null", "true"),
        .init("[] == [1]", "false"),
        .init("{} == {'a': 1}", "false"), .init("[1, 'a'] + [2u]", "[1, \"a\", 2u]"),
        .init("[[1], []][1] == []", "true"),
        .init("dyn({'a': 1}).a + 1", "2"), .init("dyn([1])[0] + dyn(1)", "2"), .init("size(dyn('abc'))", "3"),
        .init("dyn('abc').startsWith('a')", "true"), .init("has(dyn({'a': 1}).a)", "true"),
        .init("duration('1s') + dyn(timestamp(0))", "timestamp(\"1970-01-01T00:00:01Z\")"),
        .init("{'a': [1, {'b': dyn(2)}]}.a[1].b", "2"), .init("[{'a': 1}, {'b': 2}][1].b", "2"),
        .init("true ? [] : [1]", "[]"), .init("true ? {} : {'a': 1}", "{}"),
        .init("true ? null : dyn(1)", "null"),
    ]

    static let macros: [LanguageCase] = [
        .init("[1, 2, 3].all(x, x > 0)", "true"), .init("[].all(x, 1 / 0 == x)", "true"),
        .init("[1, 0].all(x, 1 / x > 1)", "false"), .init("[0, 2].all(x, 1 / x > 1)", "false"),
        .init("[0, 1].all(x, 1 / x == 1)", "error"), .init("[0, 1].exists(x, 1 / x == 1)", "true"),
        .init("[].exists(x, true)", "false"), .init("{'a': 1, 'b': 2}.exists(k, k == 'b')", "true"),
        .init("[1, 2, 2].exists_one(x, x == 2)", "false"), .init("[1, 2].exists_one(x, x == 2)", "true"),
        .init("[2, 0].exists_one(x, 1 / x == 0)", "error"), .init("{'a': 1}.all(k, k.size() == 1)", "true"),
        .init("[1, 2, 3].map(x, x * x)", "[1, 4, 9]"), .init("[1, 2, 3].map(x, x > 1, x * 2)", "[4, 6]"),
        .init("{'b': 1, 'a': 2}.map(k, k).size()", "2"), .init("[1, 0].map(x, 1 / x)", "error"),
        .init("[1, 2, 3].filter(x, x % 2 == 1)", "[1, 3]"), .init("{'a': 1}.filter(k, true)", "[\"a\"]"),
        .init("[1].all(x, [x].exists(y, y == x))", "true"), .init("[1].map(x, [2].map(x, x))", "[[2]]"),
        .init("[1].all(1, true)", "error"), .init("[1].all(x.y, true)", "error"),
        .init("dyn(1).all(x, true)", "error"), .init("[1].all(x, dyn(x))", "error"),
        .init("[1, 2].map(x, x) == [1, 2].filter(x, true)", "true"),
    ]

    static let names: [LanguageCase] = [
        .init("x + 1", "3", bindings: #"{"x": 2}"#), .init("x.y[0]", "5", bindings: #"{"x": {"y": [5]}}"#),
        .init("y", "error", bindings: #"{"x": 2}"#), .init("nothing()", "error"),
        .init("'a'.nothing()", "error"),
        .init("a.b.c", "\"yes\"", bindings: #"{"a.b.c": "yes"}"#),
        .init("a.b.c", "\"yes\"", bindings: #"{"a.b": {"c": "yes"}}"#),
        .init(
            "a.b.c", "\"yes\"", bindings: #"{"a.b.c": "yes", "a.b": {"c": "no"}, "a": {"b": {"c": "no"}}}"#),
        .init("a['b'].c", "\"no\"", bindings: #"{"a.b.c": "yes", "a": {"b": {"c": "no"}}}"#),
        .init("has(a.b.c) && !has(a.b.d)", "true", bindings: #"{"a.b": {"c": null}}"#),
        .init("[{'b': 1}].map(a, a.b)", "[1]", bindings: #"{"a.b": 2}"#),
        .init("x.as + x.import", "3", bindings: #"{"x": {"as": 1, "import": 2}}"#),
        .init("[1].map(x, x + y)", "[3]", bindings: #"{"x": 9, "y": 2}"#),
        .init(".x", "2", bindings: #"{"x": 2}"#), .init("while", "error"), .init("import == 1", "error"),
        .init("x", "1u", bindings: #"{"x": {"type": "uint", "value": "1"}}"#),
        .init("x", "b\"a\"", bindings: #"{"x": {"type": "bytes", "value": "YQ=="}}"#),
        .init("x.type", "\"LIA\"", bindings: #"{"x": {"type": "LIA", "value": 1}}"#),
        .init("x", "error", bindings: #"{"x": {"type": "int", "value": "many"}}"#),
        .init("x", "error", bindings: "[1]"), .init("1 +", "error"), .init("", "error"),
        .init("1 1", "error"),
        .init("(1", "error"), .init("a ? b", "error"),
    ]
}
