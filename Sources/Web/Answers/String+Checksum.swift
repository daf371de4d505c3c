extension String {
    /// FNV-1a, 64 bits, in hexadecimal: unkeyed, enough to tell two texts of the house apart, and no proof of anything.
    var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
