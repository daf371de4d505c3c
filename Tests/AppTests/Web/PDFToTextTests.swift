import Testing
import Uploads

@testable import App

@Suite("The text of PDF files, by Poppler")
struct PDFToTextTests {
    private static func pdf(_ lines: [String]) -> [UInt8] {
        let words = lines.map { "(\($0)) Tj T*" }.joined(separator: " ")
        let content = "BT /F1 12 Tf 14 TL 20 350 Td \(words) ET"
        return Array(
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
            4 0 obj<</Length \(content.utf8.count)>>stream
            \(content)
            endstream endobj
            5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """.utf8)
    }

    private static func text(_ bytes: [UInt8]) throws -> String {
        try DocumentText.text(of: bytes, readingPDF: try #require(PDFToText.installed).port)
    }

    @Test("Two papers that are laid out otherwise say the same, by sentences")
    func layouts() throws {
        let narrow = try Self.text(
            Self.pdf(["The parties agree to coop-", "erate. Each party pays", "its part."]))
        let wide = try Self.text(Self.pdf(["The parties agree to cooperate. Each", "party pays its part."]))
        #expect(narrow == "The parties agree to cooperate.\nEach party pays its part.\n")
        #expect(wide == narrow)
    }

    @Test(
        "What is no paper, or holds no words, has no text",
        arguments: [Array("%PDF-1.7 no more".utf8), pdf([]), Array("%PDF-".utf8)])
    func nothing(bytes: [UInt8]) {
        #expect(throws: TextFlaw.notText) { _ = try Self.text(bytes) }
    }
}
