import Agreements
import FoundationEssentials
import Testing

@Suite("The canonical form of JSON (RFC 8785)")
struct JSONCanonicalTests {
    static let forms: [(JSON, String)] = [
        (.null, "null"), (true, "true"), (0, "0"), (-7, "-7"), (9_007_199_254_740_991, "9007199254740991"),
        ("", "\"\""), ([], "[]"), (.object([:]), "{}"), ([1, [nil, "a"]], "[1,[null,\"a\"]]"),
        (["b": 1, "a": 2, "": 3], "{\"\":3,\"a\":2,\"b\":1}"),
        (["a": 1, "A": 2, "10": 3, "9": 4], "{\"10\":3,\"9\":4,\"A\":2,\"a\":1}"),
    ]

    @Test("Values are written without white space, members in order", arguments: forms)
    func form(_ json: JSON, _ text: String) { #expect(json.canonical == text) }

    @Test("Members are sorted by their UTF-16 code units, not by their scalars")
    func order() {
        // The example of RFC 8785, section 3.2.3: the emoji's surrogates come before U+FB33.
        let members: JSON = [
            "\u{20AC}": "Euro Sign", "\r": "Carriage Return", "\u{FB33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\u{1F600}": "Emoji: Grinning Face", "\u{80}": "Control",
            "\u{F6}": "Latin Small Letter O With Diaeresis",
        ]
        let values = [
            "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
            "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
        ]
        let places = values.compactMap { members.canonical.firstRange(of: $0)?.lowerBound }
        #expect(places.count == values.count)
        #expect(places == places.sorted())
    }

    static let escapes: [(String, String)] = [
        ("\"", "\\\""), ("\\", "\\\\"), ("/", "/"), ("\u{8}\u{9}\u{A}\u{C}\u{D}", "\\b\\t\\n\\f\\r"),
        ("\u{0}\u{1F}", "\\u0000\\u001f"), ("\u{7F}é€😀", "\u{7F}é€😀"), ("<>&\u{2028}", "<>&\u{2028}"),
        ("e\u{301}", "e\u{301}"),
    ]

    @Test("Only what must be escaped is, in its shortest form; nothing is normalised", arguments: escapes)
    func escape(_ text: String, _ written: String) {
        #expect(Array(JSON.string(text).canonical.utf8) == Array("\"\(written)\"".utf8))
    }

    @Test("Reading the canonical form gives the value again", arguments: forms.map(\.0))
    func reading(_ json: JSON) throws { #expect(try JSON(parsing: json.canonical) == json) }

    @Test(
        "A number that is no exact integer is refused",
        arguments: ["0.5", "1e400", "9007199254740992", "-9007199254740992"])
    func inexact(_ text: String) { #expect(throws: DecodingError.self) { try JSON(parsing: "[\(text)]") } }
}
