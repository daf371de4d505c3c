import Testing

@testable import Uploads

@Suite("A PDF does nothing by itself")
struct PDFCheckTests {
    @Test(
        "A script, the start of a program, files inside and locks are refused, however they are written",
        arguments: [
            (SamplePDF(catalogue: "/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), UploadFlaw.pdfScript),
            (SamplePDF(catalogue: "/OpenAction<</S/J#61vaScrip#74/JS(x)>>"), .pdfScript),
            (SamplePDF(catalogue: "/Names<</JavaScript 5 0 R>>"), .pdfScript),
            (SamplePDF(catalogue: "/OpenAction<</S/Launch/F(cmd)>>"), .pdfActive),
            (SamplePDF(catalogue: "/OpenAction<</S/URI/URI(http://a.example)>>"), .pdfActive),
            (SamplePDF(catalogue: "/OpenAction 77 0 R"), .pdfActive),
            (SamplePDF(catalogue: "/AcroForm<</X<</S/SubmitForm>>>>"), .pdfActive),
            (SamplePDF(catalogue: "/Names<</EmbeddedFiles<<>>>>"), .pdfEmbedded),
            (SamplePDF(trailer: "/Encrypt 3 0 R"), .locked),
            (SamplePDF(objects: [SamplePDF.packed("<</S/JavaScript/JS(x)>>")]), .pdfScript),
            (SamplePDF(objects: [SamplePDF.packed("<</EmbeddedFiles 3 0 R>>")]), .pdfEmbedded),
            (
                SamplePDF(objects: [
                    SamplePDF.packed("<<>>", dictionary: "/Filter[/FlateDecode/ASCIIHexDecode]")
                ]),
                .pdfHidden
            ),
            (
                SamplePDF(objects: [
                    Array("9 0 obj<</Type/ObjStm/Filter/LZWDecode>>stream\nx\nendstream".utf8)
                ]),
                .pdfHidden
            ),
            (SamplePDF(objects: (0..<5_001).map { SamplePDF.object($0 + 10, "<</Type/Page>>") }), .pdfLong),
            (SamplePDF(objects: [SamplePDF.object(5, "<</ByteRange[0 10 20 30]>>")]), .pdfChanged),
        ])
    func refused(pdf: SamplePDF, flaw: UploadFlaw) {
        #expect(throws: flaw) { try FileFormat.check("a.pdf", pdf.bytes) }
    }

    @Test(
        "What texts, scans and signed papers hold is taken in",
        arguments: [
            SamplePDF(catalogue: "/OpenAction[3 0 R/Fit]"),
            SamplePDF(catalogue: "/OpenAction<</S/GoTo/D[3 0 R/Fit]>>"),
            SamplePDF(
                catalogue: "/OpenAction 5 0 R", objects: [SamplePDF.object(5, "<</S/GoTo/D[3 0 R/Fit]>>")]),
            SamplePDF(
                catalogue: "/OpenAction 7 0 R", objects: [SamplePDF.packed("<</S/GoTo/D[3 0 R/Fit]>>")]),
            SamplePDF(objects: [SamplePDF.packed("<</Type/Outlines/First 3 0 R>>")]),
            SamplePDF(objects: [SamplePDF.object(5, "<</A<</S/URI/URI(https://a.example/Launch)>>>>")]),
            SamplePDF(objects: [
                Array("5 0 obj<</Filter/DCTDecode>>stream\n\u{1}stream\nx\nendstream endobj".utf8)
            ]),
        ])
    func taken(pdf: SamplePDF) throws {
        #expect(try FileFormat.check("a.pdf", pdf.bytes) == .pdf)
    }

    @Test("A signature that reaches the end of the file is whole")
    func signed() throws {
        // Nine digits, so that the length of the file does not hang on its own number.
        let size = SamplePDF(objects: [SamplePDF.object(5, "<</ByteRange[0 10 20 000000000]>>")]).bytes.count
        let length = String(1_000_000_000 + size - 20).dropFirst()
        let pdf = SamplePDF(objects: [SamplePDF.object(5, "<</ByteRange[0 10 20 \(length)]>>")])
        #expect(try FileFormat.check("a.pdf", pdf.bytes) == .pdf)
        #expect(throws: UploadFlaw.pdfChanged) {
            try FileFormat.check("a.pdf", pdf.bytes + Array("6 0 obj<<>>endobj\nstartxref\n9\n%%EOF".utf8))
        }
    }

    @Test("No byte that is changed or missing leads astray")
    func damaged() {
        let bytes = SamplePDF(
            catalogue: "/OpenAction 7 0 R", objects: [SamplePDF.packed("<</S/GoTo/D[3 0 R/Fit]>>")]
        ).bytes
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 0xFF
            _ = try? FileFormat.check("a.pdf", other)
            _ = try? FileFormat.check("a.pdf", Array(bytes.prefix(index)))
        }
    }
}
