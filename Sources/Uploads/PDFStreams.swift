/// The streams of a PDF that hold objects (ISO 32000-2, 7.5.7), unpacked.
struct PDFStreams {
    let objects: [[UInt8]]

    /// What hides objects from whoever unpacks a stream once.
    private static let veils: Set<String> = [
        "Predictor", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode",
    ]
    /// Each is in the dictionary of such a stream only; some readers do without.
    private static let marks: Set<String> = ["ObjStm", "First"]
    private static let known = veils.union(marks).union(["Filter", "N"])

    /// A stream that follows its dictionary, wherever a reader could be sent to.
    private struct Stream {
        let dictionary: Range<Int>
        let data: Int?
    }

    init(_ bytes: [UInt8], _ names: [PDFNames.Name], bound: Int) throws(UploadFlaw) {
        var (objects, room) = ([[UInt8]](), bound)
        var read: Set<Int> = []
        for stream in try Self.streams(bytes) {
            let dictionary = Array(bytes[stream.dictionary])
            let own = try PDFNames(dictionary, Self.known).all
            let texts = Set(own.map(\.text))
            let isDeclared = !texts.isDisjoint(with: Self.marks)
            guard isDeclared || texts.contains("N") else { continue }
            read.formUnion(own.map { stream.dictionary.lowerBound + $0.start })
            if let data = stream.data, texts.isDisjoint(with: Self.veils),
                own.allSatisfy({ $0.text != "Filter" || Self.isPlain(dictionary, $0.end) }),
                let content = try Self.unpacked(bytes, from: data, room: &room), Self.isTable(content)
            {
                objects.append(content)
            } else if isDeclared {
                throw .pdfHidden
            }
        }
        guard names.allSatisfy({ $0.text != "ObjStm" || read.contains($0.start) }) else { throw .pdfHidden }
        self.objects = objects
    }

    private static func streams(_ bytes: [UInt8]) throws(UploadFlaw) -> [Stream] {
        var (streams, from) = ([Stream](), 0)
        // Dictionaries may stand in one another's strings: those who mean harm could make that as many as they like.
        var room = 4 * bytes.count
        while let word = bytes.position(of: "obj", from: from) {
            from = word + 3
            var reader = PDFReader(bytes, at: from)
            guard !bytes.holds(Array("end".utf8), at: word - 3), reader.word("<<") else { continue }
            reader = PDFReader(bytes, at: from)
            guard let dictionary = reader.dictionary() else { throw .broken }
            room -= dictionary.count
            guard room >= 0 else { throw .bomb }
            if reader.word("stream") {
                streams.append(Stream(dictionary: dictionary, data: dataStart(bytes, reader.position)))
            }
        }
        return streams
    }

    /// Packed once, by nothing else.
    private static func isPlain(_ bytes: [UInt8], _ position: Int) -> Bool {
        var reader = PDFReader(bytes, at: position)
        let isList = reader.word("[")
        return reader.word("/FlateDecode") && (!isList || reader.word("]"))
    }

    /// Whether it begins as objects in a stream do: with a number and a place.
    private static func isTable(_ content: [UInt8]) -> Bool {
        var reader = PDFReader(content, at: 0)
        return content.isEmpty || reader.number() != nil && reader.number() != nil
    }

    private static func unpacked(
        _ bytes: [UInt8], from data: Int, room: inout Int
    ) throws(UploadFlaw) -> [UInt8]? {
        guard data < bytes.count, bytes[data] & 0x0F == 8 else { return nil }
        let content = Inflation.unpack(bytes[data...], .zlib, bound: room)
        // What fails costs as well: otherwise the same bytes could be tried without end.
        room -= content?.count ?? 65_536
        guard room > 0 else { throw .bomb }
        return content
    }

    private static func dataStart(_ bytes: [UInt8], _ position: Int) -> Int? {
        guard position + 1 < bytes.count else { return nil }
        switch (bytes[position], bytes[position + 1]) {
        case (0x0D, 0x0A): return position + 2
        case (0x0A, _), (0x0D, _): return position + 1
        default: return nil
        }
    }
}
