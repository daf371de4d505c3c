/// A value that law may require to erase: the event names it and binds it by a salted hash, the value lies
/// apart.
package struct ValueReference: Codable, Sendable, Hashable {
    /// The row that holds value and salt.
    package var id: Identifier<ErasableValue>
    /// SHA-256(salt || UTF-8 of the value's canonical JSON), lower-case hexadecimal.
    package var hash: String

    package init(id: Identifier<ErasableValue>, hash: String) {
        self.id = id
        self.hash = hash
    }
}
