import Agreements
import Definitions
import Testing

@testable import App
@testable import Web

@Suite("What findings are called")
struct FindingNameTests {
    @Test("Every kind has a name in both languages", arguments: Finding.Code.allCases)
    func names(code: Finding.Code) {
        #expect(GatePage.kind(code.rawValue).en != code.rawValue, "\(code.rawValue) has no name on pages.")
    }

    private static let text = """
        workflow: small
        version: "1"
        title: { fr: Petit, en: Small }
        instrument: SML
        entry: open
        processes:
          life:
            title: { fr: Vie, en: Life }
            initial: a
            states:
              a:
                title: { fr: Début, en: Start }
                on: { go: { title: { fr: Aller, en: Go }, by: [INT], to: b } }
              b: { title: { fr: Impasse, en: Dead end } }
              z: { title: { fr: Fin, en: End }, final: true }
        """

    @Test("A page tells what is wrong, what to do and the way that leads there in the reader's language")
    func languages() throws {
        let proof = WorkflowLoader().prove(WorkflowSources(name: "f.yaml", text: Self.text))
        let finding = try #require(GateView(proof).findings.first { $0.code == "waits_for_nothing" })
        #expect(
            finding.message.fr
                == "l’état b n’attend rien\u{A0}: rien n’en sort ici et il n’est pas une fin")
        #expect(
            finding.message.en
                == "the state b waits for nothing: it has no way out here and is not final")
        #expect(finding.advice == Finding.Code.waitsForNothing.advice)
        #expect(finding.path.map(\.fr) == ["début", "go par INT"])
        #expect(finding.path.map(\.en) == ["start", "go by INT"])
    }
}
