package import Crypto
package import FoundationEssentials

extension SHA256 {
    /// The SHA-256 (FIPS 180-4) of the text's UTF-8, in lower-case hexadecimal.
    package static func hexadecimal(_ text: String) -> String { hexadecimal(Data(text.utf8)) }

    /// The SHA-256 (FIPS 180-4) of the bytes, in lower-case hexadecimal.
    package static func hexadecimal(_ bytes: some DataProtocol) -> String {
        hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
