/// Looks through files before they are taken in.
package struct VirusScanner: Sendable {
    /// Whether the bytes hold nothing that it knows to be harmful.
    /// - Throws: when it gave no answer; the file is then not taken in.
    package var isClean: @Sendable (_ bytes: [UInt8]) async throws -> Bool

    package init(isClean: @escaping @Sendable (_ bytes: [UInt8]) async throws -> Bool) {
        self.isClean = isClean
    }
}
