/// A JSON text (RFC 8259) as it is written: members in their order, whole numbers apart from others.
package enum JSONTree: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A number without fraction or exponent that an `Int64` holds.
    case integer(Int64)
    case decimal(Double)
    case string(String)
    case array([JSONTree])
    /// No name occurs twice.
    case object([Member])

    /// One member of an object.
    package struct Member: Sendable, Hashable {
        /// Its name.
        package let name: String
        /// What stands under it.
        package let value: JSONTree
    }

    /// How deep arrays and objects may nest in text that people write.
    package static let depthMax = 32

    /// Reads a text strictly; nil for anything that is not JSON, twins of a name included (RFC 7493), and
    /// beyond the depth.
    ///
    /// Time linear in the text.
    package init?(_ text: String, depth: Int = depthMax) {
        var text = text
        let read = text.withUTF8 { bytes -> JSONTree? in
            var reader = JSONReader(bytes: bytes, depthMax: depth)
            return reader.document()
        }
        guard let read else { return nil }
        self = read
    }
}

extension Value {
    /// The value that a JSON text stands for in CEL: a whole number is an int, any other a double.
    package init(_ text: JSONTree) {
        self =
            switch text {
            case .null: .null
            case .bool(let flag): .bool(flag)
            case .integer(let number): .int(number)
            case .decimal(let number): .double(number)
            case .string(let text): .string(text)
            case .array(let elements): .list(elements.map { Value($0) })
            case .object(let members):
                .map(ValueMap(Dictionary(uniqueKeysWithValues: members.map { ($0.name, Value($0.value)) })))
            }
    }
}
