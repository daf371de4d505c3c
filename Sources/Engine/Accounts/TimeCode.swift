import Crypto
import Foundation

/// Codes of a second factor that follow from the time (RFC 6238: SHA-1, 30 seconds, six digits).
package enum TimeCode {
    /// Seconds.
    static let step: Int64 = 30

    /// The code of a time step.
    static func code(_ secret: [UInt8], step: Int64) -> String {
        let message = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian) { Array($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 0x0f)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The time step whose code this is, at most one step before or after `seconds`; nil for another code.
    package static func step(of code: String, secret: [UInt8], at seconds: Int64) -> Int64? {
        let now = seconds / step
        let digits = Array(code.utf8.filter { $0 != UInt8(ascii: " ") })
        return (now - 1...now + 1).first {
            PasswordHash.equal(Array(Self.code(secret, step: $0).utf8), digits)
        }
    }

    /// The secret as people type it (RFC 4648, base 32).
    package static func text(_ secret: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (text, buffer, bits) = ("", 0, 0)
        for byte in secret {
            (buffer, bits) = (buffer << 8 | Int(byte), bits + 8)
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
                buffer &= (1 << bits) - 1
            }
        }
        return text
    }

    /// The secret of a text; nil when it is none.
    static func secret(_ text: String) -> [UInt8]? {
        var (bytes, buffer, bits) = ([UInt8](), 0, 0)
        for character in text.utf8 where character != UInt8(ascii: " ") {
            let value: Int
            switch character {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = Int(character - UInt8(ascii: "A"))
            case UInt8(ascii: "2")...UInt8(ascii: "7"): value = Int(character - UInt8(ascii: "2")) + 26
            default: return nil
            }
            (buffer, bits) = (buffer << 5 | value, bits + 5)
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(buffer >> bits & 255))
                buffer &= (1 << bits) - 1
            }
        }
        return bytes.count == 20 ? bytes : nil
    }

    /// What an authenticator reads; the secret is its text.
    package static func address(secret: String, account: String, issuer: String) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        let escape = { (text: String) in text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        return "otpauth://totp/\(escape(issuer)):\(escape(account))?secret=\(secret)&issuer=\(escape(issuer))"
    }
}
