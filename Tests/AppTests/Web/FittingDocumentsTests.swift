import Agreements
import Testing
import Web

@testable import App

@Suite("Which documents an act may name")
struct FittingDocumentsTests {
    @Test(
        "A report is a report, a letter any letter; the text of the agreement and its scan are never offered")
    func kinds() {
        #expect(FittingDocuments.kinds(of: "report") == ["report"])
        #expect(FittingDocuments.kinds(of: "letter").contains("partner_letter"))
        for field in ["report", "letter", "minutes", "document", "ranking", "list"] {
            let kinds = FittingDocuments.kinds(of: field)
            #expect(!kinds.contains(Document.textKind) && !kinds.contains("scan"), "\(field)")
            #expect(kinds.contains(FittingDocuments.kind(ofUpload: field)), "\(field)")
        }
    }

    @Test("A renewal takes its report and its project with the form, each in a field of its own")
    func uploads() throws {
        let workflow = try ScenarioFolder().workflow("acc")
        let transitions = workflow.processes.values.flatMap { $0.transitions.values }.filter {
            $0.event == "request_renewal"
        }
        let uploads = WebDesk.uploads(of: transitions, in: workflow)
        #expect(Set(uploads.map(\.field)) == ["report", "project"] && uploads.count == 2)
        #expect(!uploads.contains { !$0.isNeeded })
    }
}
