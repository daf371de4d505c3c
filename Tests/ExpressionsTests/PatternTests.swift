import Expressions
import Testing

@Suite("Patterns of `matches`")
struct PatternTests {
    @Test(
        "RE2 syntax means what RE2 says",
        arguments: [
            ("abc", "b", true), ("abc", "^b", false), ("abc", "^abc$", true), ("a\nb", "^b", false),
            ("a\nb", "(?m)^b$", true), ("a\nb", "a.b", false), ("a\nb", "(?s)a.b", true), ("", "", true),
            ("", "^$", true), ("aaa", "^a{3}$", true), ("aaa", "^a{2}$", false), ("aaa", "^a{2,}$", true),
            ("aaaa", "^a{1,3}$", false), ("a{,2}", "^a{,2}$", true), ("LIA-2016", "^[A-Z]{3}-\\d{4}$", true),
            ("xaby", "x(a|b)*y", true), ("color", "colou?r", true), ("ab", "(?i)AB", true),
            ("aB", "(?i:a)b", false),
            ("É", "(?i)é", true), ("É", "[[:alpha:]]", false), ("É", "\\pL", true),
            ("漢字", "^\\p{Han}+$", true), ("かな", "\\p{Han}", false),
            ("λ1", "^[\\p{Greek}\\d]+$", true), ("é", "\\P{Latin}", false), ("ж", "^\\p{^Latin}$", true),
            ("É", "\\p{Lu}", true),
            ("É", "\\P{L}", false), ("5", "[^\\D]", true), ("]", "[]]", true), ("-", "[a-]", true),
            ("foo bar", "\\bbar\\b", true), ("foobar", "\\bbar", false), ("foobar", "\\Bbar", true),
            ("a.b", "\\Qa.b\\E", true), ("axb", "\\Qa.b\\E", false), ("é", "\\x{e9}", true),
            ("A", "\\x41", true),
            ("ab", "(?P<first>a)b", true), ("ab", "a(?:b|c)", true), ("aaa", "(a*)*", true),
            ("b", "(a*)+b", true),
            ("ac", "a(|b)c", true), ("\t", "\\t", true), ("x", "(?U)x+?", true), ("a1", "^\\w+\\z", true),
            ("😀", "^.$", true), ("b", "[^a]", true), ("", "[^a]", false), ("B", "(?i)[a-c]", true),
            ("abb", "^\\Qab\\E+$", true), ("abab", "^\\Qab\\E+$", false), ("a+", "^\\Qa+\\E{1}$", true),
            ("aa", "^a\\Q\\E+$", true), ("aaa", "^a{2}(?i)*A$", true), ("a", "\\141", true),
            ("a", "[\\141]", true),
            ("a1", "^\\1411$", true), ("\u{1FF}", "^\\777$", true), ("\n", "\\12", true),
            ("\0", "^\\0$", true),
            ("é", "^\\p{Any}$", true), ("é", "\\P{Any}", false), ("\n", "^[\\p{Any}]$", true),
            ("\n", "^\\C$", true),
            ("ab", "(?P<first>a)(?P<second>b)", true),
        ] as [(String, String, Bool)])
    func meaning(text: String, pattern: String, expected: Bool) throws {
        let environment = Environment(variables: ["t": .string, "p": .string])
        let program = try environment.compile("t.matches(p)")
        let evaluation = program.evaluate(["t": .string(text), "p": .string(pattern)])
        #expect(evaluation.value == .bool(expected), "\(evaluation.result)")
    }

