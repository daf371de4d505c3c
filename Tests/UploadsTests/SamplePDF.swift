/// A small PDF with a table of objects where it says.
struct SamplePDF {
    var catalogue = ""
    var trailer = ""
    /// Whole objects beside the catalogue and the pages.
    var objects: [[UInt8]] = []

    var bytes: [UInt8] {
        var text = Array("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R\(catalogue)>>endobj\n".utf8)
        text += Array("2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n".utf8)
        for object in objects { text += object + [0x0A] }
        let table = text.count
        text += Array("xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R\(trailer)>>\n".utf8)
        return text + Array("startxref\n\(table)\n%%EOF\n".utf8)
    }

    static func object(_ number: Int, _ text: String) -> [UInt8] {
        Array("\(number) 0 obj\(text)endobj".utf8)
    }

    /// A stream of objects, packed once.
    static func packed(_ objects: String, dictionary: String = "/Filter/FlateDecode") -> [UInt8] {
        let content = SampleArchive.zlib(Array("7 0 \(objects)".utf8))
        let head = "9 0 obj<</Type/ObjStm/N 1/First 4\(dictionary)/Length \(content.count)>>stream\r\n"
        return Array(head.utf8) + content + Array("\nendstream endobj".utf8)
    }
}
