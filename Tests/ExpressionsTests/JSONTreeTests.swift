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
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
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
        ])
    func unreadable(text: String, problem: String) throws {
        let error = #expect(throws: JSONTree.Unreadable.self) { try JSONTree(reading: text, depth: 32) }
        #expect(error?.description == problem)
    }
}
