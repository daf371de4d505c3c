import Agreements
import Testing

@testable import Notices

@Suite("French no-break spaces")
struct TypographySpacingTests {
    private static let typography = Typography(.french)

    private func spaced(_ text: String) -> String {
        String(Self.typography.spaced(text).map { $0 == "\u{A0}" ? "_" : $0 })
    }

    @Test(
        "go before high signs and inside guillemets",
        arguments: [
            ("Objet : essai", "Objet_: essai"), ("Objet: essai", "Objet_: essai"),
            ("Vraiment ?", "Vraiment_?"),
            ("Vraiment?!", "Vraiment_?!"), ("Vraiment ? !", "Vraiment_?_!"), ("a ; b", "a_; b"),
            ("a; b", "a_; b"),
            ("dit « ACRONYME », puis", "dit «_ACRONYME_», puis"), ("dit «ACRONYME».", "dit «_ACRONYME_»."),
            ("«  deux  »", "«_deux_»"), ("Fin !\nSuite", "Fin_!\nSuite"), ("(quoi ?)", "(quoi_?)"),
            ("oui… ?", "oui…_?"), ("avenant n° 2", "avenant n°_2"), ("avenant n°2", "avenant n°_2"),
            ("à 17 h : fin", "à 17 h_: fin"), ("a\u{202F}: b", "a_: b"),
            ("{{nom}} : {{ville}}", "{{nom}}_: {{ville}}"),
            ("« Dit-il « oui » ? »", "«_Dit-il «_oui_»_?_»"), ("« »", "«_»"),
        ])
    func put(text: String, expected: String) {
        #expect(spaced(text) == expected)
    }

    @Test(
        "stay away from links, hours, addresses, entities and line starts",
        arguments: [
            "https://entente.example/a?b=1", "17:30", "http://localhost:8080/", "a &amp; b", "a &#160; b",
            "! début",
            "ligne\n: suite", "contact@entente.example; autre", "https://entente.example/a; suite", "(!)", "",
            "«", "«\nx",
            "C:\\", "12:00:00Z", "n° ", "20 °C",
        ])
    func left(text: String) {
        #expect(spaced(text) == text)
    }

    @Test("are not for English")
    func english() {
        #expect(Typography(.english).spaced("Subject : test ?") == "Subject : test ?")
    }

    @Test(
        "are the same after a second pass, and change nothing but spaces", arguments: 0..<300 as Range<UInt64>
    )
    func properties(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        let alphabet = Array("ab1 : ; ? ! « » ( ) / @ & n° \n\u{A0}\u{202F}.,")
        let text = String(
            (0..<60).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            })
        let once = Self.typography.spaced(text)
        #expect(Self.typography.spaced(once) == once)
        let isSpace = { (character: Character) in " \u{A0}\u{202F}".contains(character) }
        #expect(once.filter { !isSpace($0) } == text.filter { !isSpace($0) })
    }

    @Test("are put into long texts in linear time", .timeLimit(.minutes(1)))
    func long() {
        let hostile = "http://" + String(repeating: ")?", count: 200_000)
        #expect(Self.typography.spaced(hostile).count >= hostile.count)
        let spaces = String(repeating: " ", count: 200_000) + "?"
        #expect(Self.typography.spaced(spaces) == spaces)
        let open = "x" + String(repeating: " ?", count: 100_000)
        #expect(Self.typography.spaced(open).count == open.count)
    }
}
