import Agreements
import Foundation
import Testing

@testable import App

@Suite("What happened to a file, in words")
struct EventTextsTests {
    @Test("How a report ended is said in the words of its definition, not by its code")
    func outcomes() throws {
        let workflow = try ScenarioFolder().workflow("lia")
        var agreement = Agreement(
            id: Agreement.ID(UUID()), workflow: "lia", version: workflow.version, instrument: "LIA",
            headHash: "")
        agreement.processes["life/annual/2021-01-31"] = Process(
            path: "life/annual/2021-01-31", definition: "report", name: "annual")
        let missed = try #require(EventTexts.told("annual.missed", in: workflow, agreement))
        #expect(missed.fr.hasPrefix("Rapport annuel : ") && missed.en.hasPrefix("Annual report: "))
        #expect(!missed.fr.contains("missed"))
        for other in ["annual.never", "window.opens", "submit"] {
            #expect(EventTexts.told(other, in: workflow, agreement) == nil, "\(other)")
        }
    }
}
