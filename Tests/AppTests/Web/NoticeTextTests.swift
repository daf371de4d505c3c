import Testing

@testable import App

@Suite("A notice as the office reads it")
struct NoticeTextTests {
    @Test(
        "Where the mail has its link, a sentence stands in the language of the mail",
        arguments: [
            ("fr", "Ici :\n[ici, un lien réservé au destinataire]\nMerci"),
            ("en", "Ici :\n[here, a link for the recipient only]\nMerci"),
        ])
    func link(language: String, text: String) {
        #expect(WebDesk.withoutLink("Ici :\nentente:link\nMerci", in: language) == text)
    }

    @Test("A text without a link is as it was written")
    func plain() { #expect(WebDesk.withoutLink("Merci", in: "en") == "Merci") }
}
