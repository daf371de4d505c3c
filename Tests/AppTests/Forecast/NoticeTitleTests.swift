import Agreements
import Testing

@testable import App

@Suite("What a notice is about")
struct NoticeTitleTests {
    @Test(
        "Its subject without the house, the file and what is not known",
        arguments: [
            ("[Entente] Relance – {{reference}}{{#dueDay}} – avant le {{dueDay}}{{/dueDay}}", "Relance"),
            ("[Entente] {{task}} – {{reference}}", "Signer"),
            ("[Entente] {{#act}}Envoi{{/act}}{{^act}}Fin du délai{{/act}} – {{reference}}", "Fin du délai"),
            ("[Entente] {{#task}}Avenant{{/task}}{{^task}}Entrée{{/task}} – {{reference}}", "Avenant"),
            ("[Entente] L'appel se clôt le {{due}} – {{reference}}", ""), ("Sans {{#fin", ""),
        ])
    func titles(subject: String, title: String) {
        let words = LocalizedText(fr: subject, en: subject)
        let values = ["task": LocalizedText(fr: "Signer", en: "Sign")]
        #expect(NoticeTitle(subject: words, values: values).text.fr == title)
    }
}
