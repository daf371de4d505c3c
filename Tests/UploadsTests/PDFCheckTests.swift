import Foundation
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
            (SamplePDF(catalogue: "/AcroForm<</XFA[(template)5 0 R]>>"), .pdfForm),
            (SamplePDF(catalogue: "/AcroForm<</X#46A 5 0 R>>"), .pdfForm),
            (SamplePDF(catalogue: "/AA<</WC<</S/URI/URI(http://a.example)>>>>"), .pdfActive),
            (SamplePDF(objects: [SamplePDF.object(5, "<</Type/Page/AA %\n 6 0 R>>")]), .pdfActive),
            (SamplePDF(objects: [SamplePDF.packed("<</AA<</O 5 0 R>>>>")]), .pdfActive),
        ])
    func refused(pdf: SamplePDF, flaw: UploadFlaw) {
        #expect(throws: flaw) { try FileFormat.check("a.pdf", pdf.bytes) }
    }

    private static let goTo = "/S/GoTo/D[3 0 R/Fit]"
    private static let website = "<</S/URI/URI(http://a.example)>>"

    @Test(
        "What is opened is read to its end, and nothing follows it",
        arguments: [
            SamplePDF(catalogue: "/OpenAction<<\(goTo)/Next\(website)>>"),
            SamplePDF(catalogue: "/OpenAction<<\(goTo)/SD<<>>/Next\(website)>>"),
            SamplePDF(catalogue: "/OpenAction<</SD<</X(>>)>>/S/GoTo/S/URI/URI(http://a.example)>>"),
            SamplePDF(catalogue: "/OpenAction<</S 6 0 R/D/GoTo>>", objects: [SamplePDF.object(6, "/URI")]),
            SamplePDF(
                catalogue: "/OpenAction 5 0 R",
                objects: [
                    SamplePDF.object(5, "<<\(goTo)>>"), Array("05  0 % obj\n obj\(website)endobj".utf8),
                ]),
            SamplePDF(
                catalogue: "/OpenAction 7 0 R",
                objects: [SamplePDF.packed("<<\(goTo)>>"), SamplePDF.packed(website)]),
        ])
    func opening(pdf: SamplePDF) {
        #expect(throws: UploadFlaw.pdfActive) { try FileFormat.check("a.pdf", pdf.bytes) }
    }

    @Test(
        "What a page or a field does by itself is read to its end, and all of it stays in the file",
        arguments: [
            "<</K\(website)>>", "<</O<<\(goTo)/Next\(website)>>>>", "<</O<<\(goTo)/Next[\(website)]>>>>",
            "<</O<<\(goTo)/Next 8 0 R>>>>", "<</O 8 0 R>>", "<</O<<\(goTo)>>/C 8 0 R>>", "<</O 77 0 R>>",
            "77 0 R", "<</O<</S/GoToR/F(b.pdf)>>>>", "<</O<</S/Named/N/Print>>>>", "<</O<</S 6 0 R>>>>",
            "<</O<</D[3 0 R/Fit]>>>>", "<</O[8 0 R]>>", "<</O<</S/Thread/F(b.pdf)>>>>", "<</O<</S/Movie>>>>",
            "<</O<<\(goTo)/S/URI/URI(http://a.example)>>>>", "<</O<<\(goTo)>> 7>>", "[<<\(goTo)>>]",
            "<</O<</S/Hi#64e/T(x)>>/C<</S/U#52I/URI(x)>>>>", "<</O<</SD(<<)/S/Sound>>>>",
        ])
    func leaving(actions: String) {
        let pdf = SamplePDF(
            objects: [
                SamplePDF.object(5, "<</Type/Page/AA \(actions)>>"), SamplePDF.object(6, "/URI"),
                SamplePDF.object(8, Self.website),
            ])
        #expect(throws: UploadFlaw.pdfActive) { try FileFormat.check("a.pdf", pdf.bytes) }
    }

    @Test(
        "Pages and fields that turn to a place, hide something or empty fields by themselves are taken in",
        arguments: [
            "<<>>", "<</O<<\(goTo)>>>>", "<</K 8 0 R/F 8 0 R>>", "9 0 R",
            "<</O<<\(goTo)/Next<</S/Hide/T(x)>>>>>>",
            "<</E<</S/Hide/T(note)/H false>>/X<</S/Hide/T(note)>>>>", "<</Bl<</S /ResetForm /Fields[]>> >>",
            "<</O %(\n<</S/SetOCGState/State[/ON 4 0 R]>> >>", "<</O<</S/#47oTo/D[3 0 R/Fit]>>>>",
        ])
    func staying(actions: String) throws {
        let pdf = SamplePDF(
            objects: [
                SamplePDF.object(5, "<</Type/Annot/FT/Tx/AA \(actions)>>"),
                SamplePDF.object(8, "<</S/Hide/T(x)>>"), SamplePDF.object(9, "<</Fo 8 0 R>>"),
            ])
        #expect(try FileFormat.check("a.pdf", pdf.bytes) == .pdf)
    }

    @Test(
        "Objects in a stream are found or the file is refused, whatever its dictionary leaves out",
        arguments: [
            ("/Type/ObjStm", "/Filter/FlateDecode", UploadFlaw.pdfScript),
            ("/First 4", "/Filter/FlateDecode", .pdfScript), ("", "/Filter/FlateDecode", .pdfScript),
            ("/First 4", "/Filter[/FlateDecode/LZWDecode]", .pdfHidden),
            ("/First 4 %stream\n", "/Filter/LZWDecode", .pdfHidden),
            ("/First 4/X(>>stream\n)", "/Filter 6 0 R", .pdfHidden),
            ("/Type/ObjStm", "/Filter/FlateDecode/DecodeParms<</Predictor 12>>", .pdfHidden),
        ])
    func veiled(marks: String, dictionary: String, flaw: UploadFlaw) {
        let stream = SamplePDF.packed("<</S/JavaScript/JS(x)>>", dictionary: dictionary, marks: marks)
        #expect(throws: flaw) { try FileFormat.check("a.pdf", SamplePDF(objects: [stream]).bytes) }
    }

    @Test("Dictionaries within one another's strings do not make the reading long")
    func nested() {
        let bytes = Array(String(repeating: "obj<<\\(", count: 100_000).utf8) + Array(")>>".utf8)
        let pdf = SamplePDF(objects: [bytes])
        #expect(throws: UploadFlaw.self) { try FileFormat.check("a.pdf", pdf.bytes) }
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

    @Test("A signature that covers all but itself is whole; what is added behind it is not")
    func signed() throws {
        let pdf = SamplePDF.signed()
        #expect(try FileFormat.check("a.pdf", pdf) == .pdf)
        #expect(throws: UploadFlaw.pdfChanged) {
            try FileFormat.check("a.pdf", pdf + Array("6 0 obj<<>>endobj\nstartxref\n9\n%%EOF".utf8))
        }
    }

    @Test("A second signature covers the first")
    func twice() throws {
        let first = SamplePDF.signed()
        let second = SamplePDF.signed(range: { [0, first.count + $0, first.count + $1, $2 - $1] })
        #expect(try FileFormat.check("a.pdf", first + Self.moved(second, by: first.count)) == .pdf)
        let within = SamplePDF.signed(range: { [0, $0, $1, first.count + $2 - $1] })
        #expect(throws: UploadFlaw.pdfSignature) {
            try FileFormat.check("a.pdf", first + Self.moved(within, by: first.count))
        }
    }

    /// The end says where the table is now.
    private static func moved(_ pdf: [UInt8], by offset: Int) -> [UInt8] {
        let parts = String(decoding: pdf, as: UTF8.self).components(separatedBy: "startxref\n")
        let table = Int(parts[1].prefix { $0.isNumber }) ?? 0
        return Array("\(parts[0])startxref\n\(offset + table)\n%%EOF\n".utf8)
    }

    @Test(
        "A signature that says it covers what it does not is refused",
        arguments: [
            SamplePDF.signed(range: { [5, $0, $1, $2 - $1] }),
            SamplePDF.signed(range: { [0, $0 - 9, $1, $2 - $1] }),
            SamplePDF.signed(range: { [0, $0, $1 + 9, $2 - $1 - 9] }),
            SamplePDF.signed(range: { [0, 10, 20, $2 - $1 - 20] }),
            SamplePDF.signed(range: { [0, $1, $0, $2] }),
            SamplePDF.signed(range: { [0, $0, $1, 2 * $2] }),
            SamplePDF.signed(gap: "<0000000000>"), SamplePDF.signed(gap: "<30(a text)>"),
            SamplePDF.signed(gap: ">>endobj 6 0 obj<</Contents<3082AB>"),
            SamplePDF(objects: [SamplePDF.object(5, "<</ByteRange 6 0 R>>")]).bytes,
            SamplePDF(objects: [SamplePDF.packed("<</ByteRange[0 10 20 30]>>")]).bytes,
        ])
    func falselySigned(pdf: [UInt8]) {
        #expect(throws: UploadFlaw.pdfSignature) { try FileFormat.check("a.pdf", pdf) }
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
