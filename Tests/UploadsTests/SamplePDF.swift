import Foundation

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

    /// A paper with one signature, which covers all but itself; `range` and `gap` say otherwise.
    static func signed(
        range: (_ start: Int, _ end: Int, _ size: Int) -> [Int] = { [0, $0, $1, $2 - $1] },
        gap: String = "<3082AB>"
    ) -> [UInt8] {
        // Nine digits each, so that no place hangs on its own number.
        func pdf(_ numbers: [Int]) -> [UInt8] {
            let range = numbers.map { "\(1_000_000_000 + $0)".dropFirst() }.joined(separator: " ")
            return SamplePDF(objects: [object(5, "<</ByteRange[\(range)]/Contents\(gap)>>")]).bytes
        }
        let draft = String(decoding: pdf([0, 0, 0, 0]), as: UTF8.self)
        let before = draft.components(separatedBy: gap)[0].utf8.count
        return pdf(range(before, before + gap.utf8.count, draft.utf8.count))
    }

    static func object(_ number: Int, _ text: String) -> [UInt8] {
        Array("\(number) 0 obj\(text)endobj".utf8)
    }

    /// A stream of objects, packed once.
    static func packed(
        _ objects: String, dictionary: String = "/Filter/FlateDecode", marks: String = "/Type/ObjStm/First 4"
    ) -> [UInt8] {
        let content = SampleArchive.zlib(Array("7 0 \(objects)".utf8))
        let head = "9 0 obj<<\(marks)/N 1\(dictionary)/Length \(content.count)>>stream\r\n"
        return Array(head.utf8) + content + Array("\nendstream endobj".utf8)
    }
}
