/// RFC 4648 section 4, with padding.
///
/// Written here so that this layer needs no Foundation.
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func string(_ bytes: some Collection<UInt8>) -> String {
        var output: [UInt8] = []
        output.reserveCapacity((bytes.count + 2) / 3 * 4)
        var group: UInt32 = 0
        var held = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            held += 1
            if held == 3 {
                append(group, digits: 4, to: &output)
                (group, held) = (0, 0)
            }
        }
        if held > 0 { append(group << UInt32(8 * (3 - held)), digits: held + 1, to: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ group: UInt32, digits: Int, to output: inout [UInt8]) {
        for index in 0..<4 {
            output.append(index < digits ? alphabet[Int(group >> UInt32(18 - 6 * index) & 63)] : 0x3D)
        }
    }

    /// Lines of 76 characters (RFC 2045 section 6.8).
    static func lines(_ bytes: [UInt8]) -> [String] {
        stride(from: 0, to: bytes.count, by: 57).map { string(bytes[$0..<min($0 + 57, bytes.count)]) }
    }
}
