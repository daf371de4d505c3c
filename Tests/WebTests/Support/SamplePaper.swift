/// A small PDF that is whole.
enum SamplePaper {
    static let pdf = written()

    /// - Parameter catalogue: what its first object holds besides its pages.
    static func written(_ catalogue: String = "") -> [UInt8] {
        let objects =
            "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R\(catalogue)>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        let table = "xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\n"
        return Array("\(objects)\(table)startxref\n\(objects.utf8.count)\n%%EOF\n".utf8)
    }
}
