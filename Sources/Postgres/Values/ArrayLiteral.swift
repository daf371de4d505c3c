/// PostgreSQL's text form of a one-dimensional array: `{1,NULL,"a \"b\""}`.
enum ArrayLiteral {
    /// Every element is quoted, so that no text can be taken for a delimiter or for NULL.
    static func write(_ elements: [PostgresValue]) -> String {
        "{" + elements.map(write).joined(separator: ",") + "}"
    }

    private static func write(_ element: PostgresValue) -> String {
        switch element {
        case .null: return "NULL"
        case .binary(let bytes): return "\"\\\\x" + Hex.encode(bytes) + "\""
        case .text(let text):
            var quoted = "\""
            for scalar in text.unicodeScalars {
                if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
                quoted.unicodeScalars.append(scalar)
            }
            return quoted + "\""
        }
    }

    /// The elements, or nil when the text is not a one-dimensional array that starts at 1.
    static func read(_ text: String) -> [String?]? {
        var reader = Reader(rest: Array(text.utf8)[...])
        return reader.array()
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func array() -> [String?]? {
            guard take("{") else { return nil }
            if take("}") { return rest.isEmpty ? [] : nil }
            var elements: [String?] = []
            repeat {
                guard let element = rest.first == UInt8(ascii: "\"") ? quoted() : bare() else { return nil }
                elements.append(element)
            } while take(",")
            return take("}") && rest.isEmpty ? elements : nil
        }

        private mutating func quoted() -> String?? {
            rest = rest.dropFirst()
            var bytes: [UInt8] = []
            while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
                guard byte == UInt8(ascii: "\\") else {
                    bytes.append(byte)
                    continue
                }
                guard let escaped = rest.popFirst() else { return nil }
                bytes.append(escaped)
            }
            return .some(String(decoding: bytes, as: UTF8.self))
        }

        private mutating func bare() -> String?? {
            let bytes = rest.prefix { !",{}\"\\".utf8.contains($0) }
            rest = rest.dropFirst(bytes.count)
            guard !bytes.isEmpty else { return nil }
            let word = String(decoding: bytes, as: UTF8.self)
            return .some(word.uppercased() == "NULL" ? nil : word)
        }

        private mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest = rest.dropFirst()
            return true
        }
    }
}
