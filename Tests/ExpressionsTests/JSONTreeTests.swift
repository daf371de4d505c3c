import Testing

@testable import Expressions

@Suite("JSON text")
struct JSONTreeTests {
    @Test(
        "is read as it is written",
        arguments: [
            ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("-0", .integer(0)),
            ("9223372036854775807", .integer(.max)),
            ("9223372036854775808", .decimal(9.223372036854775808e18)),
            ("1.0", .decimal(1)), ("1e2", .decimal(100)), ("-2.5E-1", .decimal(-0.25)), (#""""#, .string("")),
            (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")),
            (#""\u00e9t\u00C9 \uD83D\uDE00 é""#, .string("étÉ 😀 é")), ("[]", .array([])),
            ("[ 1 , [ ] ]", .array([.integer(1), .array([])])), ("{ }", .object([])),
            (
                #"{"b": 1, "a": {"": null}}"#,
                .object([
                    .init(name: "b", value: .integer(1)),
                    .init(name: "a", value: .object([.init(name: "", value: .null)])),
                ])
            ),
        ] as [(String, JSONTree)])
    func read(text: String, tree: JSONTree) { #expect(JSONTree(text) == tree) }

    @Test(
        "that is not JSON, or not the same for every reader, is refused",
        arguments: [
            "", " ", "nul", "nulls", "01", "-", "1.", ".5", "1e", "+1", "1e999", "NaN", "'a'", "\"a",
            "\"\t\"",
            #""\x41""#, #""\u12""#, #""\u12g4""#, #""\uD83D""#, #""\uD83Dx""#, #""\uDE00""#, "[1,]", "[1",
            "[1 2]",
            "[,]", "{a: 1}", #"{"a" 1}"#, #"{"a": 1,}"#, #"{"a": 1"#, #"{"a": 1, "\u0061": 2}"#, "1 2",
            "//x\n1",
            "\u{FEFF}1", "１",
        ])
    func refused(text: String) { #expect(JSONTree(text) == nil) }

    @Test("nests as deep as is said, and no deeper")
    func depth() {
        let nested = Self.nested
        #expect(JSONTree(nested(32)) != nil)
        #expect(JSONTree(nested(33)) == nil)
        #expect(JSONTree(nested(500), depth: 500) != nil)
        #expect(JSONTree(nested(100_000)) == nil)
    }

    @Test(
        "says where a text stops being JSON, and which name stands twice",
        arguments: [
            ("{\n  \"a\": 1,\n  \"a\": 2\n}", "the name \"a\" stands twice in one object (line 4, column 2)"),
            ("{\n  \"a\": ?\n}", "the text is not JSON (line 2, column 8)"),
            ("", "the text is not JSON (line 1, column 1)"),
            ("[\n" + nested(32) + "]", "the text is nested deeper than 32 levels (line 2, column 32)"),
            ("[1e999]", "the number 1e999 is larger than a double can be (line 1, column 7)"),
            ("\"\\ud800\"", "a text holds half of a surrogate pair (line 1, column 8)"),
        ])
    func unreadable(text: String, problem: String) throws {
        let error = #expect(throws: JSONTree.Unreadable.self) { try JSONTree(reading: text, depth: 32) }
        #expect(error?.description == problem)
    }

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    /// A text of `start` and `end` a number of times around `inside`.
    private static func wrapped(_ start: String, _ inside: String = "", _ end: String, _ count: Int = 40)
        -> String
    {
        String(repeating: start, count: count) + inside + String(repeating: end, count: count)
    }

    private static let excessive: [String] = [
        nested(33), nested(100_000), wrapped("{\"a\" : ", "[1, \"b\"]", "}"), wrapped("[{},", "-1.5e3 ", "]"),
        "1e400",
        "[1e400, [], {}]", #"{"a": 1, "a": 2}"#, #""\ud800""#, #""\udc00 \u00e9 \n""#,
    ]

    private static let texts: [String] = [
        wrapped("[", "", "", 100_000), wrapped("[", "", "]") + "]", wrapped("{\"a\":", "1", ""),
        "1e400 metres",
        "[1e400, nothing]", #"{"a": 1, "a": 2} or more"#, #"{"a": 1, "a": 2"#, #""\ud800" and"#,
        #"["\ud800", "\x"]"#, #"["\ud800", "\u12"]"#, "[1e400, 01]", "[1e400,]", "[1e400, \"\t\"]",
        "{\"a\": 1e400, b: 1}", "1 2",
    ]

    @Test(
        "that is no value is told from what is no JSON",
        arguments: excessive.map { ($0, true) } + texts.map { ($0, false) })
    func limits(text: String, isJSON: Bool) {
        let error = #expect(throws: JSONTree.Unreadable.self) { try JSONTree(reading: text, depth: 32) }
        #expect(error?.isJSON == isJSON)
    }

    @Test("has the last of twins where that is asked for, at the place of the first")
    func twins() throws {
        let tree = try JSONTree(
            reading: #"{"a": 1, "b": {"c": 2, "c": []}, "a": 3}"#, depth: 32, lastTwinCounts: true)
        #expect(
            tree
                == .object([
                    .init(name: "a", value: .integer(3)),
                    .init(name: "b", value: .object([.init(name: "c", value: .array([]))])),
                ]))
    }
}
