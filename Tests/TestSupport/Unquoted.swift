extension String {
    /// The text of a mail without the soft line breaks and escapes of quoted-printable (RFC 2045, section 6.7), so that a
    /// link is found wherever a line of it broke.
    package var unquoted: String {
        var bytes: [UInt8] = []
        var rest = Array(replacing("=\r\n", with: "").utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "="),
                let escaped = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
