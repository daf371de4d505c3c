import Testing

@testable import Engine

@Suite("Codes of the moment")
struct TimeCodeTests {
    /// The secret of the tests of RFC 6238, appendix B.
    private static let secret = Array("12345678901234567890".utf8)
    private static let text = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    @Test(
        "They are those of RFC 6238 (SHA-1), of which the last six digits count",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func vectors(seconds: Int64, code: String) {
        #expect(TimeCode.code(Self.secret, step: seconds / 30) == code)
        #expect(TimeCode.step(of: code, secret: Self.secret, at: seconds) == seconds / 30)
    }

    @Test(
        "A code is good for its step, and for the one before and after",
        arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)])
    func window(distance: Int64, isGood: Bool) {
        let step = Int64(1_234_567_890 / 30)
        let found = TimeCode.step(of: "005924", secret: Self.secret, at: (step + distance) * 30)
        #expect(found == (isGood ? step : nil))
    }

    @Test(
        "Blanks between the digits do not matter, anything else does",
        arguments: [
            ("005924", true), ("005 924", true), (" 005924 ", true), ("5924", false), ("0059240", false),
            ("005925", false), ("", false), ("００５９２４", false), ("005-924", false), ("+05924", false),
        ])
    func spelling(code: String, isGood: Bool) {
        let found = TimeCode.step(of: code, secret: Self.secret, at: 1_234_567_890)
        #expect((found != nil) == isGood)
    }

    @Test("A secret is written in base 32, and read back with or without blanks")
    func base32() {
        #expect(TimeCode.text(Self.secret) == Self.text)
        #expect(TimeCode.secret(Self.text) == Self.secret)
        #expect(TimeCode.secret("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ") == Self.secret)
        #expect(TimeCode.text(Array(repeating: 255, count: 20)) == String(repeating: "7", count: 32))
    }

    @Test(
        "A text of another length or alphabet is no secret",
        arguments: [
            "", "GEZDGNBV", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq",
            "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBV",
        ])
    func noSecret(text: String) { #expect(TimeCode.secret(text) == nil) }

    @Test("What an authenticator reads names the account and its issuer, escaped")
    func address() {
        let address = TimeCode.address(secret: Self.text, account: "anne+a@lab.example", issuer: "En & té")
        #expect(
            address
                == "otpauth://totp/En%20%26%20t%C3%A9:anne%2Ba%40lab.example?secret=\(Self.text)&issuer=En%20%26%20t%C3%A9"
        )
    }
}
