import Agreements
import Testing

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
}
