/// What a PDF does when it is opened: it may turn to a page, as texts made with TeX do, and nothing else.
struct PDFOpening {
    /// The file and what its streams of objects hold.
    let parts: [[UInt8]]

    private static let actions: Set<String> = [
        "GoTo", "GoToR", "URI", "Named", "Thread", "Sound", "Movie", "Hide",
    ]

    func isHarmless(_ part: [UInt8], from position: Int) -> Bool {
        var reader = PDFReader(part, at: position)
        if let number = reader.number() {
            guard let generation = reader.number(), reader.word("R") else { return false }
            let objects = objects(number, generation)
            return !objects.isEmpty && objects.allSatisfy { isHarmless($0.part, at: $0.position) }
        }
        return isHarmless(part, at: position)
    }

    /// A destination, or an action that goes to one.
    private func isHarmless(_ part: [UInt8], at position: Int) -> Bool {
        var reader = PDFReader(part, at: position)
        if reader.word("[") { return true }
        guard reader.word("<<") else { return false }
        let end = part.position(of: "endobj", from: position) ?? part.count
        let text = Array(part[reader.position..<Swift.min(end, reader.position + 1_000)])
        let inner = text.position(of: ">>").map { Array(text[..<$0]) } ?? text
        return (try? PDFNames(inner, Self.actions).all.map(\.text)) == ["GoTo"]
    }

    /// Every writing of an object: by itself, or in a stream of objects by the table at its beginning.
    private func objects(_ number: Int, _ generation: Int) -> [(part: [UInt8], position: Int)] {
        var found: [(part: [UInt8], position: Int)] = []
        let head = "\(number) \(generation) obj"
        var from = 0
        while let start = parts[0].position(of: head, from: from) {
            from = start + head.utf8.count
            if start == 0 || !(0x30...0x39).contains(parts[0][start - 1]) { found.append((parts[0], from)) }
        }
        for part in parts.dropFirst() {
            if let position = Self.place(of: number, in: part) { found.append((part, position)) }
        }
        return found
    }

    private static func place(of number: Int, in part: [UInt8]) -> Int? {
        var (reader, numbers) = (PDFReader(part, at: 0), [Int]())
        while let number = reader.number() { numbers.append(number) }
        let pairs = stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
        guard let offset = pairs.first(where: { $0.0 == number })?.1 else { return nil }
        return reader.position + offset
    }
}
