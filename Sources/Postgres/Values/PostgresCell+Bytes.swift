extension PostgresCell {
    /// The bytes of a `bytea`, read from the hex format without a copy of the text.
    package func bytes() throws(PostgresError) -> [UInt8] {
        let decoded: [UInt8]?
        switch source {
        case .null: decoded = nil
        case .text(let text): decoded = Self.decodeHex(Array(text.utf8)[...])
        case .result(let result, let row, let column):
            decoded = result.withBytes(row: row, column: column) { Self.decodeHex($0) }
        }
        guard let decoded else { throw unreadable(as: [UInt8].self) }
        return decoded
    }

    private static func decodeHex(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.starts(with: "\\x".utf8) else { return nil }
        return Hex.decode(text.dropFirst(2))
    }
}
