/// What a PDF does by itself when a page is turned or a field is entered or left (ISO 32000-2, 12.6.3).
///
/// Harmless is what goes to another place of the same file, hides something of it or empties its fields; every action and all
/// that follow it must be.
struct PDFActions {
    /// The file and what its streams of objects hold.
    let objects: PDFObjects
    private var writings: [Int: [PDFObjects.Writing]] = [:]

    init(objects: PDFObjects) { self.objects = objects }

    /// Whether the value behind `/AA` is a set of harmless actions, or of none.
    mutating func isHarmless(_ part: [UInt8], from position: Int) -> Bool {
        let sets = meant(part, at: position)
        for set in sets {
            guard isHarmlessSet(set) else { return false }
        }
        return !sets.isEmpty
    }

    private mutating func isHarmlessSet(_ set: PDFObjects.Writing) -> Bool {
        var reader = PDFReader(set.part, at: set.position)
        guard reader.word("<<") else { return false }
        while reader.name() != nil {
            let actions = meant(set.part, at: reader.position)
            guard reader.value(), !actions.isEmpty, actions.allSatisfy(Self.isHarmlessAction) else {
                return false
            }
        }
        return reader.word(">>")
    }

    /// What stands there, or every writing of the object that is named there; of too many objects nothing.
    private mutating func meant(_ part: [UInt8], at position: Int) -> [PDFObjects.Writing] {
        var reader = PDFReader(part, at: position)
        guard let number = reader.reference() else { return [(part, position)] }
        if let known = writings[number] { return known }
        // The whole file is searched for each.
        guard writings.count < Self.objectsMax else { return [] }
        let found = objects.writings(of: number)
        writings[number] = found
        return found
    }

    private static func isHarmlessAction(_ action: PDFObjects.Writing) -> Bool {
        var reader = PDFReader(action.part, at: action.position)
        guard let place = reader.dictionary(), action.part.holds(Array("<<".utf8), at: place.lowerBound)
        else { return false }
        let content = Array(action.part[place])
        guard let names = try? PDFNames(content, ["S", "Next"]).all else { return false }
        return names.contains { $0.text == "S" }
            && names.allSatisfy { name in
                var reader = PDFReader(content, at: name.end)
                // What follows stands inside, where its kind is read with the others.
                return name.text == "S"
                    ? reader.name().map(harmless.contains) ?? false : reader.word("<<")
            }
    }

    private static let harmless: Set<String> = ["GoTo", "Hide", "ResetForm", "SetOCGState"]
    private static let objectsMax = 32
}
