/// The text format of COPY: one line a row, tabs between values, `\N` for NULL.
package enum CopyText {
    /// One row with its line end.
    ///
    /// - Throws: ``PostgresError`` of kind `nulInText` with the number of the value, counted from 1.
    package static func line(_ values: [any PostgresEncodable]) throws(PostgresError) -> [UInt8] {
        var line: [UInt8] = []
        for (index, value) in values.enumerated() {
            if index > 0 { line.append(UInt8(ascii: "\t")) }
            switch value.postgresValue {
            case .null: line += "\\N".utf8
            case .binary(let bytes): line += "\\\\x\(Hex.encode(bytes))".utf8
            case .text(let text):
                for byte in text.utf8 {
                    guard byte != 0 else { throw PostgresError(.nulInText(parameter: index + 1)) }
                    append(byte, to: &line)
                }
            }
        }
        return line + [UInt8(ascii: "\n")]
    }

    /// The values of one row, without or with its line end.
    package static func values(_ line: [UInt8]) -> [String?] {
        let body = line.last == UInt8(ascii: "\n") ? line.dropLast() : line[...]
        return body.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(value)
    }

    private static func append(_ byte: UInt8, to line: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\\"): line += "\\\\".utf8
        case UInt8(ascii: "\t"): line += "\\t".utf8
        case UInt8(ascii: "\n"): line += "\\n".utf8
        case UInt8(ascii: "\r"): line += "\\r".utf8
        default: line.append(byte)
        }
    }

    /// A value; the server escapes with one letter only.
    private static func value(_ field: ArraySlice<UInt8>) -> String? {
        guard !field.elementsEqual("\\N".utf8) else { return nil }
        var bytes: [UInt8] = []
        var rest = field
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            bytes.append(letters[escaped] ?? escaped)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let letters: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11,
        UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
    ]
}