    @Test(
        "Without case, all the characters that differ in case only are the same",
        arguments: [
            ["K", "k", "\u{212A}"], ["S", "s", "ſ"], ["Å", "å", "\u{212B}"], ["ß", "ẞ"], ["Σ", "σ", "ς"],
            ["Ω", "ω", "\u{2126}"], ["Ǆ", "ǅ", "ǆ"], ["Ι", "ι", "\u{345}", "\u{1FBE}"], ["ᾀ", "ᾈ"],
            ["É", "é"],
            ["Т", "т", "\u{1C84}", "\u{1C85}"], ["ა", "Ა"], ["İ"], ["ı"], ["I", "i"], ["1"],
        ])
    func caseSets(set: [String]) throws {
        let all = ["K", "k", "S", "s", "I", "i", "ı", "İ", "É", "1", "Σ", "ß"] + set
        for one in set {
            for other in all {
                let expected = set.contains(other)
                try meaning(text: other, pattern: "^(?i)\(one)$", expected: expected)
                try meaning(text: other, pattern: "^(?i)[\(one)]$", expected: expected)
                try meaning(text: other, pattern: "^(?i)[^\(one)]$", expected: !expected)
            }
        }
    }

    @Test(
        "Without case, a complement is taken after the other case was added",
        arguments: [
            ("ſ", "(?i)\\w", true), ("ſ", "(?i)\\W", false), ("ſ", "(?i)[\\W]", false), ("ſ", "\\W", true),
            ("a", "(?i)\\p{Lu}", true), ("a", "(?i)\\P{Lu}", false), ("a", "(?i)[\\P{Lu}]", false),
            ("1", "(?i)\\P{Lu}", true), ("a", "(?i)[[:upper:]]", true), ("a", "(?i)[[:^upper:]]", false),
            ("a", "\\P{Lu}", true), ("\u{212A}", "(?i)[a-z]", true), ("\u{212A}", "(?i)\\P{Latin}", false),
        ] as [(String, String, Bool)])
    func complements(text: String, pattern: String, expected: Bool) throws {
        try meaning(text: text, pattern: pattern, expected: expected)
    }

    @Test(
        "What cannot be matched in linear time, or is not supported, is refused by name",
        arguments: [
            ("(a)\\1", "back reference `\\1`"), ("a(?=b)", "look-around `(?=`"),
            ("(?<!a)b", "look-around `(?<!`"),
            ("a**", "repeats a repetition"), ("*a", "nothing to repeat"), ("a{1001}", "more than 1000 times"),
            ("(a{1000}){1000}", "too large"), ("[a", "`[` that is not closed"),
            ("(a", "group that is not closed"),
            ("a)", "a `)` too many"), ("[z-a]", "wrong order"), ("\\p{Klingon}", "property `Klingon`"),
            ("\\k", "escape `\\k`"), ("[[:foo:]]", "class `[:foo:]`"), ("a\\", "ends in a backslash"),
            ("(?P<a>x)(?<a>y)", "more than one group `a`"), ("(?i)*", "nothing to repeat"),
            ("\\Q\\E+", "nothing to repeat"), ("\\18", "back reference `\\1`"),
            ("\\8", "back reference `\\8`"),
            (String(repeating: "(", count: 5000), "nested deeper than 50 groups"),
        ] as [(String, String)])
    func refusals(pattern: String, reason: String) throws {
        let program = try Environment(variables: ["p": .string]).compile("'a'.matches(p)")
        let error = program.evaluate(["p": .string(pattern)]).error
        #expect(
            error?.kind == .invalidPattern && error?.message.contains(reason) == true,
            "\(String(describing: error))")
    }

    @Test("The pattern that explodes elsewhere takes linear time, or exceeds the cost of a guard")
    func linear() throws {
        let environment = Environment(variables: ["t": .string])
        let text: [String: Value] = ["t": .string(String(repeating: "a", count: 100_000) + "b")]
        let wide = Limits(length: 4096, depth: 32, macros: 2, cost: 1_000_000)
        let evaluation = try environment.compile("t.matches('(a+)+$')", limits: wide).evaluate(text)
        #expect(evaluation.value == false)
        #expect(evaluation.cost < 200_000)
        let guarded = try environment.compile("t.matches('(a+)+$')").evaluate(text)
        #expect(guarded.error?.kind == .costExceeded)
    }
}
