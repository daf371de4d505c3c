/// A ZIP archive as its directory tells it (APPNOTE 6.3): every entry where it says, none over another, none too large.
struct ZipArchive {
    struct Entry {
        let name: String
        let size: Int
        let isPacked: Bool
        let checksum: Int
        /// Where its header begins, and where its bytes lie.
        let start: Int
        let data: Range<Int>
    }

    let entries: [Entry]
    private let bytes: [UInt8]

    static let entryMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let lineMark: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    private static let endMark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    /// Before the last record of an archive whose numbers have 64 bits.
    private static let largeEndMark: [UInt8] = [0x50, 0x4B, 0x06, 0x07]

    /// What an office document stays far below.
    private static let entriesMax = 1_000
    static let unpackedMax = 100 << 20
    private static let ratioMax = 100
    /// Short repetitive texts pack better than any ratio, and harm nobody.
    private static let harmless = 1 << 20

    init(_ bytes: [UInt8]) throws(UploadFlaw) {
        self.bytes = bytes
        guard let end = Self.directoryEnd(in: bytes), let count = bytes.little(2, at: end + 10),
            let start = bytes.little(4, at: end + 16)
        else { throw .broken }
        guard count <= Self.entriesMax else { throw .bomb }
        var (entries, position) = ([Entry](), start)
        for _ in 0..<count {
            let (entry, next) = try Self.entry(bytes, at: position)
            entries.append(entry)
            position = next
        }
        guard position == end else { throw .broken }
        self.entries = entries
        try checkSizes()
        try checkPlaces(before: start)
    }

    /// The bytes of an entry, unpacked.
    func content(of entry: Entry) throws(UploadFlaw) -> [UInt8] {
        let raw = bytes[entry.data]
        guard let content = entry.isPacked ? Inflation.unpack(raw, .bare, bound: entry.size) : Array(raw),
            content.count == entry.size, Inflation.crc32(content[...]) == entry.checksum
        else { throw .broken }
        return content
    }

    var unpackedSize: Int { entries.reduce(0) { $0 + $1.size } }

    // MARK: Reading

    /// Whether some program would find an archive among the bytes, whatever stands before and behind it.
    static func isHidden(in bytes: [UInt8]) -> Bool {
        var from = 0
        while let end = bytes.position(of: endMark, from: from) {
            from = end + 1
            guard let size = bytes.little(4, at: end + 12), let start = bytes.little(4, at: end + 16) else {
                return false
            }
            let isDirectory = bytes.holds(lineMark, at: end - size) || bytes.holds(lineMark, at: start)
            if isDirectory || bytes.holds(largeEndMark, at: end - 20) { return true }
        }
        return false
    }

    /// Where the last record begins; its comment ends the file.
    private static func directoryEnd(in bytes: [UInt8]) -> Int? {
        let last = bytes.count - 22
        guard last >= 0 else { return nil }
        return stride(from: last, through: Swift.max(0, last - 65_535), by: -1).first {
            bytes.holds(endMark, at: $0) && bytes.little(2, at: $0 + 20) == last - $0
        }
    }

    private static func entry(
        _ bytes: [UInt8], at position: Int
    ) throws(UploadFlaw) -> (entry: Entry, next: Int) {
        guard bytes.holds(lineMark, at: position), let flags = bytes.little(2, at: position + 8),
            let method = bytes.little(2, at: position + 10),
            let checksum = bytes.little(4, at: position + 16),
            let packed = bytes.little(4, at: position + 20), let size = bytes.little(4, at: position + 24),
            let length = bytes.little(2, at: position + 28), let extra = bytes.little(2, at: position + 30),
            let comment = bytes.little(2, at: position + 32), let mode = bytes.little(4, at: position + 38),
            let start = bytes.little(4, at: position + 42), position + 46 + length <= bytes.count,
            let name = String(validating: bytes[position + 46..<position + 46 + length], as: UTF8.self)
        else { throw .broken }
        guard flags & 1 == 0 else { throw .locked }
        guard isInside(name), mode >> 28 != 0xA else { throw .paths }
        guard [0, 8].contains(method), let header = ZipHeader(bytes, at: start),
            header.data + packed <= bytes.count, method == 8 || packed == size
        else { throw .broken }
        guard header.name.elementsEqual(name.utf8), header.method == method,
            header.agrees(checksum: checksum, packed: packed, size: size)
        else { throw .headers }
        let entry = Entry(
            name: name, size: size, isPacked: method == 8, checksum: checksum, start: start,
            data: header.data..<header.data + packed)
        return (entry, position + 46 + length + extra + comment)
    }

    /// Whether unpacking under a folder would stay in it, on every system.
    private static func isInside(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.first != 0x2F
            && !name.utf8.contains { $0 < 0x20 || $0 == 0x5C || $0 == 0x3A }
            && !name.utf8.split(separator: 0x2F).contains { $0.elementsEqual("..".utf8) }
    }

    // MARK: Checks

    private func checkSizes() throws(UploadFlaw) {
        guard unpackedSize <= Self.unpackedMax else { throw .bomb }
        let isBomb = entries.contains { $0.size > Self.harmless && $0.size > $0.data.count * Self.ratioMax }
        guard !isBomb else { throw .bomb }
    }

    private func checkPlaces(before directory: Int) throws(UploadFlaw) {
        guard Set(entries.map { $0.name.lowercased() }).count == entries.count else { throw .broken }
        var free = 0
        for entry in entries.sorted(by: { $0.start < $1.start }) {
            guard entry.start >= free else { throw .bomb }
            try checkGap(free..<entry.start)
            free = entry.data.upperBound
        }
        guard free <= directory else { throw .broken }
        try checkGap(free..<directory)
    }

    /// Whoever unpacks without the directory would find there what it does not name.
    private func checkGap(_ gap: Range<Int>) throws(UploadFlaw) {
        guard !Array(bytes[gap]).holds(Self.entryMark) else { throw .headers }
    }
}
