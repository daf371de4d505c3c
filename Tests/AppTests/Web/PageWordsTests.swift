import Agreements
import Foundation
import Testing
import Web

@testable import App

@Suite("Pages speak of what their readers see")
struct PageWordsTests {
    @Test(
        "What is typed at the command line is left out of a refusal",
        arguments: [
            ("Aucun dossier (`entente agreement list`).", "Aucun dossier."),
            ("Aucune définition ; voir `entente workflow list`.", "Aucune définition."),
            ("Aucune règle n’est chargée : `entente reference load`.", "Aucune règle n’est chargée."),
            ("Non.", "Non."),
        ])
    func refusals(text: String, shown: String) {
        let refusal = Refusal(code: "x", text: LocalizedText(fr: text, en: text))
        #expect(refusal.forPages.text.fr == shown)
    }

    @Test("What a rule says is printed with the marks and blanks of its language")
    func printed() {
        let refusal = Refusal(
            code: "x",
            text: LocalizedText(
                fr: "« Signer l'accord » revient à : direction ; voir https://entente.example/?a=1.",
                en: "\"Sign the party's text\" is for: the \"DG\"."))
        #expect(
            refusal.forPages.text
                == LocalizedText(
                    fr:
                        "«\u{A0}Signer l’accord\u{A0}» revient à\u{A0}: direction\u{A0}; voir https://entente.example/?a=1.",
                    en: "“Sign the party’s text” is for: the “DG”."))
        #expect(LocalizedText(fr: "", en: "5\" wide").printed.en == "5\" wide")
    }

    @Test("Who noted that a mail came back is named; what a server said stays as it said it")
    func causes() {
        let id = Person.ID(UUID())
        let words = NoticeWords(workflows: [], names: [id: "Anne Martin"])
        func cause(_ text: String) -> LocalizedText { words.cause(LocalizedText(fr: text, en: text)) }
        #expect(
            cause("returned, noted by \(id): 550 no such user").fr
                == "revenu, noté par Anne Martin\u{A0}: 550 no such user")
        #expect(cause("returned, noted by system:operator: 550").en == "returned: 550")
        #expect(cause("550 5.1.1").fr == "550 5.1.1")
    }

    @Test("A grade is written as it is, also where the definition has no word for it")
    func grades() throws {
        let workflow = try ScenarioFolder().workflow("lia")
        #expect(workflow.text(ofChoice: "A+").fr == "A+")
        #expect(workflow.text(ofChoice: "by_delegation").fr == "Par délégation")
    }

    @Test("The text is shown with acts that weigh it, not with a report’s")
    func texts() throws {
        let workflow = try ScenarioFolder().workflow("lia")
        func isAboutText(_ event: String) -> Bool {
            let found = workflow.processes.values.flatMap(\.transitions.values).filter { $0.event == event }
            return WebDesk.isAboutText(found, false)
        }
        #expect(isAboutText("sign") && isAboutText("select"))
        #expect(!isAboutText("submit_report") && !isAboutText("grant_visa"))
    }

    @Test("Names are sorted without their accents")
    func order() {
        #expect(
            ["Yvonne", "Édith", "Zoé", "Élise"].sorted { $0.plainLetters < $1.plainLetters } == [
                "Édith", "Élise", "Yvonne", "Zoé",
            ])
        #expect("Œuvre Straße".plainLetters == "oeuvre strasse")
    }
}
