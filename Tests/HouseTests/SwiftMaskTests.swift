import Testing

@Suite("Only code is left of a Swift source")
struct SwiftMaskTests {
    @Test(
        "Comments, strings and regular expressions are blanked, code stays",
        arguments: [
            ("a // b", "a     "),
            ("a /* b /* c */ d */ e", "a                   e"),
            ("x = \"{\" + y", "x =     + y"),
            ("x = \"\\\"{\" + y", "x =       + y"),
            ("x = \"a\\(f(\"}\") + 1)b\"!", "x =     f(   ) + 1   !"),
            ("x = #\"a\"b\\(c)\"# + d", "x =             + d"),
            ("x = /[{]/\n}", "x =      \n}"),
            ("x = a / b / c", "x = a / b / c"),
        ])
    func masking(source: String, code: String) {
        #expect(SwiftMask.code(in: source) == code)
    }

    @Test("A text of several lines keeps its line breaks")
    func multiline() {
        #expect(SwiftMask.code(in: "a(\"\"\"\n  {\"}\n  \"\"\")\nb") == "a(   \n     \n     )\nb")
    }
}
