/// The header before the bytes of an entry (APPNOTE 6.3, 4.3.7): those who unpack without the directory go by it.
struct ZipHeader {
    let name: ArraySlice<UInt8>
    let method: Int
    /// Where the bytes of the entry begin.
    let data: Int
    /// Checksum and sizes stand behind the bytes, and may be zero here.
    private let isOpen: Bool
    private let checksum: Int
    private let packed: Int
    private let size: Int

    init?(_ bytes: [UInt8], at start: Int) {
        guard bytes.holds(ZipArchive.entryMark, at: start), let flags = bytes.little(2, at: start + 6),
            let method = bytes.little(2, at: start + 8), let checksum = bytes.little(4, at: start + 14),
            let packed = bytes.little(4, at: start + 18), let size = bytes.little(4, at: start + 22),
            let length = bytes.little(2, at: start + 26), let extra = bytes.little(2, at: start + 28),
            start + 30 + length + extra <= bytes.count
        else { return nil }
        let nameEnd = start + 30 + length
        let large = Self.largeSizes(bytes, nameEnd..<nameEnd + extra)
        name = bytes[start + 30..<nameEnd]
        data = nameEnd + extra
        isOpen = flags & 8 != 0
        (self.method, self.checksum) = (method, checksum)
        self.size = size == Self.elsewhere ? large?.size ?? size : size
        self.packed = packed == Self.elsewhere ? large?.packed ?? packed : packed
    }

    /// Whether it says what the directory says.
    func agrees(checksum: Int, packed: Int, size: Int) -> Bool {
        [(self.checksum, checksum), (self.packed, packed), (self.size, size)].allSatisfy { own, told in
            own == told || isOpen && own == 0
        }
    }

    /// Says that a size has 64 bits, and stands among the extra fields (4.5.3).
    private static let elsewhere = 0xFFFF_FFFF

    private static func largeSizes(_ bytes: [UInt8], _ extra: Range<Int>) -> (size: Int, packed: Int)? {
        var position = extra.lowerBound
        while position < extra.upperBound, let kind = bytes.little(2, at: position),
            let length = bytes.little(2, at: position + 2)
        {
            if kind == 1, length >= 16, position + 20 <= extra.upperBound,
                let size = bytes.little(8, at: position + 4), let packed = bytes.little(8, at: position + 12)
            {
                return (size, packed)
            }
            position += 4 + length
        }
        return nil
    }
}
