/// The streams of a PDF that hold objects (ISO 32000-2, 7.5.7), unpacked.
struct PDFStreams {
    let objects: [[UInt8]]

    /// What hides objects from whoever unpacks a stream once.
    private static let veils: Set<String> = [
        "Predictor", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode",
    ]

    init(_ bytes: [UInt8], _ names: [PDFNames.Name], bound: Int) throws(UploadFlaw) {
        var (objects, room, from, index) = ([[UInt8]](), bound, 0, 0)
        while let word = bytes.position(of: "stream", from: from) {
            defer { from = word + 6 }
            guard !bytes.holds(Array("end".utf8), at: word - 3), let data = Self.dataStart(bytes, word + 6)
            else {
                continue
            }
            // All names since the last stream: more than its own dictionary, never less.
            var own: Set<String> = []
            while index < names.count, names[index].start < word {
                own.insert(names[index].text)
                index += 1
            }
            guard own.contains("ObjStm") || own.contains("First") else { continue }
            guard let content = Self.unpacked(bytes, from: data, room: room), own.isDisjoint(with: Self.veils)
            else {
                if own.contains("ObjStm"), own.contains("Filter") { throw .pdfHidden }
                continue
            }
            room -= content.count
            objects.append(content)
        }
        self.objects = objects
    }

    private static func unpacked(_ bytes: [UInt8], from data: Int, room: Int) -> [UInt8]? {
        guard data < bytes.count, bytes[data] & 0x0F == 8 else { return nil }
        let end = bytes.position(of: "endstream", from: data) ?? bytes.count
        return Inflation.unpack(bytes[data..<end], .zlib, bound: room)
            ?? Inflation.unpack(bytes[data...], .zlib, bound: room)
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
