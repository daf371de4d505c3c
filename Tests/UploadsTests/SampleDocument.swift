/// Documents as Word and Writer write them, around a body that a test gives.
enum SampleDocument {
    /// - Parameter body: what stands in the body, or, where it begins with `<?` or `<!`, the whole part.
    static func docx(_ body: String, _ more: [(String, String)] = []) -> [UInt8] {
        let isWhole = body.hasPrefix("<?") || body.hasPrefix("<!")
        return docx(part: Array((isWhole ? body : word(body)).utf8), more)
    }

    static func docx(part: [UInt8], _ more: [(String, String)] = []) -> [UInt8] {
        var archive = SampleArchive.docx(more)
        archive.entries[1].content = part
        return archive.bytes
    }

    static func odt(_ body: String) -> [UInt8] {
        var archive = SampleArchive(["mimetype", "content.xml"])
        archive.entries[0].content = Array("application/vnd.oasis.opendocument.text".utf8)
        archive.entries[1].content = Array(
            "<office:document-content><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
                .utf8)
        return archive.bytes
    }

    static func word(_ body: String) -> String {
        "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>"
    }

    /// A paragraph of Word with runs of such contents.
    static func paragraph(_ runs: String...) -> String {
        "<w:p>" + runs.map { "<w:r><w:t>\($0)</w:t></w:r>" }.joined() + "</w:p>"
    }

    /// A paragraph whose end was deleted while changes were tracked.
    static func joined(_ text: String) -> String {
        "<w:p><w:pPr><w:rPr><w:del w:id='1' /></w:rPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
}
