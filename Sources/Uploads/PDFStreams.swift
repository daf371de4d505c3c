/// The streams of a PDF that hold objects (ISO 32000-2, 7.5.7), unpacked.
struct PDFStreams {
    let objects: [[UInt8]]

    /// What hides objects from whoever unpacks a stream once.
    private static let veils: Set<String> = [
        "Predictor", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode",
    ]

    init(_ bytes: [UInt8], _ names: [PDFNames.Name], bound: Int) throws(UploadFlaw) {
        var (objects, room, from, index) = ([[UInt8]](), bound, 0, 0)
        // All names since the last stream that was read: more than its own dictionary, never less.
        var own: [PDFNames.Name] = []
        while let word = bytes.position(of: "stream", from: from) {
            from = word + 6
            guard !bytes.holds(Array("end".utf8), at: word - 3) else { continue }
            while index < names.count, names[index].start < word {
                own.append(names[index])
                index += 1
            }
            let texts = Set(own.map(\.text))
            guard texts.contains("ObjStm") || texts.contains("First") else {
                own = []
                continue
            }
            if let data = Self.dataStart(bytes, word + 6), texts.isDisjoint(with: Self.veils),
                own.allSatisfy({ $0.text != "Filter" || Self.isPlain(bytes, $0.end) }),
                let content = try Self.unpacked(bytes, from: data, room: &room), Self.isTable(content)
            {
                objects.append(content)
                own = []
            } else if texts.contains("ObjStm") {
                throw .pdfHidden
            } else {
                own = []
            }
        }
        guard !names[index...].contains(where: { $0.text == "ObjStm" }) else { throw .pdfHidden }
        self.objects = objects
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
