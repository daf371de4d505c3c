import Expressions
import Testing

@Suite("Reading an expression")
struct ParsingTests {
    @Test(
        "Operators bind as the language says",
        arguments: [
            ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 3 - 2", "5"), ("-2 * -3", "6"), ("--2", "2"),
            ("!true || true", "true"), ("false && false || true", "true"), ("true ? 1 : false ? 2 : 3", "1"),
            ("1 < 2 == true", "true"), ("2 in [1, 2] && true", "true"), ("[1, 2,][1]", "2"),
            ("{'a': {'b': 3}}.a.b", "3"), ("1 + 2 // a comment", "3"),
            ("0x1F", "31"), ("int('+1')", "1"), ("br'\\n'", "b\"\\x5cn\""), ("1e3", "1000.0"), (".5", "0.5"),
            ("7u", "7u"), ("r'\\n'", "\"\\\\n\""),
            ("b'\\x00a'", "b\"\\x00a\""), ("'\\u00e9'", "\"é\""), ("'''a\nb'''", "\"a\\nb\""),
            ("-9223372036854775808", "-9223372036854775808"), ("{'if': 1}.if", "1"),
            ("{'a b': 1}.`a b`", "1"), ("[1].map(n, .n)", "[3]"), ("[1].map(n, n)", "[1]"),
        ] as [(String, String)])
    func values(source: String, expected: String) throws {
        #expect(try Guards.evaluate(source).value?.description == expected)
    }

    @Test(
        "What is no expression is refused with its place",
        arguments: [
            ("", 1, 1, "Expected a value before the end of the expression."),
            ("1 +", 1, 4, "Expected a value before the end of the expression."),
            ("1 +\n  )", 2, 3, "Expected a value before `)`."),
            ("(1", 1, 3, "Expected `)` before the end of the expression."),
            ("1 2", 1, 3, "The expression should end before a number."),
            ("n @ 2", 1, 3, "The character `@` has no meaning here."),
            ("'é' + §", 1, 7, "The character `§` has no meaning here."),
            ("'abc", 1, 1, "The text is not closed by its quotation mark."),
            ("rb'a'", 1, 3, "The expression should end before a string literal."),
            ("'a\nb'", 1, 1, "The text is not closed by its quotation mark."),
            ("'\\q'", 1, 2, "The text holds an escape that does not exist."),
            ("'\\ud800'", 1, 2, "The text holds an escape that names no character."),
            ("b'\\u0041'", 1, 3, "The text holds an escape that does not exist."),
            ("9223372036854775808", 1, 1, "The number does not fit into an int."),
            ("99999999999999999999", 1, 1, "The number does not fit into 64 bits."),
            ("12ab", 1, 1, "A number and a name need a space or an operator between them."),
            ("while + 1", 1, 1, "The word `while` is reserved and cannot be used as a name."),
            ("a ? b", 1, 6, "Expected `:` before the end of the expression."),
            ("n.", 1, 3, "Expected the name of a field before the end of the expression."),
            ("n.in", 1, 3, "Expected the name of a field before `in`."),
            ("n.true", 1, 3, "Expected the name of a field before a bool literal."),
            ("has(n)", 1, 5, "`has` asks for a field, as in `has(call.closesAt)`."),
            ("visas.all(1, true)", 1, 11, "The first argument of `all` must be a new name."),
            ("Visa{kind: 1}", 1, 5, "Messages such as `Visa{…}` are not part of this language; use a map."),
            ("`n`", 1, 1, "Expected a value before `n`."),
            ("size([1],)", 1, 10, "Expected a value before `)`."),
            ("note.startsWith('a',)", 1, 21, "Expected a value before `)`."),
            ("visas.all(v, true,)", 1, 19, "Expected a value before `)`."),
            ("size(,)", 1, 6, "Expected a value before `,`."),
        ] as [(String, Int, Int, String)])
    func refusals(source: String, line: Int, column: Int, message: String) {
        let error = Guards.refusal(of: source)
        #expect(error?.message == message)
        #expect(error?.line == line && error?.column == column)
    }
}
