/// What a PDF does when it is opened: it may turn to a page, as texts made with TeX do, and nothing else.
struct PDFOpening {
    /// The file and what its streams of objects hold.
    let objects: PDFObjects

    func isHarmless(_ part: [UInt8], from position: Int) -> Bool {
        var reader = PDFReader(part, at: position)
        guard let number = reader.reference() else { return isHarmless(part, at: position) }
        let writings = objects.writings(of: number)
        return !writings.isEmpty && writings.allSatisfy { isHarmless($0.part, at: $0.position) }
    }

    /// A destination, or one action that goes to one and leads to no other.
    private func isHarmless(_ part: [UInt8], at position: Int) -> Bool {
        var reader = PDFReader(part, at: position)
        if reader.word("[") { return true }
        guard let action = reader.dictionary(), part.holds(Array("<<".utf8), at: action.lowerBound),
            let names = try? PDFNames(Array(part[action]), ["S", "GoTo", "Next"]).all,
            names.map(\.text) == ["S", "GoTo"]
        else { return false }
        reader = PDFReader(part, at: action.lowerBound + names[0].end)
        return reader.word("/GoTo")
    }
}
