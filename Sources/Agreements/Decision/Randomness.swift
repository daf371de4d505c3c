package import FoundationEssentials

/// Where identifiers and salts come from; a parameter, so that decisions stay pure.
package struct Randomness: Sendable {
    package var uuid: @Sendable () -> UUID
    /// 16 bytes.
    package var salt: @Sendable () -> [UInt8]

    package init(uuid: @escaping @Sendable () -> UUID, salt: @escaping @Sendable () -> [UInt8]) {
        self.uuid = uuid
        self.salt = salt
    }

    /// A fresh identity.
    package func identifier<Subject>() -> Identifier<Subject> { Identifier(uuid()) }
}
