import Agreements
import Testing

@Suite("Characters that nobody sees")
struct HiddenCharacterTests {
    @Test(
        "A name with one is refused with its number, and shown with it",
        arguments: [
            ("Anna\u{202E}greB", "U+202E", "Anna‹U+202E›greB"), ("a\u{200B}b", "U+200B", "a‹U+200B›b"),
            ("accord\n.pdf", "U+000A", "accord‹U+000A›.pdf"), ("\u{FEFF}x", "U+FEFF", "‹U+FEFF›x"),
            ("a\u{2028}b", "U+2028", "a‹U+2028›b"),
        ])
    func hidden(name: String, point: String, shown: String) {
        #expect(name.problemAsName?.en.contains(point) == true)
        #expect(name.withHiddenShown == shown)
    }

    @Test(
        "Accents, joiners and emoji of several code points are letters like others",
        arguments: ["Anaïs Müller", "می‌خواهم", "👩‍🔬 Kim", "김철수", String(repeating: "é", count: 255)])
    func seen(name: String) {
        #expect(name.problemAsName == nil)
        #expect(name.withHiddenShown == name)
    }

    @Test(
        "What nobody sees says nothing, alone or together; a letter among it says something",
        arguments: [
            "", " \u{A0}\n", "\u{200B}", "\u{202E}", "\u{2060}\u{200D}", "\u{3164}", "\u{FEFF} \u{AD}",
        ])
    func blank(text: String) {
        #expect(text.isBlank)
        #expect(!"\(text)x\(text)".isBlank)
    }

    @Test("A name has a letter, and not too many", arguments: ["", String(repeating: "x", count: 256)])
    func length(name: String) { #expect(name.problemAsName != nil) }
}
