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
        do { try self.init(reading: text, depth: depth) } catch { return nil }
    }

    /// Reads a text as ``init(_:depth:)`` does, and says where it could not be read.
    ///
    /// Of twins of a name the last one counts where that is asked for, as it does for most readers.
    package init(reading text: String, depth: Int, lastTwinCounts: Bool = false) throws(Unreadable) {
        var text = text
        let read = text.withUTF8 { bytes -> Result<JSONTree, Unreadable> in
            var reader = JSONReader(bytes: bytes, depthMax: depth, lastTwinCounts: lastTwinCounts)
            return reader.document().map(Result.success) ?? .failure(reader.problem)
        }
        self = try read.get()
    }

    /// Where a text stops being JSON, or a value; columns count bytes.
    package struct Unreadable: Error, Sendable, CustomStringConvertible {
        let line: Int
        let column: Int
        /// Why the text is no value although it is JSON; nil where it is none.
        let limit: Limit?

        /// What is JSON by its grammar, and no value here.
        enum Limit: Sendable {
            case twin(String)
            case depth(Int)
            case number(String)
            case surrogate
        }

        /// Whether the text is JSON all the same: it exceeds what a value can be.
        package var isJSON: Bool { limit != nil }

        package var description: String { "\(problem) (line \(line), column \(column))" }

        private var problem: String {
            switch limit {
            case .twin(let name): "the name \"\(name.prefix(80))\" stands twice in one object"
            case .depth(let depth): "the text is nested deeper than \(depth) levels"
            case .number(let number): "the number \(number) is larger than a double can be"
            case .surrogate: "a text holds half of a surrogate pair"
            case nil: "the text is not JSON"
            }
        }
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
