/// The objects of a PDF, by their numbers.
struct PDFObjects {
    /// The file and what its streams of objects hold.
    let parts: [[UInt8]]

    /// Where an object begins.
    typealias Writing = (part: [UInt8], position: Int)

    /// Every writing of an object: by itself, or in a stream of objects by the table at its beginning.
    func writings(of number: Int) -> [Writing] {
        places(of: number).map { (parts[0], $0) }
            + parts.dropFirst().flatMap { part in Self.places(of: number, in: part).map { (part, $0) } }
    }

    /// Where it begins in the file, whatever stands between the words of its head.
    private func places(of number: Int) -> [Int] {
        let (file, digits) = (parts[0], Array("\(number)".utf8))
        var (found, from) = ([Int](), 0)
        while let start = file.position(of: digits, from: from) {
            from = start + 1
            var reader = PDFReader(file, at: start)
            if reader.number() == number, reader.number() != nil, reader.word("obj"),
                !Self.isDigit(file[..<start].last { $0 != 0x30 })
            {
                found.append(reader.position)
            }
        }
        return found
    }

    private static func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

    private static func places(of number: Int, in part: [UInt8]) -> [Int] {
        var (reader, numbers) = (PDFReader(part, at: 0), [Int]())
        while let number = reader.number() { numbers.append(number) }
        return stride(from: 0, to: numbers.count - 1, by: 2).filter { numbers[$0] == number }
            .map { reader.position + numbers[$0 + 1] }
    }
}
