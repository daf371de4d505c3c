import Testing

@testable import Engine

@Suite("Passwords as they are kept")
struct PasswordHashTests {
    /// Made by another implementation (Python's hashlib.scrypt) of RFC 7914.
    private static let known =
        "scrypt$17$8$1$AAECAwQFBgcICQoLDA0ODw==$WjQ4RjdY+f5/rzqHXlAVAE41ZmhcqF+8IqTTHZnvl3Q="

    @Test("The hash is scrypt's, with its parameters; it knows its own password, also with older parameters")
    func hash() async throws {
        let hash = PasswordHash()
        #expect(try await hash.make(Door.password, salt: Array(0..<16)) == Self.known)
        #expect(try await hash.verify(Door.password, Door.stored))
        for other in ["un canot viole", "un canot violet ", "Un canot violet", ""] {
            #expect(try await !hash.verify(other, Door.stored), "\(other)")
        }
    }

    @Test(
        "Two texts are the same when every byte is",
        arguments: [
            ("", "", true), ("a", "", false), ("ab", "ab", true), ("ab", "ac", false), ("ab", "b", false),
        ])
    func equal(left: String, right: String, expected: Bool) {
        #expect(PasswordHash.equal(Array(left.utf8), Array(right.utf8)) == expected)
    }
}
