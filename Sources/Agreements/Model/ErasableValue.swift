import Crypto

/// The row behind a ``ValueReference``; eliminating it deletes salt and value and leaves every chain intact.
package struct ErasableValue: Sendable, Hashable {
    package var id: Identifier<ErasableValue>
    /// 16 random bytes.
    package var salt: [UInt8]
    package var value: JSON

    package init(id: Identifier<ErasableValue>, salt: [UInt8], value: JSON) {
        self.id = id
        self.salt = salt
        self.value = value
    }
}

extension ErasableValue {
    /// SHA-256(salt || UTF-8 of the canonical JSON), lower-case hexadecimal.
    package var hash: String { Self.hash(of: salt + Array(value.canonical.utf8)) }

    /// SHA-256, lower-case hexadecimal.
    package static func hash(of bytes: [UInt8]) -> String { SHA256.hexadecimal(bytes) }
}
